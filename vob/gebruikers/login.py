"""The one place where VOB touches Flask-Login."""

from flask import session
from flask_login import AnonymousUserMixin, LoginManager, login_user, logout_user

from vob.core.permissions import Recht

from . import sessies
from .models import Gebruiker

login_manager = LoginManager()
login_manager.session_protection = None  # our own sessions; an address may change on a phone


class Anoniem(AnonymousUserMixin):
    id = 0
    naam = ""

    def can(self, recht: Recht) -> bool:
        return False


login_manager.anonymous_user = Anoniem


@login_manager.user_loader
def load_user(sleutel: str) -> Gebruiker | None:
    return sessies.find_gebruiker(sleutel)


def log_in(gebruiker: Gebruiker) -> None:
    """A new session with a new key, whatever the browser brought along (session fixation)."""
    session.clear()
    gebruiker.sessie_sleutel = sessies.new_sessie(gebruiker)
    login_user(gebruiker)


def log_out() -> None:
    logout_user()
    session.clear()
