"""Forms about a measure that was taken: its review, objection, breach; and how kinds are set."""

from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..velden import MomentField, check_geweest
from .forms import check_dag_geweest, zonder_etiket
from .models import REGEL_MAX, TEKST_MAX
from .queries import list_sjabloondocumenten
from .values import Bezwaaruitkomst, Rechtsaard, Toetsuitkomst


class ToetsForm(Formulier):
    uitkomst = WaardelijstField("Wat is de uitkomst?", Toetsuitkomst)
    toelichting = TextAreaField("Toelichting", [Length(max=TEKST_MAX), zonder_etiket])


class OvertredingForm(Formulier):
    moment = MomentField("Wanneer?", InputRequired("Vul in wanneer het was."))
    wat = TextAreaField(
        "Wat gebeurde er?",
        [InputRequired("Schrijf op wat er gebeurde."), Length(max=TEKST_MAX), zonder_etiket],
        description="Wordt versleuteld bewaard.",
    )
    is_politie = BooleanField("De politie is erbij gehaald, of er is aangifte gedaan")

    def validate_moment(self, field: MomentField) -> None:
        check_geweest(field)


class BezwaarForm(WijzigFormulier):
    bezwaar_op = DateField("Bezwaar of reactie ontvangen op", [InputRequired("Vul de dag in.")])
    bezwaar_uitkomst = WaardelijstField("Uitkomst", Bezwaaruitkomst)
    bezwaar_uitkomst_op = DateField("Uitkomst van", [Optional()])

    def validate_bezwaar_op(self, field: DateField) -> None:
        check_dag_geweest(field)

    def validate_bezwaar_uitkomst(self, field: WaardelijstField) -> None:
        beslist = field.data is not Bezwaaruitkomst.LOOPT
        if beslist and self.bezwaar_uitkomst_op.data is None:
            raise ValidationError("Vul hieronder in op welke dag dit is beslist.")

    def validate_bezwaar_uitkomst_op(self, field: DateField) -> None:
        check_dag_geweest(field)


class RegelForm(WijzigFormulier):
    """How this organisation takes one kind of measure."""

    aard = WaardelijstField(
        "Rechtsaard",
        Rechtsaard,
        description="Bepaalt wat er in de brief staat over bezwaar, klacht of de rechter.",
    )
    grondslag = StringField("Grondslag", [Length(max=REGEL_MAX)])
    bron = StringField("Bron: waar staat dat?", [Length(max=REGEL_MAX)])
    gecontroleerd_op = DateField("Gecontroleerd op", [Optional()])
    is_beschikbaar = BooleanField("Deze organisatie kan deze maatregel nemen")
    besluit_nodig = BooleanField("Een bestuurder beslist")
    document_id = SelectField("Sjabloon voor de brief", coerce=lambda id: int(id) if id else None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [SelectChoice(str(d.id), d.titel) for d in list_sjabloondocumenten()]
        self.document_id.choices = [SelectChoice("", "Geen brief"), *keuzes]

    def validate_gecontroleerd_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")
