"""Putting a case in a dossier, and changing what a dossier is called."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..models import REGEL_MAX, TEKST_MAX
from .models import TITEL_MAX, Dossier
from .values import Dossiersoort

_VERSLEUTELD = "Wordt versleuteld bewaard."


class VerbandForm(Formulier):
    """In a dossier that there is, or in a new one."""

    dossier = SelectField("Dossier", coerce=lambda id: int(id) if id else None)
    titel = StringField(
        "Naam van het nieuwe dossier", [Length(max=TITEL_MAX)], description=_VERSLEUTELD
    )
    soort = WaardelijstField("Wat hebben de zaken gemeen?", Dossiersoort)
    reden = StringField(
        "Waarom hoort deze zaak erbij?",
        [InputRequired("Schrijf op waarom."), Length(max=REGEL_MAX)],
        description=_VERSLEUTELD,
    )

    def __init__(self, dossiers: list[Dossier], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [SelectChoice(str(d.id), d.titel) for d in dossiers]
        self.dossier.choices = [SelectChoice("", "Een nieuw dossier"), *keuzes]

    def validate_titel(self, field: StringField) -> None:
        if self.dossier.data is None and not field.data:
            raise ValidationError("Geef het nieuwe dossier een naam, of kies een dossier.")


class DossierForm(WijzigFormulier):
    titel = StringField("Naam", [InputRequired("Geef het een naam."), Length(max=TITEL_MAX)])
    soort = WaardelijstField("Wat hebben de zaken gemeen?", Dossiersoort)
    toelichting = TextAreaField(
        "Toelichting",
        [Length(max=TEKST_MAX)],
        description=f"Feiten en afspraken, geen etiket op een mens. {_VERSLEUTELD}",
    )
