"""Forms for where meetings come from, and for what keeping someone out rests on."""

from flask_wtf.file import FileField
from wtforms import DateField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from vob.core.clock import vandaag
from vob.web.forms import Formulier, WijzigFormulier

from . import bronadres
from .models import REGEL_MAX


class AgendaForm(Formulier):
    bestand = FileField("Agendabestand (.ics)", render_kw={"accept": ".ics,text/calendar"})


class BronForm(WijzigFormulier):
    url = StringField(
        "Adres van de agenda",
        [Length(max=500)],
        description="Het iCalendar-adres (https) dat uw vergadersysteem geeft.",
    )
    intern_host = StringField(
        "Naam van een server in uw eigen netwerk",
        [Length(max=253)],
        description=(
            "Alleen invullen als de agenda op een interne server staat. "
            "VOB haalt anders niets op uit het eigen netwerk."
        ),
    )

    def validate_url(self, field: StringField) -> None:
        if field.data:
            try:
                bronadres.check_url(field.data)
            except ValueError as fout:
                raise ValidationError(str(fout)) from None


class GrondslagForm(WijzigFormulier):
    grondslag = StringField(
        "Op grond waarvan kan iemand worden geweerd?",
        [InputRequired("Vul de grondslag in."), Length(max=REGEL_MAX)],
        description="Bijvoorbeeld een artikel van een wet of van het reglement van orde.",
    )
    maximum_maanden = IntegerField(
        "Ten hoogste hoeveel maanden?",
        [InputRequired("Vul een aantal maanden in."), NumberRange(1, 24)],
    )
    minimum_verstoringen = IntegerField(
        "Na hoeveel vastgelegde verstoringen?",
        [InputRequired("Vul een aantal in."), NumberRange(1, 10)],
    )
    bron = TextAreaField("Bron: waar staat dit?", [Length(max=1000)])
    gecontroleerd_op = DateField("Gecontroleerd op", [Optional()])

    def validate_gecontroleerd_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")
