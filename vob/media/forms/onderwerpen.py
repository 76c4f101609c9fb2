"""Forms about who speaks."""

from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstenField, WijzigFormulier

from ..values import Partij, partij_label
from .keuzes import choose_gebruiker, choose_woordvoerder, to_id

VOLGORDE = "Vul een dag in die niet vóór de eerste dag ligt."


class _Onderwerp:
    naam = StringField("Onderwerp", [InputRequired("Geef een naam."), Length(max=120)])
    trefwoorden = StringField(
        "Andere woorden hiervoor",
        [Length(max=500)],
        description="Waar zoekt men op? Bijvoorbeeld: azc, noodopvang, statushouders.",
    )
    beleidsgebied = StringField("Beleidsgebied", [Length(max=80)])
    portefeuille = StringField("Portefeuille", [Length(max=80)])
    eerste_id = SelectField("Eerste woordvoerder", coerce=to_id)
    vervanger_id = SelectField("Vervanger", coerce=to_id)
    buiten_id = SelectField("Buiten kantoortijd", coerce=to_id)
    namens = StringField(
        "Spreekt namens",
        [Length(max=120)],
        description="Bijvoorbeeld: namens de wethouder.",
    )
    akkoord = WaardelijstenField("Eerst akkoord van", Partij)
    akkoord_uitleg = StringField(
        "Toelichting bij akkoord",
        [Length(max=300)],
        description="Bijvoorbeeld: bij een bedreiging ook politie en OM.",
    )
    niet_zeggen = TextAreaField("Dit zeggen we niet", [Length(max=2000)])
    geldig_van = DateField("Geldig vanaf", [Optional()])
    geldig_tot = DateField("Geldig tot en met", [Optional()])


class OnderwerpForm(WijzigFormulier, _Onderwerp):
    """Also for a new one: a version of nothing is empty."""

    heeft_concept = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_woordvoerder(self.eerste_id, self.vervanger_id)
        choose_woordvoerder(self.buiten_id, leeg="Wie van dienst is")
        woorden = our_organisatie().woorden
        for keuze in self.akkoord.choices:
            keuze.label = partij_label(Partij(keuze.value), woorden)

    def validate_vervanger_id(self, field: SelectField) -> None:
        if field.data and field.data == self.eerste_id.data:
            raise ValidationError("Kies iemand anders dan de eerste woordvoerder.")

    def validate_geldig_tot(self, field: DateField) -> None:
        if field.data and self.geldig_van.data and field.data < self.geldig_van.data:
            raise ValidationError(VOLGORDE)


class WoordvoerderForm(WijzigFormulier):
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    functie = StringField("Functie", [Length(max=120)])
    gebruiker_id = SelectField(
        "Account in VOB",
        coerce=to_id,
        description="Zonder account kan iemand geen dienst bevestigen of ruilen.",
    )
    telefoon = StringField("Telefoon in kantoortijd", [Length(max=40)])
    telefoon_buiten = StringField(
        "Telefoon buiten kantoortijd",
        [Length(max=40)],
        description="Iedereen die in VOB werkt, ziet dit nummer als deze persoon aan de beurt is.",
    )
    email = StringField("E-mail voor de pers", [Length(max=120)])
    in_rooster = BooleanField("Doet mee in het rooster")
    is_actief = BooleanField("Spreekt nu met de pers", default=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_gebruiker(self.gebruiker_id, "Geen account")

    def validate_telefoon(self, field: StringField) -> None:
        if not field.data and not self.telefoon_buiten.data:
            raise ValidationError("Vul ten minste één nummer in: bellen is waar het om gaat.")


class AfwezigForm(Formulier):
    van = DateField("Eerste dag", [InputRequired("Vul de eerste dag in.")])
    tot = DateField("Laatste dag", [InputRequired("Vul de laatste dag in.")])

    def validate_tot(self, field: DateField) -> None:
        if field.data and self.van.data and field.data < self.van.data:
            raise ValidationError(VOLGORDE)
