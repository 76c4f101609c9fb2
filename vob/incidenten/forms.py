"""Reporting: the short form, and what one may tell on top of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask_login import current_user
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie, functie_label
from vob.core.permissions import Recht
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers, gebruikers_with
from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from . import rules
from .models import REGEL_MAX, TEKST_MAX, TITEL_MAX, Meldlijn
from .values import (
    Bewijssoort,
    Deelpartij,
    ErnstGetroffene,
    GemeldDoor,
    GerichtOp,
    Hoofdvorm,
    JaNeeOnbekend,
    Kanaal,
    Locatie,
    NuVeilig,
    SoortVeroorzaker,
    VeroorzakerBekend,
    Vorm,
    Wie,
)
from .velden import MomentField
from .woorden import deelpartij_label, gemeld_door_label, locatie_label

_OVERSLAAN = "Geen antwoord"
_FUNCTIE_ZONDER_LIJST = {Functie.MEDEWERKER, Functie.GEZINSLID, Functie.ANDERS}
# What the form asks and a case stores under the same name.
_ZELFDE = (
    "omschrijving",
    "voorval_op",
    "voorval_tot",
    "kennis_op",
    "plaats",
    "kanaal",
    "nu_veilig",
    "locatie",
    "onderwerp",
    "gericht_op",
    "samenhang_ambt",
    "ernst_getroffene",
    "veroorzaker_bekend",
    "soort_veroorzaker",
    "heeft_letsel",
    "heeft_schade",
    "is_vermijding",
)
# What stands behind "Meer vertellen".
_MEER = (
    "titel",
    "gemeld_door",
    "vormen",
    "woorden",
    "voorval_tot",
    "kennis_op",
    "locatie",
    "onderwerp",
    "gericht_op",
    "samenhang_ambt",
    "ernst_getroffene",
    "veroorzaker_bekend",
    "soort_veroorzaker",
    "veroorzaker",
    "getuigen",
    "bewijssoorten",
    "heeft_letsel",
    "heeft_schade",
    "is_vermijding",
    "instemming_delen",
    "is_vertrouwelijk",
)


class MeldForm(Formulier):
    """Six answers are enough. Everything behind "Meer vertellen" may stay empty."""

    heeft_concept = True

    omschrijving = TextAreaField(
        "Vertel het in uw eigen woorden",
        [InputRequired("Vertel kort wat er is gebeurd."), Length(max=TEKST_MAX)],
        description="Wat zei of deed de ander? Laat namen van andere mensen weg.",
    )
    wie = WaardelijstField("Om wie gaat het?", Wie)
    getroffene_id = SelectField("Wie is het?", coerce=lambda id: int(id) if id else None)
    getroffene_naam = StringField("Naam", [Length(max=REGEL_MAX)])
    getroffene_functie = WaardelijstField("Functie", Functie, leeg="Kies een functie")
    hoofdvormen = WaardelijstenField(
        "Wat voor gedrag?",
        Hoofdvorm,
        InputRequired("Kies wat voor gedrag het was. Weet u het niet? Kies dan ‘Iets anders’."),
        description="U kunt er meer kiezen.",
    )
    voorval_op = MomentField(
        "Wanneer?", InputRequired("Vul in wanneer het was. Ongeveer is goed."), default=nu
    )
    kanaal = WaardelijstField(
        "Hoe gebeurde het?", Kanaal, InputRequired("Kies hoe het gebeurde."), leeg="Kies"
    )
    plaats = StringField("Waar?", [Length(max=REGEL_MAX)])
    nu_veilig = WaardelijstField("Voelt u zich nu veilig?", NuVeilig)
    bestanden = BijlagenField("Foto, schermafdruk of mail toevoegen")

    titel = StringField(
        "Titel",
        [Length(max=TITEL_MAX)],
        description="Laat u dit leeg, dan maken wij een titel van het gedrag en de plaats.",
    )
    gemeld_door = WaardelijstField("U meldt dit als", GemeldDoor, leeg=_OVERSLAAN)
    vormen = WaardelijstenField(
        "Kunt u het gedrag preciezer noemen?", Vorm, description="U kunt er meer kiezen."
    )
    woorden = TextAreaField(
        "Letterlijke woorden",
        [Length(max=TEKST_MAX)],
        description="Wat zei of schreef de ander precies? Dit helpt bij een aangifte.",
    )
    voorval_tot = MomentField(
        "Tot wanneer?", Optional(), description="Als het langer duurde of vaker gebeurde."
    )
    kennis_op = DateField(
        "Wanneer hoorde de getroffene ervan?",
        [Optional()],
        description="Alleen als dat later was. Voor een klacht telt deze dag.",
    )
    locatie = WaardelijstField("Soort plaats", Locatie, leeg=_OVERSLAAN)
    onderwerp = StringField(
        "Waar ging het over?",
        [Length(max=REGEL_MAX)],
        description="Bijvoorbeeld een besluit, een plan of een dossier.",
    )
    gericht_op = WaardelijstField("Tegen wie of wat was het gericht?", GerichtOp, leeg=_OVERSLAAN)
    samenhang_ambt = WaardelijstField(
        "Heeft het met het werk of ambt te maken?", JaNeeOnbekend, leeg=_OVERSLAAN
    )
    ernst_getroffene = WaardelijstField(
        "Hoe ernstig vindt de getroffene het?", ErnstGetroffene, leeg=_OVERSLAAN
    )
    veroorzaker_bekend = WaardelijstField(
        "Is bekend wie het deed?", VeroorzakerBekend, leeg=_OVERSLAAN
    )
    soort_veroorzaker = WaardelijstField("Wie deed het?", SoortVeroorzaker, leeg=_OVERSLAAN)
    veroorzaker = TextAreaField(
        "Wat weet u van wie het deed?",
        [Length(max=TEKST_MAX)],
        description="Naam, uiterlijk, account, kenteken. Wij bewaren dit versleuteld.",
    )
    getuigen = TextAreaField(
        "Wie zag of hoorde het ook?",
        [Length(max=TEKST_MAX)],
        description="Naam en telefoon of e-mail. Wij bewaren dit versleuteld.",
    )
    bewijssoorten = WaardelijstenField("Welk bewijs is er?", Bewijssoort)
    heeft_letsel = BooleanField("Iemand is gewond of heeft pijn")
    heeft_schade = BooleanField("Er is iets kapot of er zijn kosten")
    is_vermijding = BooleanField(
        "De getroffene vermijdt sindsdien iets, zoals een plek, een onderwerp of sociale media"
    )
    instemming_delen = WaardelijstenField("Met wie mogen wij dit delen?", Deelpartij)
    is_vertrouwelijk = BooleanField(
        "Extra vertrouwelijk",
        description="Dan lezen alleen u, de getroffene en de meldlijn deze melding.",
    )
    is_proef = BooleanField(
        "Dit is een proefmelding", description="Een oefening. Telt niet mee in de cijfers."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisatie = our_organisatie()
        if not current_user.can(Recht.MELDLIJN_BEHEREN):
            del self.is_proef
        _relabel(self.getroffene_functie, lambda f: functie_label(f, organisatie.type))
        _relabel(self.gemeld_door, lambda d: gemeld_door_label(d, organisatie.woorden))
        _relabel(self.locatie, lambda plek: locatie_label(plek, organisatie.woorden))
        _relabel(self.instemming_delen, lambda p: deelpartij_label(p, organisatie.woorden))
        self.getroffene_id.choices = [("", "Iemand die niet in de lijst staat"), *_ambtsdragers()]

    @property
    def gaat_over_melder(self) -> bool:
        return self.wie.data is Wie.ZELF or self.getroffene_id.data == current_user.id

    @property
    def is_meer_open(self) -> bool:
        """Something behind "Meer vertellen" is wrong or was filled in: then it stands open."""
        return any(self[naam].errors or self[naam].data for naam in _MEER)

    def validate_getroffene_naam(self, field: StringField) -> None:
        if self.wie.data is Wie.ANDER and not self.getroffene_id.data and not field.data:
            raise ValidationError("Kies wie het is, of vul een naam in.")

    def validate_getroffene_functie(self, field: WaardelijstField) -> None:
        if self.wie.data is Wie.ANDER and not self.getroffene_id.data and not field.data:
            raise ValidationError("Kies een functie. Daarmee komt de melding bij de goede persoon.")

    def validate_voorval_op(self, field: MomentField) -> None:
        if field.data:  # None: it was no moment at all, and that is said already
            _check(field.data, None, nu())

    def validate_voorval_tot(self, field: MomentField) -> None:
        if self.voorval_op.data and field.data:
            _check(self.voorval_op.data, field.data, nu())

    def validate_kennis_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")

    def waarden(self) -> dict[str, Any]:
        """The columns of the case, by name."""
        waarden = {naam: self[naam].data for naam in _ZELFDE}
        waarden |= {naam: self[naam].data or None for naam in ("woorden", "veroorzaker")}
        waarden |= {
            "getuigen": self.getuigen.data or None,
            "titel": self.titel.data,
            "is_vertrouwelijk": self.is_vertrouwelijk.data,
            "is_proef": "is_proef" in self and self.is_proef.data,
            "bewijssoorten": [soort.value for soort in self.bewijssoorten.data],
            "instemming_delen": [partij.value for partij in self.instemming_delen.data],
            "vormen": rules.combine_vormen(self.hoofdvormen.data, self.vormen.data),
        }
        return waarden | self._getroffene()

    def _getroffene(self) -> dict[str, Any]:
        if self.gaat_over_melder:
            return {"getroffene_id": current_user.id, "gemeld_door": GemeldDoor.SLACHTOFFER}
        door = self.gemeld_door.data
        if door in (None, GemeldDoor.SLACHTOFFER):
            door = GemeldDoor.NAMENS
        if self.getroffene_id.data:
            return {"getroffene_id": self.getroffene_id.data, "gemeld_door": door}
        return {
            "getroffene_naam": self.getroffene_naam.data,
            "getroffene_functie": self.getroffene_functie.data,
            "gemeld_door": door,
        }


class MeldlijnForm(WijzigFormulier):
    """Who gets the cases about people in one function."""

    eerste_id = SelectField("Krijgt de melding eerst", coerce=lambda id: int(id) if id else None)
    vervanger_id = SelectField("Vervanger", coerce=lambda id: int(id) if id else None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(g.id), g.naam) for g in gebruikers_with(Recht.INCIDENT_BEHANDELEN)]
        self.eerste_id.choices = [("", "Nog niemand"), *keuzes]
        self.vervanger_id.choices = [("", "Nog niemand"), *keuzes]

    def populate(self, lijn: Meldlijn) -> None:
        lijn.eerste_id, lijn.vervanger_id = self.eerste_id.data, self.vervanger_id.data

    def validate_vervanger_id(self, field: SelectField) -> None:
        if field.data and field.data == self.eerste_id.data:
            raise ValidationError("Kies iemand anders dan wie de melding eerst krijgt.")


def _check(van: datetime, tot: datetime | None, moment: datetime) -> None:
    try:
        rules.check_voorval(van, tot, moment)
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None


def _ambtsdragers() -> list[tuple[str, str]]:
    """Who can be chosen by name: those in office, not all staff."""
    organisatietype = our_organisatie().type

    def label(gebruiker: Gebruiker) -> str:
        return f"{gebruiker.naam} ({functie_label(gebruiker.functie, organisatietype)})"

    return [
        (str(gebruiker.id), label(gebruiker))
        for gebruiker in active_gebruikers()
        if gebruiker.functie not in _FUNCTIE_ZONDER_LIJST
    ]


def _relabel(field: SelectField, label: Callable[[Any], str]) -> None:
    """The choices of a value list in the words of this organisation."""
    for keuze in field.choices:
        if keuze.value:
            keuze.label = label(field.coerce(keuze.value))
