"""The analysis, and an offence of the list."""

from typing import Any

from wtforms import BooleanField, DateField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.web.forms import WaardelijstenField, WaardelijstField, WijzigFormulier

from ..models import REGEL_MAX, TEKST_MAX
from ..values import Ernst, ErnstGetroffene, JaNeeOnbekend, Motief, Vorm
from .models import LABEL_MAX, Strafbaarfeit
from .values import Herhaling

_ONBEKEND = "Nog niet ingevuld"


class AnalyseForm(WijzigFormulier):
    heeft_concept = True

    ernst_getroffene = WaardelijstField(
        "Hoe ernstig vindt de getroffene het?", ErnstGetroffene, leeg=_ONBEKEND
    )
    ernst = WaardelijstField("Hoe ernstig vindt u het?", Ernst)
    motief = WaardelijstField("Vermoedelijk motief", Motief, leeg=_ONBEKEND)
    samenhang_ambt = WaardelijstField(
        "Hangt het samen met ambt of werk?",
        JaNeeOnbekend,
        leeg=_ONBEKEND,
        description="Alleen dan gelden de afspraken voor een publieke taak (VPT) bij de politie.",
    )
    herhaling = WaardelijstField("Is het eerder gebeurd?", Herhaling)
    feiten = SelectMultipleField(
        "Mogelijk strafbare feiten",
        description="Een suggestie bij de vorm, geen oordeel. Politie en OM beoordelen dit.",
    )
    conclusie = TextAreaField(
        "Wat zegt dit ons?", [Length(max=TEKST_MAX)], description="Wordt versleuteld bewaard."
    )

    def __init__(self, feiten: list[Strafbaarfeit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.feiten.choices = [
            SelectChoice(feit.code, f"{feit.label} (art. {feit.artikel})")
            for feit in feiten
            if feit.is_actief or feit.code in (self.feiten.data or [])
        ]


class FeitForm(WijzigFormulier):
    artikel = StringField("Artikel", [InputRequired("Vul het artikel in."), Length(max=REGEL_MAX)])
    label = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=LABEL_MAX)])
    toelichting = TextAreaField("Toelichting", [Length(max=TEKST_MAX)])
    vormen = WaardelijstenField(
        "Voorstellen bij", Vorm, description="Bij deze vormen stelt VOB dit feit voor."
    )
    is_klachtdelict = BooleanField("Vervolging alleen na een klacht van de getroffene")
    is_actief = BooleanField("Wordt voorgesteld")
    bron = StringField("Bron", [Length(max=REGEL_MAX)])
    gecontroleerd_op = DateField("Gecontroleerd op", [Optional()])

    def validate_gecontroleerd_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")
