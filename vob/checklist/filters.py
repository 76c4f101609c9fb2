"""Choosing which steps to see."""

from collections.abc import Sequence

from flask import request
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from vob.core.bewijs import Oordeel
from vob.web.forms import WaardelijstField

from .queries import Regel
from .values import Groep, Stapstatus

IK, GEEN = "ik", "geen"
OPNIEUW, TE_LAAT, VERSCHIL = "opnieuw", "te_laat", "verschil"


class FilterForm(FlaskForm):
    """Filters live in the address; a value that is not known filters nothing."""

    class Meta(FlaskForm.Meta):
        csrf = False

    eigenaar = SelectField("Eigenaar")
    groep = WaardelijstField("Groep", Groep, leeg="Alle groepen")
    status = SelectField(
        "Status",
        choices=[
            SelectChoice("", "Elke status"),
            *(SelectChoice(status.value, status.label) for status in Stapstatus),
            SelectChoice(OPNIEUW, "Opnieuw nodig"),
            SelectChoice(TE_LAAT, "Te laat"),
        ],
    )
    oordeel = SelectField(
        "VOB ziet",
        choices=[
            SelectChoice("", "Alles"),
            *(SelectChoice(oordeel.value, oordeel.label) for oordeel in Oordeel),
            SelectChoice(VERSCHIL, "Anders dan u zegt"),
        ],
    )

    def __init__(self, regels: Sequence[Regel]) -> None:
        super().__init__(request.args)
        eigenaren = {
            str(regel.stap.eigenaar.id): regel.stap.eigenaar.naam
            for regel in regels
            if regel.stap.eigenaar
        }
        self.eigenaar.choices = [
            SelectChoice("", "Iedereen"),
            SelectChoice(IK, "Mijn stappen"),
            SelectChoice(GEEN, "Nog geen eigenaar"),
            *(
                SelectChoice(id, naam)
                for id, naam in sorted(eigenaren.items(), key=lambda paar: paar[1])
            ),
        ]
        for field in (self.eigenaar, self.status, self.oordeel):
            if field.data not in {choice.value for choice in field.choices}:
                field.data = ""

    @property
    def is_actief(self) -> bool:
        return any((self.eigenaar.data, self.groep.data, self.status.data, self.oordeel.data))

    def select(self, regels: Sequence[Regel], wie: int) -> list[Regel]:
        return [regel for regel in regels if self._fits(regel, wie)]

    def _fits(self, regel: Regel, wie: int) -> bool:
        return (
            (not self.groep.data or regel.tekst.groep is self.groep.data)
            and _fits_eigenaar(regel, self.eigenaar.data, wie)
            and _fits_status(regel, self.status.data)
            and _fits_oordeel(regel, self.oordeel.data)
        )


def _fits_eigenaar(regel: Regel, keuze: str | None, wie: int) -> bool:
    if keuze == IK:
        return regel.stap.is_van(wie)
    if keuze == GEEN:
        return regel.stap.eigenaar_id is None
    return not keuze or str(regel.stap.eigenaar_id) == keuze


def _fits_status(regel: Regel, keuze: str | None) -> bool:
    if keuze == OPNIEUW:
        return regel.is_opnieuw_nodig
    if keuze == TE_LAAT:
        return regel.is_te_laat
    return not keuze or regel.stap.status == keuze


def _fits_oordeel(regel: Regel, keuze: str | None) -> bool:
    if keuze == VERSCHIL:
        return regel.verschil is not None
    return not keuze or regel.bewijs.oordeel == keuze
