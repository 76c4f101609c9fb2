"""The fields and locks that several forms of this room use."""

import re
from decimal import Decimal
from typing import Any

from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers

from . import rules
from .models_bibliotheek import Beleidsgebied

TEKST_MAX = 5000
GEEN_ADRES = (
    "Hier lijkt een adres in te staan. Laat adressen, plattegronden en adviezen buiten VOB."
)


def choose_gebruiker(
    field: SelectField, leeg: str = "", wie: list[Gebruiker] | None = None
) -> None:
    """The people one can choose; `leeg`: the words for nobody."""
    mensen = active_gebruikers() if wie is None else wie
    keuzes = [SelectChoice(iemand.id, iemand.naam) for iemand in mensen]
    field.choices = [SelectChoice("", leeg), *keuzes] if leeg else keuzes


def read_id(waarde: Any) -> int | None:
    return int(waarde) if waarde else None


class IdField(SelectField):
    """A choice of something with a number, or nothing."""

    def __init__(self, label: str, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=read_id, **kwargs)

    def pre_validate(self, form: Any) -> None:
        if self.data is not None and self.data not in {
            read_id(keuze.value) for keuze in self.choices
        }:
            raise ValidationError("Maak een keuze uit de lijst.")


def choose_gebied(field: SelectField, leeg: str, gebieden: list[Beleidsgebied]) -> None:
    keuzes = [SelectChoice(gebied.id, gebied.naam) for gebied in gebieden]
    field.choices = [SelectChoice("", leeg), *keuzes]


class ZonderAdres:
    """For a form that may be about a person: what looks like an address is refused."""

    besloten = False

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        ok = bool(super().validate(*args, **kwargs))  # type: ignore[misc]  # of the form beside it
        if not self.besloten:
            return ok
        for field in self:  # type: ignore[attr-defined]  # a form is a row of fields
            if isinstance(field.data, str) and rules.has_adres(field.data):
                field.errors = [*field.errors, GEEN_ADRES]
                ok = False
        return ok


class BedragField(StringField):
    """An amount as one writes it here: 1.250,50."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:.2f}".replace(".", ",")

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        tekst = re.sub(r"[€\s]", "", valuelist[0])
        self.data = None
        if tekst and not re.fullmatch(r"(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?", tekst):
            raise ValueError("Vul een bedrag in, bijvoorbeeld 1.250 of 99,95.")
        if tekst:
            self.data = Decimal(tekst.replace(".", "").replace(",", "."))
