"""Switching the register on and off, looking for a name, and an entry."""

from datetime import date

from wtforms import BooleanField, DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.web.forms import Formulier, WijzigFormulier

from ..models import REGEL_MAX, TEKST_MAX
from ..termijnen.instellingen import term_of
from ..termijnen.values import Termijnsoort
from . import rules
from .models import NAAM_MAX

_VERSLEUTELD = "Wordt versleuteld bewaard."


class AanzetForm(Formulier):
    grond = TextAreaField(
        "Grondslag",
        [InputRequired("Schrijf op wat de grondslag is."), Length(max=TEKST_MAX)],
        description="Waarom dit register nodig is, en waarom minder niet genoeg is.",
    )
    fg_naam = StringField(
        "Naam van de functionaris gegevensbescherming",
        [InputRequired("Vul de naam in van de functionaris."), Length(max=NAAM_MAX)],
    )
    akkoord_op = DateField(
        "Akkoord gegeven op", [InputRequired("Vul in wanneer de functionaris akkoord gaf.")]
    )

    def validate_akkoord_op(self, field: DateField) -> None:
        _check_geweest(field.data)


class UitzetForm(Formulier):
    reden = TextAreaField(
        "Waarom gaat het register uit?",
        [InputRequired("Schrijf op waarom het register uitgaat."), Length(max=TEKST_MAX)],
        description="Dit blijft bewaard bij het besluit.",
    )
    zeker = BooleanField(
        "Ik weet het zeker: iedereen wordt gewist, en dat is niet terug te draaien",
        [InputRequired("Zet het vinkje als u zeker weet dat alles gewist mag worden.")],
    )


class ZoekForm(Formulier):
    naam = StringField(
        "Volledige naam",
        [InputRequired("Vul de volledige naam in."), Length(max=NAAM_MAX)],
        description="Zoekt precies deze naam. Dat u zoekt, wordt vastgelegd; de naam niet.",
    )


class _Persoonsvelden:
    """Who it is, and what they did."""

    naam = StringField("Volledige naam", [InputRequired("Vul de naam in."), Length(max=NAAM_MAX)])
    contact = StringField("Contactgegevens", [Length(max=REGEL_MAX)], description=_VERSLEUTELD)
    gedrag = TextAreaField(
        "Welk gedrag?",
        [InputRequired("Schrijf op om welk gedrag het gaat."), Length(max=TEKST_MAX)],
        description=f"Alleen wat er gebeurde. Geen etiket op een mens. {_VERSLEUTELD}",
    )


class PlaatsForm(_Persoonsvelden, Formulier):
    """On a case: someone who is in the register already, or not yet."""

    is_ander = BooleanField(
        "Dit is iemand anders met dezelfde naam",
        description="Staat precies deze naam al in het register, dan komt de zaak daarbij.",
    )


class VeroorzakerForm(_Persoonsvelden, WijzigFormulier):
    geinformeerd_op = DateField(
        "De persoon kreeg bericht op",
        [Optional()],
        description="Wie in dit register staat, hoort dat te weten (AVG artikel 14).",
    )
    reden_niet = StringField(
        "Waarom kreeg de persoon geen bericht?", [Length(max=REGEL_MAX)], description=_VERSLEUTELD
    )
    herbeoordeling_op = DateField(
        "Volgende beoordeling", [InputRequired("Vul in wanneer u opnieuw beoordeelt.")]
    )

    def validate_geinformeerd_op(self, field: DateField) -> None:
        _check_geweest(field.data)

    def validate_herbeoordeling_op(self, field: DateField) -> None:
        if not field.data:
            return
        try:
            maanden = term_of(Termijnsoort.HERBEOORDELING)
            rules.check_herbeoordeling(field.data, vandaag(), maanden)
        except RegelOvertreden as fout:
            raise ValidationError(str(fout)) from None


def _check_geweest(dag: date | None) -> None:
    if dag and dag > vandaag():
        raise ValidationError("Deze dag is nog niet geweest.")
