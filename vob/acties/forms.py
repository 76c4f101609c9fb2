"""Forms for actions."""

from typing import Any

from wtforms import DateField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from vob.gebruikers.queries import active_gebruikers
from vob.web.adres import HOOGSTE
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from .values import Status


class _Velden:
    titel = StringField(
        "Wat moet er gebeuren?", [InputRequired("Vul in wat er moet gebeuren."), Length(max=160)]
    )
    toelichting = TextAreaField("Toelichting", [Length(max=5000)])
    eigenaar_id = SelectField("Wie doet het?", [InputRequired("Kies wie het doet.")], coerce=int)
    uiterlijk = DateField("Uiterlijk op", [InputRequired("Vul een datum in.")])


def _choose_owner(field: SelectField) -> None:
    field.choices = [SelectChoice(g.id, g.naam) for g in active_gebruikers()]


class ActieForm(Formulier, _Velden):
    heeft_concept = True

    bron_soort = HiddenField()
    bron_id = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, HOOGSTE)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_owner(self.eigenaar_id)


class WijzigActieForm(WijzigFormulier, _Velden):
    heeft_concept = True

    verklaring = TextAreaField(
        "Is het te laat? Schrijf op waarom",
        [Length(max=2000)],
        description="Zo weet de coördinator wat er speelt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_owner(self.eigenaar_id)


class StatusForm(Formulier):
    naar = WaardelijstField("Nieuwe status", Status)
    toelichting = TextAreaField("Waaraan ziet u dat het klaar is?", [Length(max=2000)])
