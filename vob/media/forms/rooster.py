"""Forms about the roster."""

from datetime import timedelta
from typing import Any

from flask_wtf.file import FileField
from sqlalchemy import select
from wtforms import DateField, DateTimeLocalField, IntegerField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, ValidationError

from vob.core.clock import TZ, nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.web.adres import check_jaar
from vob.web.formats import moment_kort
from vob.web.forms import Formulier, WijzigFormulier

from .. import rules_rooster as rules
from ..models import Dienst
from .keuzes import choose_woordvoerder, fill_choices, list_woordvoerders, to_id


class MomentField(DateTimeLocalField):
    """A moment on the Dutch clock; the data carries its zone. Empty is None."""

    data: Any  # datetime | None; required fields have one once validated

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            check_jaar(self.data)
            self.data = self.data.replace(tzinfo=TZ)

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return f"{self.data.astimezone(TZ):%Y-%m-%dT%H:%M}" if self.data else ""


class DienstForm(WijzigFormulier):
    woordvoerder_id = SelectField("Wie", [InputRequired("Kies wie.")], coerce=to_id)
    vervanger_id = SelectField("Vervanger", coerce=to_id)
    begin = MomentField("Van", [InputRequired("Vul het begin in.")])
    einde = MomentField("Tot", [InputRequired("Vul het einde in.")])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_woordvoerder(self.woordvoerder_id, leeg="Kies wie")
        choose_woordvoerder(self.vervanger_id, leeg="Geen")

    def validate_einde(self, field: MomentField) -> None:
        if field.data and self.begin.data:
            try:
                rules.check_dienst(self.begin.data, field.data)
            except RegelOvertreden as fout:
                raise ValidationError(str(fout)) from None

    def validate_vervanger_id(self, field: SelectField) -> None:
        if field.data and field.data == self.woordvoerder_id.data:
            raise ValidationError("Kies iemand anders dan wie dienst heeft.")


class VulForm(Formulier):
    van = DateField("Vanaf de week van", [InputRequired("Kies een dag in de eerste week.")])
    weken = IntegerField(
        "Aantal weken",
        [InputRequired("Vul een aantal in."), NumberRange(1, rules.MEESTE_WEKEN)],
        default=13,
    )
    begint = SelectField("Wie begint", [InputRequired("Kies wie begint.")], coerce=to_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(mens.id, mens.naam) for mens in list_woordvoerders(in_rooster=True)]
        fill_choices(self.begint, mensen, "Kies wie begint")

    def om_de_beurt(self) -> list[int]:
        """Everyone in the roster, beginning with who was chosen."""
        ids = [keuze.value for keuze in self.begint.choices if keuze.value]
        plaats = ids.index(self.begint.data)
        return ids[plaats:] + ids[:plaats]


class RuilForm(Formulier):
    """`met`: "w3" hands the duty to someone, "d7" swaps it for that duty."""

    met = SelectField("Met wie", [InputRequired("Kies met wie u ruilt.")])

    def __init__(self, dienst: Dienst, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anderen = [w for w in list_woordvoerders() if w.id != dienst.woordvoerder_id]
        anderen.sort(key=lambda w: not w.in_rooster)  # who does this more often, first
        over = [(f"w{w.id}", f"{w.naam} neemt hem over") for w in anderen if w.gebruiker_id]
        self.met.choices = [
            SelectChoice("", "Kies met wie"),
            *(SelectChoice(code, zin) for code, zin in [*over, *_andere_diensten(dienst)]),
        ]


def _andere_diensten(dienst: Dienst) -> list[tuple[str, str]]:
    """Duties of others in the quarter around it that have not begun."""
    kwartaal = timedelta(days=91)
    stmt = select(Dienst).where(
        Dienst.woordvoerder_id != dienst.woordvoerder_id,
        Dienst.begin > nu(),
        Dienst.begin > dienst.begin - kwartaal,
        Dienst.begin < dienst.begin + kwartaal,
    )
    return [
        (f"d{d.id}", f"voor die van {d.woordvoerder.naam}, vanaf {moment_kort(d.begin, vandaag())}")
        for d in db.session.scalars(stmt.order_by(Dienst.begin).limit(40))
        if d.woordvoerder.gebruiker_id
    ]


class LeesForm(Formulier):
    """Holidays for everyone, or the days off of one person."""

    wie = SelectField("Waarvoor", coerce=to_id)
    bestand = FileField(
        "Agendabestand (.ics)", description="Uit uw agenda, of van de site met schoolvakanties."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(m.id, f"Dagen dat {m.naam} er niet is") for m in list_woordvoerders()]
        fill_choices(self.wie, mensen, "Schoolvakanties en andere bijzondere dagen")

    def validate_bestand(self, field: FileField) -> None:
        if not field.data:
            raise ValidationError("Kies een bestand.")


class AntwoordForm(Formulier):
    antwoord = RadioField(
        "Uw antwoord",
        [InputRequired("Kies ja of nee.")],
        choices=[SelectChoice("ja", "Ja, ik ruil"), SelectChoice("nee", "Nee, ik ruil niet")],
    )


class AgendalinkForm(Formulier):
    """Nothing to fill in: pressing makes a new address."""
