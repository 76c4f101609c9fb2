"""The pages of the wizard that ask the same of every risk: one sheet, one form, one save.

Its fields are named `<column>_<risk>`. Which version someone looked at is that of the analysis: who
changes a risk touches the analysis too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.values import Waardelijst
from vob.data import Model
from vob.organisatie.queries import our_organisatie, setting
from vob.web.forms import WaardelijstField, WijzigFormulier

from . import rules
from .models import Analyse
from .models_risico import Risico
from .values import Aspect, Besluitniveau, Domein, Werking, Zekerheid
from .velden import TEKST_MAX, ZonderAdres


class CijferField(SelectField):
    """A score with its words; not scored yet is a choice too."""

    def __init__(self, label: str, woorden: tuple[str, ...], **kwargs: Any) -> None:
        keuzes = [SelectChoice(n, f"{n} {woord}") for n, woord in enumerate(woorden, 1)]
        super().__init__(
            label,
            coerce=lambda waarde: int(waarde) if waarde else None,
            choices=[SelectChoice("", "Nog geen score"), *keuzes],
            **kwargs,
        )

    def pre_validate(self, form: Any) -> None:
        if self.data is not None and not 0 < self.data < len(self.choices):
            raise ValidationError("Kies een score uit de lijst.")


def _kans(naam: str) -> Callable[[Analyse], Any]:
    return lambda analyse: CijferField(naam, rules.KANS[analyse.schaal])


def _effect(naam: str) -> Callable[[Analyse], Any]:
    return lambda analyse: CijferField(naam, rules.EFFECT[analyse.schaal])


def _keuze(naam: str, lijst: type[Waardelijst], leeg: str) -> Callable[[Analyse], Any]:
    return lambda _analyse: WaardelijstField(naam, lijst, leeg=leeg)


def _tekst(naam: str, uitleg: str = "") -> Callable[[Analyse], Any]:
    return lambda _analyse: TextAreaField(naam, [Length(max=TEKST_MAX)], description=uitleg)


BLADEN: dict[str, dict[str, Callable[[Analyse], Any]]] = {
    "score": {
        "kans": _kans("Kans"),
        "effect": _effect("Effect"),
        "aspect": _keuze("Wat raakt het het meest?", Aspect, "Niet ingevuld"),
        "zekerheid": _keuze("Hoe zeker bent u?", Zekerheid, "Niet ingevuld"),
    },
    "bestaand": {
        "bestaand": _tekst("Wat doet u al?"),
        "werking": _keuze("Hoe goed werkt dat?", Werking, "Niet ingevuld"),
    },
    "restrisico": {
        "rest_kans": _kans("Kans, als de maatregelen er zijn"),
        "rest_effect": _effect("Effect, als de maatregelen er zijn"),
    },
    "acceptatie": {
        "accept_niveau": _keuze("Wie accepteert wat overblijft?", Besluitniveau, "Kies wie"),
        "accept_wie": lambda _analyse: StringField(
            "Naam of functie", [Length(max=120)], description="Bijvoorbeeld: hoofd facilitair."
        ),
        "accept_tot": lambda _analyse: DateField("Tot en met", [Optional()]),
        "accept_reden": _tekst("Waarom is dit te dragen?"),
    },
}


# What stands there while nobody said otherwise: nothing changes without a measure, and the lowest
# who may accept it does so for as long as the analysis holds.
_VOORSTEL: dict[str, Callable[[Risico], Any]] = {
    "rest_kans": lambda risico: risico.kans,
    "rest_effect": lambda risico: risico.effect,
    "accept_niveau": lambda risico: rules.NIVEAU[risico.rest] if risico.rest else None,
    "accept_tot": lambda risico: _geldt_tot(risico) if risico.rest else None,
}


def _geldt_tot(risico: Risico) -> date:
    return plus_maanden(vandaag(), setting(rules.MAANDEN[risico.analyse.soort]))


def _waarde(risico: Risico, veld: str) -> Any:
    waarde = getattr(risico, veld)
    return _VOORSTEL[veld](risico) if waarde is None and veld in _VOORSTEL else waarde


# What is asked of the risks of a person too.
_PERSOON = {"score": {"domein": _keuze("In welk domein?", Domein, "Kies een domein")}}


def _niveaus() -> list[SelectChoice]:
    """Who decides, in the words of this organisation."""
    woorden = our_organisatie().woorden
    return [
        SelectChoice("", "Kies wie"),
        *(
            SelectChoice(niveau.value, rules.niveau_label(niveau, woorden))
            for niveau in Besluitniveau
        ),
    ]


class _Basis(ZonderAdres, WijzigFormulier):
    heeft_concept = True


@dataclass
class Blad:
    """The form of one sheet and the values it started from."""

    form: WijzigFormulier
    velden: tuple[str, ...]
    risicos: list[Risico]
    bron: SimpleNamespace = field(repr=False)

    def fields_of(self, risico: Risico) -> list[Any]:
        return [self.form[f"{veld}_{risico.id}"] for veld in self.velden]

    def is_stale(self) -> bool:
        return self.form.is_stale(cast(Model, self.bron))

    def fill(self) -> None:
        for risico in self.risicos:
            for veld in self.velden:
                setattr(risico, veld, self.form[f"{veld}_{risico.id}"].data)


def make_blad(analyse: Analyse, stap: str) -> Blad:
    velden = _PERSOON.get(stap, {}) | BLADEN[stap] if analyse.is_besloten else BLADEN[stap]
    namen = {
        f"{veld}_{risico.id}": (risico, veld, maak(analyse))
        for risico in analyse.risicos
        for veld, maak in velden.items()
    }
    soort = type("BladForm", (_Basis,), {naam: veld for naam, (_, _, veld) in namen.items()})
    bron = SimpleNamespace(
        versie=analyse.versie,
        **{naam: _waarde(risico, veld) for naam, (risico, veld, _) in namen.items()},
    )
    form = soort(obj=bron)
    form.besloten = analyse.is_besloten
    for naam, (risico, _, _) in namen.items():
        form[naam].volle_naam = f"{form[naam].label.text} bij ‘{risico.titel}’"
    for veld in form:
        if veld.name.startswith("accept_niveau_"):
            veld.choices = _niveaus()
    return Blad(form, tuple(velden), list(analyse.risicos), bron)


__all__ = ["BLADEN", "Blad", "make_blad"]
