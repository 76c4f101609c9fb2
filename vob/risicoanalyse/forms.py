"""Forms for analyses: making one, the pages of the wizard, deciding."""

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from vob.core.clock import vandaag
from vob.core.organisatietype import functie_label
from vob.documenten.values import Orgaan, orgaan_label
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from . import rules
from .bibliotheek import actieve_gebieden
from .models import Analyse
from .models_bibliotheek import Scenario
from .values import (
    Adviesstatus,
    Betaler,
    Domein,
    Factor,
    Kwetsbaarheid,
    Maatregelstatus,
    Maatregeltype,
    Soort,
    WerktOp,
)
from .velden import TEKST_MAX, BedragField, IdField, ZonderAdres, choose_gebied, choose_gebruiker


class AnalyseForm(Formulier):
    """A new analysis. Of a person it has no title and no area: those would tell."""

    soort = WaardelijstField("Waarover gaat de analyse?", Soort, InputRequired("Kies waarover."))
    titel = StringField("Titel", [Length(max=160)], description="Leeg: VOB vult een titel in.")
    beleidsgebied_id = IdField("Beleidsgebied")
    persoon_id = IdField(
        "Wie",
        description="Alleen deze persoon, u, en wie u samen noemt zien de analyse. Niemand anders.",
    )

    def __init__(self, *args: Any, personen: list[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort.choices = [
            SelectChoice(soort.value, soort.label)
            for soort in (Soort.GENERIEK, Soort.BELEIDSGEBIED, Soort.PERSOON)
        ]
        choose_gebied(self.beleidsgebied_id, "Kies een beleidsgebied", actieve_gebieden())
        choose_gebruiker(self.persoon_id, "Kies wie", personen)

    def validate_beleidsgebied_id(self, field: IdField) -> None:
        if self.soort.data is Soort.BELEIDSGEBIED and not field.data:
            raise ValidationError("Kies een beleidsgebied.")

    def validate_persoon_id(self, field: IdField) -> None:
        if self.soort.data is Soort.PERSOON and not field.data:
            raise ValidationError("Kies over wie het gaat.")


class AfbakeningForm(ZonderAdres, WijzigFormulier):
    heeft_concept = True

    titel = StringField("Titel", [InputRequired("Geef een titel."), Length(max=160)])
    afbakening = TextAreaField(
        "Waar kijkt u naar, en waar niet?",
        [Length(max=TEKST_MAX)],
        description="Bijvoorbeeld: de hele organisatie, dit jaar; niet de brandveiligheid.",
    )
    belang = TextAreaField("Waarom is dit belangrijk of gevoelig?", [Length(max=TEKST_MAX)])
    factoren = WaardelijstenField("Wat maakt dreiging groter?", Factor)
    kwetsbaar = WaardelijstenField("Waar bent u kwetsbaar?", Kwetsbaarheid)
    advies_status = WaardelijstField(
        "Advies van CCV of beveiligingsautoriteit",
        Adviesstatus,
        leeg="Niet ingevuld",
        description="Alleen dát het er is. Het advies zelf hoort niet in VOB.",
    )
    advies_op = DateField("Datum van het advies", [Optional()])

    def __init__(self, analyse: Analyse, **kwargs: Any) -> None:
        super().__init__(obj=analyse, **kwargs)
        self.besloten = analyse.is_besloten
        if analyse.is_besloten:
            del self.titel
            functie = our_organisatie().woorden.wethouder
            self.afbakening.description = f"Bijvoorbeeld: mijn werk als {functie}, en online."
        else:
            del self.advies_status, self.advies_op


class DeelnemersForm(ZonderAdres, WijzigFormulier):
    heeft_concept = True

    deelnemers = TextAreaField(
        "Wie doen mee?",
        [Length(max=TEKST_MAX)],
        description="Per regel een naam of functie. Denk aan wie het werk doet en wie er woont.",
    )

    def __init__(self, analyse: Analyse, **kwargs: Any) -> None:
        super().__init__(obj=analyse, **kwargs)
        self.besloten = analyse.is_besloten
        if analyse.is_besloten:
            self.deelnemers.description = "Per regel een naam of functie."


class DreigingenForm(ZonderAdres, Formulier):
    """Scenarios of the library to take, and one in own words."""

    heeft_concept = True

    scenarios = SelectMultipleField("Uit de bibliotheek", coerce=int)
    eigen = StringField(
        "Staat het er niet bij? Schrijf het zelf op",
        [Length(max=160)],
        description="Eén zin: wat kan er gebeuren?",
    )

    def __init__(self, analyse: Analyse, scenarios: list[Scenario], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.besloten = analyse.is_besloten
        self.scenarios.choices = [SelectChoice(s.id, s.titel) for s in scenarios]


class RisicoForm(ZonderAdres, WijzigFormulier):
    """What a risk is; its scores are given in the wizard, beside those of the others."""

    heeft_concept = True

    titel = StringField(
        "Wat kan er gebeuren?", [InputRequired("Schrijf op wat er kan gebeuren."), Length(max=160)]
    )
    domein = WaardelijstField("Domein", Domein, leeg="Kies een domein")
    oorzaak = TextAreaField("Waardoor?", [Length(max=TEKST_MAX)])
    doelwit = StringField(
        "Wie of wat is het doelwit?", [Length(max=200)], description="Een functie, geen naam."
    )
    momenten = TextAreaField(
        "Wanneer is men kwetsbaar?",
        [Length(max=TEKST_MAX)],
        description="Bijvoorbeeld: na de vergadering, op weg naar de auto.",
    )

    def __init__(self, analyse: Analyse, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.besloten = analyse.is_besloten
        if not analyse.is_besloten:
            del self.domein


class MaatregelForm(ZonderAdres, WijzigFormulier):
    heeft_concept = True

    titel = StringField(
        "Wat wordt er gedaan?", [InputRequired("Schrijf op wat er wordt gedaan."), Length(max=160)]
    )
    type = WaardelijstField(
        "Soort", Maatregeltype, InputRequired("Kies een soort."), leeg="Kies een soort"
    )
    werkt_op = WaardelijstField(
        "Wat verandert het?", WerktOp, InputRequired("Kies wat het verandert."), leeg="Kies"
    )
    eigenaar_id = IdField("Wie zorgt ervoor?", [InputRequired("Kies wie ervoor zorgt.")])
    uiterlijk = DateField("Uiterlijk op", [InputRequired("Vul een datum in.")])
    kosten = BedragField(
        "Kosten in euro", [Optional(), NumberRange(0, 10_000_000, "Vul een bedrag in.")]
    )
    betaler = WaardelijstField("Wie betaalt?", Betaler, leeg="Nog niet bekend")

    def __init__(self, analyse: Analyse, personen: list[Gebruiker], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.besloten = analyse.is_besloten
        choose_gebruiker(self.eigenaar_id, "Kies wie", personen)


class MaatregelstatusForm(Formulier):
    naar = WaardelijstField("Nieuwe stand", Maatregelstatus)


class TerugForm(Formulier):
    reden = TextAreaField(
        "Wat moet er anders?", [InputRequired("Schrijf op wat er anders moet."), Length(max=2000)]
    )


class VaststelForm(Formulier):
    gezien = HiddenField()  # the state that the decision was about
    orgaan = WaardelijstField(
        "Wie stelt deze analyse vast?", Orgaan, InputRequired("Kies wie."), leeg="Kies wie"
    )
    vastgesteld_op = DateField("Datum van het besluit", [InputRequired("Vul de datum in.")])
    besluitnummer = StringField("Nummer van het besluit", [Length(max=60)])
    herzien_op = DateField(
        "Opnieuw bekijken op",
        [InputRequired("Vul in wanneer u opnieuw kijkt.")],
        description="Na die dag geldt de analyse als verlopen.",
    )
    akkoord = BooleanField("Ik accepteer wat er na de maatregelen overblijft, zoals het erin staat")

    def __init__(self, *args: Any, analyse: Analyse, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = our_organisatie().woorden
        nodig = rules.niveau_nodig(risico.rest for risico in analyse.risicos if risico.rest)
        keuzes = [
            SelectChoice(orgaan.value, orgaan_label(orgaan, woorden))
            for orgaan in Orgaan
            if rules.BESLIST[orgaan] >= nodig
        ]
        self.orgaan.choices = [SelectChoice("", "Kies wie"), *keuzes]
        if analyse.is_besloten:
            del self.orgaan, self.besluitnummer

    def validate_vastgesteld_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Leg het besluit vast als het is genomen, niet eerder.")

    def validate_herzien_op(self, field: DateField) -> None:
        if field.data and self.vastgesteld_op.data and field.data <= self.vastgesteld_op.data:
            raise ValidationError("Kies een dag na het besluit.")

    def validate_akkoord(self, field: BooleanField) -> None:
        if not field.data:
            raise ValidationError("Zonder uw akkoord wordt de analyse niet vastgesteld.")


class LezersForm(Formulier):
    lezers = SelectMultipleField(
        "Wie mogen meelezen?",
        coerce=int,
        description="Noem zo weinig mogelijk mensen. Zij lezen alles wat hierin staat.",
    )

    def __init__(self, *args: Any, wie: list[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soort = our_organisatie().type
        self.lezers.choices = [
            SelectChoice(iemand.id, f"{iemand.naam}, {functie_label(iemand.functie, soort)}")
            for iemand in wie
        ]


class KoppelForm(Formulier):
    nummer = StringField(
        "Nummer van de zaak",
        [InputRequired("Vul het nummer in."), Length(max=20)],
        description="Bijvoorbeeld 2026-0042. Alleen een afgehandelde zaak.",
    )
