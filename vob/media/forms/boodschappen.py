"""Forms about what we say, and whose consent it needs."""

from typing import Any

from wtforms import DateField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from vob.core.clock import vandaag
from vob.organisatie.queries import our_organisatie
from vob.web.adres import HOOGSTE
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from ..values import Boodschapsoort, NaarBuiten, Niet, Partij, Uitkomst, Vooraf, partij_label
from .keuzes import choose_gebruiker, choose_onderwerp, to_id
from .onderwerpen import VOLGORDE


class KernboodschapForm(WijzigFormulier):
    """Also for a new one: a version of nothing is empty."""

    heeft_concept = True

    onderwerp_id = SelectField("Onderwerp", [InputRequired("Kies een onderwerp.")], coerce=to_id)
    soort = WaardelijstField("Soort", Boodschapsoort)
    vraag = TextAreaField(
        "De vraag", [Length(max=500)], description="Alleen bij ‘vraag en antwoord’."
    )
    tekst = TextAreaField(
        "Dit zeggen we",
        [InputRequired("Schrijf op wat we zeggen."), Length(max=4000)],
        description="Zoals u het zou zeggen aan de telefoon. Noem geen namen van anderen.",
    )
    niet_zeggen = TextAreaField("Dit zeggen we niet", [Length(max=2000)])
    geldig_van = DateField("Geldig vanaf", [Optional()])
    geldig_tot = DateField(
        "Geldig tot en met",
        [InputRequired("Vul de laatste dag in: een lijn zonder einde wordt ongemerkt oud.")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_onderwerp(self.onderwerp_id, "Kies een onderwerp")

    def validate_vraag(self, field: TextAreaField) -> None:
        if self.soort.data is Boodschapsoort.VRAAG and not field.data:
            raise ValidationError("Schrijf de vraag op.")

    def validate_geldig_tot(self, field: DateField) -> None:
        if field.data and field.data < (self.geldig_van.data or vandaag()):
            raise ValidationError(VOLGORDE)


class VraagAkkoordForm(Formulier):
    """Who must agree: someone with an account, or a name outside."""

    soort = HiddenField()
    ref = IntegerField(widget=HiddenInput(), validators=[NumberRange(0, HOOGSTE)])
    partij = WaardelijstField("Als", Partij)
    gebruiker_id = SelectField("Wie", coerce=to_id)
    naam = StringField(
        "Of iemand van buiten, namelijk",
        [Length(max=120)],
        description="Bijvoorbeeld: persofficier van dienst. Bij de betrokkene laat u dit leeg.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_gebruiker(self.gebruiker_id, "Niemand uit VOB")
        woorden = our_organisatie().woorden
        for keuze in self.partij.choices:
            keuze.label = partij_label(Partij(keuze.value), woorden)

    def validate_naam(self, field: StringField) -> None:
        """Of who was hit no name is asked: the case keeps that, and here it stands in clear."""
        is_betrokkene = self.partij.data is Partij.BETROKKENE
        if not self.gebruiker_id.data and not field.data and not is_betrokkene:
            raise ValidationError("Kies iemand, of vul een naam in.")


class AkkoordForm(Formulier):
    uitkomst = WaardelijstField("Antwoord", Uitkomst)
    toelichting = TextAreaField("Toelichting", [Length(max=1000)])

    def validate_uitkomst(self, field: WaardelijstField) -> None:
        if field.data is Uitkomst.GEVRAAGD:
            raise ValidationError("Kies akkoord of niet akkoord.")


class ZaakForm(Formulier):
    """By who handles the case: what may the woordvoerder know?"""

    heeft_concept = True

    nummer = StringField(
        "Nummer van de zaak", [InputRequired("Vul het nummer in."), Length(max=20)]
    )
    feiten = TextAreaField(
        "Wat mag de woordvoerder weten?",
        [InputRequired("Schrijf op wat de woordvoerder mag weten."), Length(max=4000)],
        description="De woordvoerder ziet alleen dit, en niet de zaak.",
    )


class FeitenForm(WijzigFormulier):
    heeft_concept = True

    feiten = TextAreaField(
        "Wat mag de woordvoerder weten?",
        [InputRequired("Schrijf op wat de woordvoerder mag weten."), Length(max=4000)],
    )


class IncidentberichtForm(WijzigFormulier):
    heeft_concept = True

    tekst = TextAreaField("De tekst", [Length(max=4000)])
    vooraf = WaardelijstenField("Vooraf geregeld", Vooraf)
    niet = WaardelijstenField("Nagekeken: dit staat er niet in", Niet)


class NaarBuitenForm(Formulier):
    naar_buiten = WaardelijstField("Is dit naar buiten gebracht?", NaarBuiten)
