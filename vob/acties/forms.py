"""Forms for actions."""

from typing import Any

from flask_login import current_user
from wtforms import DateField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from vob.gebruikers.queries import active_gebruikers
from vob.web import objecten
from vob.web.adres import HOOGSTE
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from .models import Actie
from .values import Status


class _Velden:
    titel = StringField(
        "Wat moet er gebeuren?", [InputRequired("Vul in wat er moet gebeuren."), Length(max=160)]
    )
    toelichting = TextAreaField("Toelichting", [Length(max=5000)])
    eigenaar_id = SelectField("Wie doet het?", [InputRequired("Kies wie het doet.")], coerce=int)
    uiterlijk = DateField("Uiterlijk op", [InputRequired("Vul een datum in.")])


def choose_owner(field: SelectField, soort: str = "", id: int = 0) -> None:
    """Everyone, or those who may know of what the action is about; then it says so."""
    mensen = active_gebruikers()
    weten = objecten.who_may_know(soort, id, {g.id for g in mensen})
    field.choices = [SelectChoice(g.id, g.naam) for g in mensen if g.id in weten]
    if len(weten) < len(mensen):
        field.description = "Niet iedereen mag hiervan weten. U kiest uit wie dat wel mag."


class ActieForm(Formulier, _Velden):
    heeft_concept = True

    bron_soort = HiddenField()
    bron_id = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, HOOGSTE)])

    def __init__(self, soort: str, id: int, **kwargs: Any) -> None:
        """`soort` and `id`: what it is about, when one begins; what was sent goes first."""
        super().__init__(**kwargs)
        if not self.is_submitted():  # also when a draft came back: that one had another source
            self.bron_soort.data, self.bron_id.data = soort, id
        bron_id = self.bron_id.data or 0
        soort = self.bron_soort.data or ""
        # Who may know of it is for who works on it; the view refuses anyone else, and any other id.
        if 0 <= bron_id <= HOOGSTE and objecten.may_work_on(current_user, soort, bron_id):
            choose_owner(self.eigenaar_id, soort, bron_id)
        else:
            choose_owner(self.eigenaar_id)


class WijzigActieForm(WijzigFormulier, _Velden):
    heeft_concept = True

    verklaring = TextAreaField(
        "Is het te laat? Schrijf op waarom",
        [Length(max=2000)],
        description="Zo weet de coördinator wat er speelt.",
    )

    def __init__(self, obj: Actie) -> None:
        super().__init__(obj=obj)
        choose_owner(self.eigenaar_id, obj.bron_soort, obj.bron_id or 0)
        is_beperkt = bool(self.eigenaar_id.description)
        if is_beperkt and not objecten.may_work_on(current_user, obj.bron_soort, obj.bron_id or 0):
            self.eigenaar_id.choices = [SelectChoice(obj.eigenaar_id, obj.eigenaar.naam)]
            self.eigenaar_id.description = "Wie hieraan werkt, kan de actie aan een ander geven."


class StatusForm(Formulier):
    naar = WaardelijstField("Nieuwe status", Status)
    toelichting = TextAreaField("Waaraan ziet u dat het klaar is?", [Length(max=2000)])
