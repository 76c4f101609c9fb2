"""Preparing a meeting about incidents, and recording it."""

from typing import Any

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.web.forms import WijzigFormulier

from ..models import TEKST_MAX
from . import rules
from .models import FORUM_MAX


class BesprekingForm(WijzigFormulier):
    heeft_concept = True

    forum = StringField(
        "Waar bespreekt u het?",
        [InputRequired("Vul in waar u het bespreekt."), Length(max=FORUM_MAX)],
        description="Bijvoorbeeld: overleg van fractievoorzitters, of het managementteam.",
    )
    datum = DateField("Wanneer?", [InputRequired("Vul de datum in.")])
    van = DateField(
        "Zaken gemeld vanaf",
        [InputRequired("Vul in vanaf welke dag.")],
        description="De eerste dag van een maand.",
    )
    tot = DateField(
        "Zaken gemeld tot en met",
        [InputRequired("Vul in tot en met welke dag.")],
        description="De laatste dag van een maand. Zo wijst de lijst niet één voorval aan.",
    )
    verslag = TextAreaField(
        "Verslag",
        [Length(max=TEKST_MAX)],
        description="Wat viel op, en wat leert u ervan? Laat namen weg. Wordt versleuteld bewaard.",
    )

    def validate_tot(self, field: DateField) -> None:
        if not (field.data and self.van.data):
            return
        try:
            rules.check_periode(self.van.data, field.data, vandaag())
        except RegelOvertreden as fout:
            raise ValidationError(str(fout)) from None

    def waarden(self) -> dict[str, Any]:
        velden = ("forum", "datum", "van", "tot", "verslag")
        return {naam: self[naam].data or "" for naam in velden}
