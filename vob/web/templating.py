"""What every template may use: the rights, today, how VOB writes a date, and where one can go."""

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_login import current_user
from jinja2 import StrictUndefined

from vob.core.bewijs import Oordeel
from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht

from .formats import FILTERS
from .htmx import is_htmx
from .markdown import linkify_plain, render_markdown


@dataclass(frozen=True)
class Menupunt:
    label: str
    url: str
    huidig: bool


# The order in which a newcomer looks for things. What one may not use is not shown.
_MENU: tuple[tuple[str, str, Recht], ...] = (
    ("Vandaag", "start.show_start", Recht.ACCOUNT_EIGEN),
    ("Checklist", "checklist.list_stappen", Recht.CHECKLIST_INZIEN),
    ("Incidenten", "incidenten.list_incidenten", Recht.INCIDENT_INZIEN),
    ("Mijn meldingen", "incidenten.list_meldingen", Recht.INCIDENT_MELDEN),
    ("Acties", "acties.list_acties", Recht.ACTIE_INZIEN),
    ("Documenten", "documenten.list_documenten", Recht.DOCUMENT_INZIEN),
    ("Steunpunten", "organisatie.list_steunpunten", Recht.STEUNPUNT_INZIEN),
    ("Zoeken", "zoeken.show_zoeken", Recht.ZOEKEN),
    ("Beheer", "beheer.show_beheer", Recht.ORGANISATIE_BEHEREN),
)


def navigatie() -> list[Menupunt]:
    """The main menu of this user, with the room one is in marked."""
    if not current_user.is_authenticated:
        return []
    here = request.endpoint or ""
    known = current_app.view_functions
    punten = [item for item in _MENU if item[1] in known and current_user.can(item[2])]
    return [
        Menupunt(label, url_for(endpoint), _is_here(endpoint, here, [p[1] for p in punten]))
        for label, endpoint, _ in punten
    ]


def _is_here(endpoint: str, here: str, menu: list[str]) -> bool:
    if endpoint == here:
        return True
    if here in menu:
        return False
    room = here.partition(".")[0] + "."
    return next((item for item in menu if item.startswith(room)), "") == endpoint


def adres(endpoint: str) -> str | None:
    """The address of a page; None while that room does not exist."""
    return url_for(endpoint) if endpoint in current_app.view_functions else None


def init_app(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined  # a fragment that misses a variable must fail
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        Recht=Recht,
        Oordeel=Oordeel,
        vandaag=vandaag,
        nu=nu,
        is_htmx=is_htmx,
        navigatie=navigatie,
        adres=adres,
    )
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.filters.update(markdown=render_markdown, alinea=linkify_plain)
