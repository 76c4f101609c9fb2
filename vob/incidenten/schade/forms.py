"""Forms about damage. An amount is read as people write it: 1.234,50."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from wtforms import BooleanField, DateField, Field, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import TextInput

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..models import REGEL_MAX, TEKST_MAX
from ..velden import PersoonField
from . import rules
from .values import Betaler, Claimstatus, Eiser, Postsoort, Route

_BEDRAG = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,2})?|\d+\.\d{1,2}")
_VERSLEUTELD = "Wordt versleuteld bewaard."


class BedragField(Field):
    """Euros. Its data is a Decimal, exact; what cannot be an amount is refused, never rounded."""

    widget = TextInput()
    data: Decimal | None

    def __init__(self, label: str, *validators: Any, **kwargs: Any) -> None:
        kwargs.setdefault("render_kw", {"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label, list(validators), **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        tekst = re.sub(r"[€\s]", "", valuelist[0]) if valuelist else ""
        self.data = None
        if not tekst:
            return
        if not _BEDRAG.fullmatch(tekst):
            raise ValueError("Vul een bedrag in, zoals 125 of 125,50.")
        if "," in tekst or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", tekst):
            tekst = tekst.replace(".", "").replace(",", ".")
        try:
            self.data = Decimal(tekst)
        except InvalidOperation:  # pragma: no cover - the pattern lets nothing else through
            raise ValueError("Vul een bedrag in.") from None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:.2f}".replace(".", ",")


def _check_bedrag(_form: Any, field: BedragField) -> None:
    if field.data is None:
        return
    try:
        rules.check_bedrag(field.data)
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None


def _geweest(_form: Any, field: DateField) -> None:
    if field.data and field.data > vandaag():
        raise ValidationError("Deze dag is nog niet geweest.")


class NieuweClaimForm(Formulier):
    eiser = WaardelijstField("Wie heeft de schade?", Eiser)
    gebruiker_id = PersoonField("Persoon")
    naam = StringField(
        "Naam, als deze persoon geen account heeft",
        [Length(max=REGEL_MAX)],
        description=_VERSLEUTELD,
    )
    route = WaardelijstField("Hoe verhalen wij het?", Route, leeg="Nog niet gekozen")
    toelichting = TextAreaField(
        "Toelichting",
        [Length(max=TEKST_MAX)],
        description=f"Verhaalt u het niet? Schrijf hier waarom. {_VERSLEUTELD}",
    )

    def validate_naam(self, field: StringField) -> None:
        persoon = self.eiser.data is not Eiser.ORGANISATIE
        if persoon and self.gebruiker_id.data is None and not field.data:
            raise ValidationError("Kies een persoon, of vul een naam in.")

    def waarden(self) -> dict[str, Any]:
        """Columns by name; the organisation is no person."""
        persoon = self.eiser.data is not Eiser.ORGANISATIE
        gebruiker_id = self.gebruiker_id.data if persoon else None
        return {
            "eiser": self.eiser.data,
            "gebruiker_id": gebruiker_id,
            "naam": self.naam.data if persoon and gebruiker_id is None else None,
            "route": self.route.data,
            "toelichting": self.toelichting.data or None,
        }


class ClaimForm(WijzigFormulier):
    route = WaardelijstField("Hoe verhalen wij het?", Route, leeg="Nog niet gekozen")
    stand = WaardelijstField("Hoe staat het?", Claimstatus)
    formulier_op = DateField(
        "Formulier van het OM ontvangen op",
        [Optional(), _geweest],
        description="Bij voegen in de strafzaak. U krijgt een actie om het terug te sturen.",
    )
    ingediend_op = DateField("Ingediend op", [Optional(), _geweest])
    beslist_op = DateField("Beslist op", [Optional(), _geweest])
    toegekend = BedragField("Toegekend bedrag, in euro", Optional(), _check_bedrag)
    onherroepelijk_op = DateField(
        "Uitspraak onherroepelijk sinds",
        [Optional(), _geweest],
        description="Bij voegen in de strafzaak: vanaf dan int het CJIB. U krijgt een actie om het "
        "voorschot na te vragen.",
    )
    toelichting = TextAreaField(
        "Toelichting",
        [Length(max=TEKST_MAX)],
        description=f"Verhaalt u het niet? Schrijf hier waarom. {_VERSLEUTELD}",
    )

    def waarden(self) -> dict[str, Any]:
        """Columns by name."""
        overslaan = {"csrf_token", "eenmalig", "versie"}
        waarden = {field.name: field.data for field in self if field.name not in overslaan}
        waarden["toelichting"] = waarden["toelichting"] or None
        return waarden


class PostForm(Formulier):
    soort = WaardelijstField("Wat voor schade?", Postsoort)
    bedrag = BedragField("Bedrag, in euro", InputRequired("Vul het bedrag in."), _check_bedrag)
    omschrijving = StringField("Omschrijving", [Length(max=REGEL_MAX)], description=_VERSLEUTELD)
    bewijs = StringField(
        "Bewijs",
        [Length(max=REGEL_MAX)],
        description=f"Bijvoorbeeld: bon van 3 november. {_VERSLEUTELD}",
    )
    is_verzekerd = BooleanField("De verzekering vergoedt dit")
    is_betaald_door_ons = BooleanField("De organisatie heeft dit al betaald")
    bestanden = BijlagenField("Bon of factuur")


class BetalingForm(Formulier):
    op = DateField("Ontvangen op", [InputRequired("Vul de dag in."), _geweest])
    bedrag = BedragField("Bedrag, in euro", InputRequired("Vul het bedrag in."), _check_bedrag)
    van = WaardelijstField("Van wie", Betaler)
