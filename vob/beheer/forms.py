"""Forms about people."""

import re
from typing import Any

from wtforms import EmailField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from vob.core.organisatietype import Functie, functie_label, rol_label
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers
from vob.organisatie.queries import our_organisatie
from vob.web.forms import WaardelijstenField, WaardelijstField, WijzigFormulier

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")


class GebruikerForm(WijzigFormulier):
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    email = EmailField("E-mailadres", [InputRequired("Vul het adres in."), Length(max=254)])
    telefoon = StringField("Telefoon", [Length(max=40)])
    functie = WaardelijstField("Functie", Functie)
    rollen = WaardelijstenField("Rollen", Rol, InputRequired("Kies ten minste één rol."))
    vervanger_id = SelectField("Vervanger", coerce=lambda value: int(value) if value else None)

    def __init__(self, *args: Any, obj: Gebruiker | None = None, **kwargs: Any) -> None:
        super().__init__(*args, obj=obj, **kwargs)
        soort = our_organisatie().type
        for choice in self.functie.choices:
            choice.label = functie_label(Functie(choice.value), soort)
        self.rollen.choices = [SelectChoice(rol.value, rol_label(rol, soort)) for rol in Rol]
        anderen = [person for person in active_gebruikers() if obj is None or person.id != obj.id]
        self.vervanger_id.choices = [
            SelectChoice("", "Geen vervanger"),
            *(SelectChoice(person.id, person.naam) for person in anderen),
        ]

    def validate_email(self, field: EmailField) -> None:
        field.data = (field.data or "").lower()
        if not _EMAIL.fullmatch(field.data):
            raise ValidationError("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")
