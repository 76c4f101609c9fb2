"""Forms for looking back."""

from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from vob.acties.forms import choose_owner
from vob.core.clock import vandaag
from vob.web.forms import Formulier, WijzigFormulier

from ..models import TEKST_MAX, Incident

TITEL_MAX = 160  # it is the title of an action


class EvaluatieForm(WijzigFormulier):
    heeft_concept = True

    op = DateField("Geëvalueerd op", [InputRequired("Vul de dag in.")])
    goed = TextAreaField(
        "Wat ging er goed?",
        [InputRequired("Schrijf op wat er goed ging."), Length(max=TEKST_MAX)],
        description="Ook dat leert de volgende keer. Wordt versleuteld bewaard.",
    )
    les = TextAreaField(
        "Wat leren wij ervan?",
        [InputRequired("Schrijf op wat u ervan leert."), Length(max=TEKST_MAX)],
        description="Over hoe wij het deden, niet over wie. Wordt versleuteld bewaard.",
    )
    is_besproken = BooleanField("Nabesproken met de getroffene")

    def validate_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")


class VerbeterpuntForm(Formulier):
    tekst = StringField(
        "Wat gaan wij beter doen?",
        [InputRequired("Schrijf op wat er beter moet."), Length(max=TITEL_MAX)],
        description="Dit wordt een actie. Laat namen weg: wie het doet, ziet de zaak niet altijd.",
    )
    eigenaar_id = SelectField("Wie doet het?", [InputRequired("Kies wie het doet.")], coerce=int)
    uiterlijk = DateField("Uiterlijk op", [InputRequired("Vul een datum in.")])

    def __init__(self, incident: Incident, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        choose_owner(self.eigenaar_id, "incident", incident.id)
