"""Forms about press questions and press contacts."""

from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.gebruikers.queries import gebruikers_with
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..values import Kanaal, Status, Weergave
from .keuzes import choose_onderwerp, fill_choices, to_id
from .rooster import MomentField


class _Vraag:
    vraag = TextAreaField(
        "De vraag, zo letterlijk mogelijk",
        [InputRequired("Schrijf de vraag op."), Length(max=5000)],
    )
    medium = StringField("Medium", [Length(max=120)])
    journalist = StringField("Naam", [Length(max=120)])
    contact = StringField(
        "Hoe bereiken wij deze persoon?",
        [Length(max=200)],
        description="Telefoon of e-mail. Wordt versleuteld bewaard.",
    )
    deadline = MomentField(
        "Antwoord nodig vóór",
        [Optional()],
        description="Leeg: onze eigen norm geldt.",
    )
    onderwerp_id = SelectField("Onderwerp", coerce=to_id)
    kanaal = WaardelijstField("Hoe kwam de vraag?", Kanaal)
    ontvangen_op = MomentField("Ontvangen op", [InputRequired("Vul in wanneer de vraag kwam.")])
    is_incident = BooleanField("De vraag gaat over een incident")
    is_woo = BooleanField("Gevoelig voor een Woo-verzoek")
    dossier = StringField(
        "Hoort bij (dossier of zaak)",
        [Length(max=120)],
        description="Een nummer of naam. Schrijf hier niet wat er gebeurde.",
    )
    embargo_tot = MomentField(
        "Onder embargo tot",
        [Optional()],
        description="Tot dan ziet alleen wie persvragen behandelt deze vraag.",
    )


class _VraagForm(_Vraag):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_onderwerp(self.onderwerp_id, "Weet ik nog niet")

    def validate_ontvangen_op(self, field: MomentField) -> None:
        if field.data and field.data > nu():
            raise ValidationError("Dit moment is nog niet geweest.")

    def validate_deadline(self, field: MomentField) -> None:
        if field.data and self.ontvangen_op.data and field.data < self.ontvangen_op.data:
            raise ValidationError("Vul een moment in dat na de vraag ligt.")


class NoteerForm(_VraagForm, Formulier):
    """Quick, during the call: what is not known yet stays empty, and what is typed is kept."""

    heeft_concept = True

    bewaar_contact = BooleanField(
        "Bewaar als perscontact: de journalist vindt dat goed",
    )

    def validate_bewaar_contact(self, field: BooleanField) -> None:
        if field.data and not (self.journalist.data and self.medium.data):
            raise ValidationError("Vul daarvoor een naam en een medium in.")


class VraagForm(_VraagForm, WijzigFormulier):
    heeft_concept = True

    toegewezen_id = SelectField("Wie behandelt de vraag?", coerce=to_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(g.id, g.naam) for g in gebruikers_with(Recht.PERSVRAAG_BEHANDELEN)]
        fill_choices(self.toegewezen_id, mensen, "Nog niemand")


class AntwoordTekstForm(WijzigFormulier):
    heeft_concept = True

    antwoord = TextAreaField("Ons antwoord", [Length(max=10_000)])
    antwoord_door = StringField("Wie antwoordt namens ons", [Length(max=120)])


class StatusForm(Formulier):
    naar = WaardelijstField("Nieuwe status", Status)
    reden = TextAreaField("Waarom beantwoorden we de vraag niet?", [Length(max=2000)])


class AfloopForm(WijzigFormulier):
    gepubliceerd_op = DateField("Gepubliceerd of uitgezonden op", [Optional()])
    gepubliceerd_link = StringField("Adres van het artikel", [Length(max=500)])
    weergave = WaardelijstField("Staat er wat wij zeiden?", Weergave)
    leerpunt = TextAreaField("Wat leren we hiervan?", [Length(max=2000)])

    def validate_gepubliceerd_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")

    def validate_gepubliceerd_link(self, field: StringField) -> None:
        if field.data and not field.data.lower().startswith(("https://", "http://")):
            raise ValidationError("Vul een adres in dat begint met https://.")


class PerscontactForm(WijzigFormulier):
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    medium = StringField("Medium", [InputRequired("Vul het medium in."), Length(max=120)])
    telefoon = StringField("Telefoon van het werk", [Length(max=40)])
    email = StringField("E-mail", [Length(max=120)])
    prive = StringField(
        "Privénummer",
        [Length(max=40)],
        description="Versleuteld. VOB toont het alleen als u erom vraagt, en legt dat vast.",
    )
    toestemming_op = DateField(
        "Toestemming om dit te bewaren, gegeven op", [InputRequired("Vul in wanneer.")]
    )
    laatst_contact_op = DateField("Laatste contact", [Optional()])

    def validate_toestemming_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")


class SamenvoegForm(Formulier):
    met = SelectField(
        "Wie is dezelfde persoon?", [InputRequired("Kies een contact.")], coerce=to_id
    )
