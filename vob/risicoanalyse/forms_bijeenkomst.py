"""Forms for one gathering or visit, for the look back, and for security measures."""

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from vob.core.clock import vandaag
from vob.core.values import Waardelijst
from vob.organisatie.queries import our_organisatie
from vob.web.adres import HOOGSTE
from vob.web.forms import WaardelijstField, WijzigFormulier

from . import rules, rules_bijeenkomst
from .models_bibliotheek import Voorbeeldmaatregel
from .rules_beveiliging import OVERGANGEN
from .values_bijeenkomst import (
    Beveiligingssoort,
    Beveiligingsstatus,
    BeveiligingVoor,
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Kleur,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
    Verloop,
)
from .velden import GEEN_ADRES, IdField, choose_gebruiker

VRAGEN = (
    "q_plaats",
    "q_publiek",
    "q_onderwerp",
    "q_personen",
    "q_eerder",
    "q_tijdstip",
    "q_route",
    "q_hulp",
)


class VraagField(RadioField):
    """One of the short questions: the answers stand in sight, one press each."""

    def __init__(self, label: str, lijst: type[Waardelijst], **kwargs: Any) -> None:
        super().__init__(
            label,
            [InputRequired("Kies een antwoord.")],
            coerce=lambda waarde: lijst(waarde) if waarde in set(lijst) else None,
            choices=[SelectChoice(lid.value, lid.label) for lid in lijst],
            **kwargs,
        )


class OperationeelForm(WijzigFormulier):
    """Also to begin one: then there is no version to compare with."""

    heeft_concept = True

    bron_soort = HiddenField()
    bron_id = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, HOOGSTE)])
    soort = WaardelijstField(
        "Wat is het?", Bijeenkomstsoort, InputRequired("Kies wat het is."), leeg="Kies"
    )
    titel = StringField(
        "Waarover gaat het?",
        [InputRequired("Vul in waarover het gaat."), Length(max=160)],
        description="Geen namen: dit staat in lijsten.",
    )
    dag = DateField("Datum", [InputRequired("Vul de datum in.")])
    tijd = TimeField("Begint om", [Optional()])
    plaats = StringField(
        "Plaats", [Length(max=120)], description="Gebouw of wijk. Geen adres van iemand thuis."
    )
    aanwezigen = StringField("Wie gaan er?", [Length(max=200)], description="Functies zijn genoeg.")
    q_plaats = VraagField("Waar is het?", Plaats)
    q_publiek = VraagField("Wie komen er?", Publiek)
    q_onderwerp = VraagField("Hoe gevoelig is het onderwerp?", Onderwerp)
    q_personen = VraagField("Komt er iemand om op te letten?", Personen)
    q_eerder = VraagField("Is er eerder iets gebeurd?", Eerder)
    q_tijdstip = VraagField("Hoe laat is het?", Tijdstip)
    q_route = VraagField("Hoe komt u er weg?", Route)
    q_hulp = VraagField("Is er hulp in de buurt?", Hulp)
    signalen = TextAreaField(
        "Signalen",
        [Length(max=2000)],
        description="Wat hoorde u, van wie, wanneer? Dit leest alleen wie deze check mag zien.",
    )
    kleur = WaardelijstField("Uw uitkomst", Kleur, leeg="Wat VOB voorstelt")
    motivering = TextAreaField(
        "Waarom deze uitkomst?",
        [Length(max=2000)],
        description="Nodig als u lichter kiest dan VOB voorstelt.",
    )
    basis = StringField(
        "Waarop baseert u dit?",
        [InputRequired("Vul in waarop u dit baseert."), Length(max=200)],
        description="Bijvoorbeeld: overleg met de wijkagent, vorige vergadering.",
    )
    maatregelen = SelectMultipleField("Kies wat nodig is", coerce=int)
    eigen_maatregel = StringField("Iets anders, namelijk", [Length(max=160)])
    eigenaar_id = IdField("Wie regelt dit?")
    is_balie_ingelicht = BooleanField("Balie en beveiliging laten weten")
    is_politie_ingelicht = BooleanField("De politie is ingelicht")

    def __init__(self, *args: Any, voorbeelden: list[Voorbeeldmaatregel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = our_organisatie().woorden
        self.soort.choices = [
            SelectChoice("", "Kies"),
            *(
                SelectChoice(soort.value, rules_bijeenkomst.soort_label(soort, woorden))
                for soort in Bijeenkomstsoort
            ),
        ]
        self.maatregelen.choices = [SelectChoice(m.id, m.titel) for m in voorbeelden]
        choose_gebruiker(self.eigenaar_id, "Kies wie")

    @property
    def antwoorden(self) -> dict[str, Waardelijst | None]:
        return {naam: self[naam].data for naam in VRAGEN}

    def validate_plaats(self, field: StringField) -> None:
        if rules.has_adres(field.data or ""):
            raise ValidationError(GEEN_ADRES)

    def validate_motivering(self, field: TextAreaField) -> None:
        voorstel = rules_bijeenkomst.suggest_kleur(self.antwoorden)
        gekozen = self.kleur.data
        if gekozen and rules_bijeenkomst.is_lichter(gekozen, voorstel.kleur) and not field.data:
            raise ValidationError("U kiest lichter dan VOB voorstelt. Schrijf op waarom.")

    def validate_eigenaar_id(self, field: IdField) -> None:
        if (self.maatregelen.data or self.eigen_maatregel.data) and not field.data:
            raise ValidationError("Kies wie de maatregelen regelt.")


class TerugblikForm(WijzigFormulier):
    verloop = WaardelijstField(
        "Hoe verliep het?", Verloop, InputRequired("Kies hoe het verliep."), leeg="Kies"
    )
    leerpunt = TextAreaField("Wat doet u een volgende keer anders?", [Length(max=2000)])


class BeveiligingForm(WijzigFormulier):
    """No free text: a place or a name has nowhere to go."""

    soort = WaardelijstField(
        "Soort maatregel", Beveiligingssoort, InputRequired("Kies een soort."), leeg="Kies"
    )
    voor = WaardelijstField("Voor", BeveiligingVoor, InputRequired("Kies waarvoor."), leeg="Kies")
    naar = WaardelijstField("Stand", Beveiligingsstatus)
    regelaar_id = IdField("Wie regelt het?", [InputRequired("Kies wie het regelt.")])
    van = DateField("Vanaf", [Optional()])
    tot = DateField("Tot en met", [Optional()])
    toets_op = DateField(
        "Bekijken of het minder kan op",
        [InputRequired("Vul in wanneer u bekijkt of het minder kan.")],
        description="Een maatregel houdt een keer op. Op deze dag vraagt VOB ernaar.",
    )
    getest_op = DateField("Getest op", [Optional()])

    def __init__(
        self, *args: Any, stand: Beveiligingsstatus = Beveiligingsstatus.VOORGESTELD, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose_gebruiker(self.regelaar_id, "Kies wie")
        self.naar.choices = [SelectChoice(naar.value, naar.label) for naar in OVERGANGEN[stand]]

    def validate_tot(self, field: DateField) -> None:
        if field.data and self.van.data and field.data < self.van.data:
            raise ValidationError("Vul een dag in die niet vóór de eerste dag ligt.")

    def validate_getest_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Vul in wanneer u hem testte. Die dag ligt niet in de toekomst.")
