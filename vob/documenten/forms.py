"""Forms for documents and their versions."""

from typing import Any

from wtforms import DateField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import vandaag
from vob.gebruikers.queries import active_gebruikers
from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier
from vob.web.markdown import LANGSTE_TEKST

from .values import Documentsoort, Orgaan, Toegang, orgaan_label

_ZELFDE_DAG = "Vul een dag in die niet vóór de eerste dag ligt."


class _Gegevens:
    titel = StringField("Titel", [InputRequired("Geef het document een titel."), Length(max=160)])
    soort = WaardelijstField(
        "Soort document", Documentsoort, InputRequired("Kies een soort."), leeg="Kies een soort"
    )
    eigenaar_id = SelectField(
        "Eigenaar",
        [InputRequired("Kies een eigenaar.")],
        coerce=int,
        description="Wie zorgt dat het document klopt en op tijd wordt getoetst.",
    )
    toegang = WaardelijstField(
        "Wie mag de vastgestelde tekst lezen?", Toegang, default=Toegang.IEDEREEN
    )


class _Inhoud:
    samenvatting = TextAreaField(
        "In het kort",
        [Length(max=2000)],
        description="Twee of drie zinnen: wat staat erin, en wat betekent het voor de lezer?",
    )
    tekst = TextAreaField("Tekst", [Length(max=LANGSTE_TEKST)])
    bijlagen = BijlagenField("Bijlagen")


class DocumentForm(Formulier, _Gegevens, _Inhoud):
    heeft_concept = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_owner(self.eigenaar_id)


class GegevensForm(WijzigFormulier, _Gegevens):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_owner(self.eigenaar_id)


class VersieForm(WijzigFormulier, _Inhoud):
    heeft_concept = True


class VaststelForm(Formulier):
    gezien = HiddenField()  # the state of the draft that the decision was about
    orgaan = WaardelijstField(
        "Wie stelde deze versie vast?", Orgaan, InputRequired("Kies wie."), leeg="Kies wie"
    )
    orgaan_anders = StringField("Een ander, namelijk", [Length(max=100)])
    vastgesteld_op = DateField("Datum van het besluit", [InputRequired("Vul de datum in.")])
    besluitnummer = StringField("Nummer van het besluit", [Length(max=60)])
    vindplaats = StringField(
        "Vindplaats", [Length(max=300)], description="Waar het besluit is bekendgemaakt of staat."
    )
    geldig_van = DateField("In werking vanaf", [InputRequired("Vul de eerste dag in.")])
    geldig_tot = DateField(
        "Tot en met", [Optional()], description="Leeg: tot er een nieuwe versie is."
    )
    toets_op = DateField(
        "Volgende toets",
        [InputRequired("Vul in wanneer iemand weer kijkt of de tekst klopt.")],
        description="Na die dag zegt VOB dat de eigenaar moet kijken of de tekst nog klopt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = our_organisatie().woorden
        keuzes = [SelectChoice(orgaan.value, orgaan_label(orgaan, woorden)) for orgaan in Orgaan]
        self.orgaan.choices = [SelectChoice("", "Kies wie"), *keuzes]

    def validate_orgaan_anders(self, field: StringField) -> None:
        if self.orgaan.data is Orgaan.ANDERS and not field.data:
            raise ValidationError("Vul in wie het vaststelde.")

    def validate_vastgesteld_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Leg het besluit vast als het is genomen, niet eerder.")

    def validate_geldig_tot(self, field: DateField) -> None:
        if field.data and self.geldig_van.data and field.data < self.geldig_van.data:
            raise ValidationError(_ZELFDE_DAG)

    def validate_toets_op(self, field: DateField) -> None:
        if field.data and self.geldig_van.data and field.data < self.geldig_van.data:
            raise ValidationError(_ZELFDE_DAG)


class IntrekForm(Formulier):
    per = DateField("Laatste dag", [InputRequired("Vul de laatste dag in.")])
    reden = TextAreaField(
        "Waarom vervalt deze versie?", [InputRequired("Vul de reden in."), Length(max=2000)]
    )


def _choose_owner(field: SelectField) -> None:
    field.choices = [SelectChoice(g.id, g.naam) for g in active_gebruikers()]
