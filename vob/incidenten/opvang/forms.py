"""Forms about care: for whom, by whom, and that it was offered."""

from datetime import date
from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.gebruikers.queries import gebruikers_with
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..models import REGEL_MAX
from ..velden import MomentField, PersoonField
from .models import OPMERKING_MAX
from .queries import list_inzetbaar, list_team
from .values import Bereikbaar, Hulp, Momentsoort, Momentstand, Opvangrol

_NUMMER = {"coerce": lambda id: int(id) if id else None}


def _kies_opvangpersoon(field: SelectField, leeg: str) -> None:
    field.choices = [
        SelectChoice("", leeg),
        *(
            SelectChoice(
                str(lid.gebruiker_id), f"{lid.gebruiker.naam}, {lid.bereikbaar.label.lower()}"
            )
            for lid in list_inzetbaar()
        ),
    ]


class TrajectForm(Formulier):
    voor = WaardelijstField("Voor wie", Opvangrol)
    gebruiker_id = PersoonField("Persoon")
    naam = StringField(
        "Naam, als deze persoon geen account heeft",
        [Length(max=REGEL_MAX)],
        description="Wordt versleuteld bewaard.",
    )
    contact = StringField(
        "Waar te bereiken",
        [Length(max=REGEL_MAX)],
        description="Telefoonnummer of e-mailadres. Wordt versleuteld bewaard.",
    )
    opvangpersoon_id = SelectField(
        "Opvangpersoon",
        description="Ziet alleen de opvang: niet de zaak, en niets over wie het deed.",
        **_NUMMER,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies_opvangpersoon(self.opvangpersoon_id, "Nog niemand")

    def validate_naam(self, field: StringField) -> None:
        if self.gebruiker_id.data is None and not field.data:
            raise ValidationError("Kies een persoon, of vul een naam in.")

    def waarden(self) -> dict[str, Any]:
        """Columns by name."""
        return {
            "voor": self.voor.data,
            "gebruiker_id": self.gebruiker_id.data,
            "naam": None if self.gebruiker_id.data else self.naam.data,
            "contact": self.contact.data or None,
            "opvangpersoon_id": self.opvangpersoon_id.data,
        }


class ToewijsForm(Formulier):
    opvangpersoon_id = SelectField("Opvangpersoon", **_NUMMER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies_opvangpersoon(self.opvangpersoon_id, "Kies")

    def validate_opvangpersoon_id(self, field: SelectField) -> None:
        if field.data is None:
            raise ValidationError("Kies iemand uit het opvangteam.")


class OpvangmomentForm(Formulier):
    """The fact. There is no field for what was said."""

    soort = WaardelijstField("Welk moment", Momentsoort)
    naar = WaardelijstField("Bij hulp van buiten: waarheen", Hulp, leeg="Niet van toepassing")
    stand = WaardelijstField("Hoe staat het", Momentstand)
    gepland_op = MomentField("Afgesproken op", Optional())
    gehouden_op = DateField("Geweest op", [Optional()])
    opmerking = StringField(
        "Praktische opmerking",
        [Length(max=OPMERKING_MAX)],
        description="Bijvoorbeeld ‘belt liever na zes uur’. Nooit wat er is besproken, en niets "
        "over gezondheid. Alleen de opvangpersoon leest dit.",
    )

    def __init__(self, *args: Any, voorval: date, met_opmerking: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._voorval = voorval  # the day of what happened
        if not met_opmerking:
            del self.opmerking

    def validate_naar(self, field: WaardelijstField) -> None:
        if self.soort.data is Momentsoort.VERWIJZING and field.data is None:
            raise ValidationError("Kies naar welke hulp u verwijst.")

    def validate_gehouden_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")
        if field.data and field.data < self._voorval:
            raise ValidationError("Deze dag is vóór het voorval. Kijk de datum na.")

    def waarden(self) -> dict[str, Any]:
        """Columns by name; what does not belong to the state is left out."""
        verwijst = self.soort.data is Momentsoort.VERWIJZING
        gehouden: date = self.gehouden_op.data or vandaag()
        return {
            "soort": self.soort.data,
            "naar": self.naar.data if verwijst else None,
            "stand": self.stand.data,
            "gepland_op": self.gepland_op.data,
            "gehouden_op": gehouden if self.stand.data is Momentstand.GEHOUDEN else None,
            "opmerking": (self.opmerking.data or None) if "opmerking" in self else None,
        }


class _Lidvelden:
    getraind_op = DateField(
        "Laatste training", [Optional()], description="Opvang geven is een vak. Leeg: nog niet."
    )
    bereikbaar = WaardelijstField("Wanneer te bereiken", Bereikbaar)
    is_beschikbaar = BooleanField("Nu beschikbaar voor een nieuwe zaak", default=True)

    def validate_getraind_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")


class NieuwLidForm(Formulier, _Lidvelden):
    gebruiker_id = SelectField(
        "Wie",
        [InputRequired("Kies iemand.")],
        description="Alleen wie de rol Opvang heeft, staat hier. De beheerder geeft die rol.",
        **_NUMMER,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        al = {lid.gebruiker_id for lid in list_team()}
        self.gebruiker_id.choices = [SelectChoice("", "Kies")] + [
            SelectChoice(str(g.id), g.naam)
            for g in gebruikers_with(Recht.OPVANG_GEVEN)
            if g.id not in al
        ]


class LidForm(WijzigFormulier, _Lidvelden):
    pass
