"""Recording a piece of evidence, and what happened to it later."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from vob.bijlagen.models import Bijlage
from vob.core.clock import nu
from vob.core.errors import RegelOvertreden
from vob.web.forms import Formulier, WaardelijstField

from ..models import REGEL_MAX, TEKST_MAX
from ..values import Bewijssoort
from ..velden import MomentField, check_geweest
from . import rules
from .operations import Handeling
from .values import LATER, Regelsoort

_VERSLEUTELD = "Wordt versleuteld bewaard."


class _Handelingsformulier(Formulier):
    heeft_concept = True

    moment = MomentField("Wanneer?", InputRequired("Vul in wanneer het was."), default=nu)
    van = StringField("Van wie gekregen?", [Length(max=REGEL_MAX)], description=_VERSLEUTELD)
    naar = StringField("Wie bewaart het nu?", [Length(max=REGEL_MAX)], description=_VERSLEUTELD)
    sha256 = StringField(
        "Hash (SHA-256)",
        [Length(max=REGEL_MAX)],
        description="Van een bestand dat ergens anders staat. Van een bijlage weet VOB die zelf.",
    )

    def validate_moment(self, field: MomentField) -> None:
        check_geweest(field)

    def validate_sha256(self, field: StringField) -> None:
        try:
            field.data = rules.normalize_sha256(field.data or "")
        except RegelOvertreden as fout:
            raise ValidationError(str(fout)) from None

    def handeling(self, soort: Regelsoort, sha256: str, toelichting: str = "") -> Handeling:
        return Handeling(
            soort=soort,
            moment=self.moment.data or nu(),
            van=self.van.data or "",
            naar=self.naar.data or "",
            toelichting=toelichting,
            sha256=sha256 or self.sha256.data or "",
        )


class BewijsForm(_Handelingsformulier):
    soort = WaardelijstField("Wat is het?", Bewijssoort)
    omschrijving = TextAreaField(
        "Omschrijving",
        [InputRequired("Omschrijf het bewijsstuk."), Length(max=TEKST_MAX)],
        description=_VERSLEUTELD,
    )
    bijlage = SelectField("Bestand in VOB", coerce=lambda id: int(id) if id else None)

    def __init__(self, bijlagen: list[Bijlage], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bijlagen = {bijlage.id: bijlage for bijlage in bijlagen}
        keuzes = [SelectChoice(str(b.id), b.naam) for b in bijlagen]
        self.bijlage.choices = [SelectChoice("", "Geen: het ligt of staat ergens anders"), *keuzes]

    def gekozen_bijlage(self) -> Bijlage | None:
        return self._bijlagen.get(self.bijlage.data)


class VervolgForm(_Handelingsformulier):
    wat = SelectField(
        "Wat gebeurde ermee?",
        coerce=Regelsoort,
        choices=[SelectChoice(soort.value, soort.label) for soort in LATER],
    )
    toelichting = TextAreaField("Toelichting", [Length(max=TEKST_MAX)], description=_VERSLEUTELD)
