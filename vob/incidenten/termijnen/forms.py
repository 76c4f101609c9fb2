"""Starting a clock by hand, and saying what came of it."""

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from vob.core.clock import nu
from vob.web.forms import Formulier, WaardelijstField

from ..models import REGEL_MAX
from ..velden import MomentField, check_geweest
from .values import Termijnsoort


class StartForm(Formulier):
    soort = WaardelijstField("Welke termijn?", Termijnsoort)
    vanaf = DateField(
        "Vanaf welke dag?",
        [InputRequired("Vul de dag in waarop de termijn begint.")],
        description="VOB rekent uit wanneer de termijn afloopt.",
    )
    betreft = StringField(
        "Voor wie?",
        [Length(max=REGEL_MAX)],
        description="Alleen als er meer getroffenen zijn: elk heeft een eigen termijn. "
        "Wordt versleuteld bewaard.",
    )


class StopForm(Formulier):
    moment = MomentField(
        "Wanneer gedaan?", InputRequired("Vul in wanneer het is gedaan."), default=nu
    )
    uitkomst = TextAreaField(
        "Wat is er gedaan?",
        [InputRequired("Schrijf kort op wat er is gedaan, of waarom niet."), Length(max=REGEL_MAX)],
        description="Kort en zakelijk: het feit, niet wat iemand vertelde.",
    )

    def validate_moment(self, field: MomentField) -> None:
        check_geweest(field)
