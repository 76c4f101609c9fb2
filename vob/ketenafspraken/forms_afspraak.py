"""Forms for agreements."""

from typing import Any

from wtforms import DateField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import vandaag
from vob.data import Model
from vob.gebruikers.queries import active_gebruikers
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from .queries import all_partners
from .values import Afspraaksoort, Onderwerp


class _AfspraakVelden:
    titel = StringField("Titel", [InputRequired("Geef de afspraak een titel."), Length(max=160)])
    soort = WaardelijstField(
        "Soort afspraak", Afspraaksoort, InputRequired("Kies een soort."), leeg="Kies een soort"
    )
    onderwerp = WaardelijstField(
        "Onderwerp", Onderwerp, InputRequired("Kies een onderwerp."), leeg="Kies een onderwerp"
    )
    partner_ids = SelectMultipleField("Met welke partners?", coerce=int)
    eigenaar_id = SelectField("Eigenaar", [InputRequired("Kies een eigenaar.")], coerce=int)
    ingangsdatum = DateField("Gaat in op", [InputRequired("Vul de eerste dag in.")])
    einddatum = DateField(
        "Tot en met",
        [Optional()],
        description="Leeg: zonder einde. VOB herinnert 90, 30 en 7 dagen ervoor.",
    )
    inhoud = TextAreaField("Wat is er afgesproken?", [Length(max=5000)])
    grondslag = TextAreaField(
        "Informatie delen: op welke grondslag?",
        [Length(max=2000)],
        description="Bijvoorbeeld een artikel uit de AVG, de Wpg of het convenant zelf.",
    )
    delen_wel = TextAreaField("Wat delen wij wel?", [Length(max=2000)])
    delen_niet = TextAreaField("Wat delen wij niet?", [Length(max=2000)])
    evaluatie_op = DateField("Evalueren op", [Optional()])
    vindplaats = StringField("Vindplaats", [Length(max=300)], description="Waar het stuk staat.")
    bijlagen = BijlagenField("Het stuk zelf")

    def validate_einddatum(self, field: DateField) -> None:
        if field.data and self.ingangsdatum.data and field.data < self.ingangsdatum.data:
            raise ValidationError("Vul een dag in die niet vóór de eerste dag ligt.")

    def validate_partner_ids(self, field: SelectMultipleField) -> None:
        if not field.data:
            raise ValidationError("Kies ten minste één partner.")


def _fill_choices(form: Any) -> None:
    form.partner_ids.choices = [SelectChoice(p.id, p.naam) for p in all_partners()]
    form.eigenaar_id.choices = [SelectChoice(g.id, g.naam) for g in active_gebruikers()]


class AfspraakForm(Formulier, _AfspraakVelden):
    heeft_concept = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill_choices(self)


class WijzigAfspraakForm(WijzigFormulier, _AfspraakVelden):
    heeft_concept = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill_choices(self)

    def is_stale(self, obj: Model) -> bool:
        """Two lists of numbers say nothing: name the partners."""
        stale = super().is_stale(obj)
        label = self.partner_ids.label.text
        if label in self.verschillen:
            namen = {keuze.value: keuze.label for keuze in self.partner_ids.choices}
            beide = (obj.partner_ids, self.partner_ids.data or [])  # type: ignore[attr-defined]  # an Afspraak
            oud, nieuw = (", ".join(sorted(namen.get(id, "?") for id in ids)) for ids in beide)
            self.verschillen[label] = (oud, nieuw)
        return stale


class StukForm(Formulier):
    bijlagen = BijlagenField("Het stuk zelf")


class OndertekenaarForm(Formulier):
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    namens = StringField("Namens wie?", [InputRequired("Vul in namens wie."), Length(max=120)])
    ondertekend_op = DateField("Ondertekend op", [InputRequired("Vul de dag in.")])

    def validate_ondertekend_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Vul een dag in die al is geweest.")


class OpzegForm(Formulier):
    per = DateField("Laatste dag", [InputRequired("Vul de laatste dag in.")])
    reden = TextAreaField("Waarom?", [InputRequired("Vul de reden in."), Length(max=2000)])


class EvaluatieForm(WijzigFormulier):
    geevalueerd_op = DateField("Geëvalueerd op", [InputRequired("Vul de dag in.")])
    evaluatie_uitkomst = TextAreaField(
        "Wat kwam eruit?", [InputRequired("Vul de uitkomst in."), Length(max=5000)]
    )
    evaluatie_op = DateField("Volgende evaluatie", [Optional()])

    def validate_geevalueerd_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Vul een dag in die al is geweest.")

    def validate_evaluatie_op(self, field: DateField) -> None:
        if field.data and self.geevalueerd_op.data and field.data <= self.geevalueerd_op.data:
            raise ValidationError("Vul een dag in na deze evaluatie.")
