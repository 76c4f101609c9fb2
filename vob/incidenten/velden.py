"""Form fields of this room: a moment on the Dutch clock, and a person with or without account."""

from datetime import datetime, timedelta
from typing import Any

from wtforms import DateTimeLocalField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from vob.core.clock import TZ, nu
from vob.core.errors import RegelOvertreden
from vob.gebruikers.queries import active_gebruikers
from vob.web.adres import check_jaar

from .rules import bepaal_moment

# What browsers send; the last is for one that has no field for date and time.
_VORMEN = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M"]
_SPEELRUIMTE = timedelta(minutes=5)  # the clock of a browser may run ahead a little


class MomentField(DateTimeLocalField):
    """Shows and reads the time on the wall; its data is a moment."""

    data: datetime | None

    def __init__(self, label: str, *validators: Any, **kwargs: Any) -> None:
        super().__init__(label, list(validators), format=_VORMEN, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            try:
                check_jaar(self.data)
                self.data = bepaal_moment(self.data)
            except (RegelOvertreden, ValueError) as fout:
                self.data = None
                raise ValueError(str(fout)) from None

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        moment: datetime | None = self.data
        return moment.astimezone(TZ).strftime(_VORMEN[0]) if moment else ""


def check_geweest(field: MomentField) -> None:
    """What is recorded has happened. Raises ValidationError."""
    if field.data and field.data > nu() + _SPEELRUIMTE:
        raise ValidationError("Dit moment is nog niet geweest.")


class PersoonField(SelectField):
    """Someone with an account; None: a person without one, whose name stands in another field."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        mensen = [SelectChoice(str(g.id), g.naam) for g in active_gebruikers()]
        super().__init__(
            label,
            choices=[SelectChoice("", "Geen account"), *mensen],
            coerce=lambda id: int(id) if id else None,
            **kwargs,
        )
