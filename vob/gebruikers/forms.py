"""Forms for logging in and for one's own account."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length, ValidationError

from vob.core.errors import RegelOvertreden
from vob.web.forms import Formulier, WijzigFormulier
from vob.web.tekst import opschonen

from . import rules


def clean_email(email: str | None) -> str:
    """Addresses are kept in lower case."""
    return opschonen(email or "").strip().lower()


class InlogForm(FlaskForm):
    """No token, no draft: nothing of a login is kept. Too long is simply wrong."""

    email = EmailField(
        "E-mailadres", [InputRequired("Vul uw e-mailadres in.")], filters=[clean_email]
    )
    wachtwoord = PasswordField("Wachtwoord", [InputRequired("Vul uw wachtwoord in.")])


class NieuwWachtwoord(Formulier):
    """Choosing a password, by a link."""

    nieuw = PasswordField("Nieuw wachtwoord", [InputRequired("Kies een wachtwoord.")])
    herhaal = PasswordField(
        "Nog een keer het nieuwe wachtwoord",
        [
            InputRequired("Vul het nieuwe wachtwoord nog een keer in."),
            EqualTo("nieuw", "De twee wachtwoorden zijn niet gelijk."),
        ],
    )

    def __init__(self, *args: Any, eigen_woorden: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.eigen_woorden = eigen_woorden

    def validate_nieuw(self, field: PasswordField) -> None:
        try:
            rules.check_wachtwoord(field.data or "", self.eigen_woorden)
        except RegelOvertreden as fault:
            raise ValidationError(str(fault)) from None


class WijzigWachtwoord(NieuwWachtwoord):
    huidig = PasswordField("Huidig wachtwoord", [InputRequired("Vul uw huidige wachtwoord in.")])


class ProfielForm(WijzigFormulier):
    telefoon = StringField("Telefoon", [Length(max=40)])
