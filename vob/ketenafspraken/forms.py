"""Forms of the chain. What a field may hold comes from the rules."""

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.gebruikers.queries import active_gebruikers
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from . import rules
from .invoer import EMAIL
from .models import Contact, Partner
from .queries import is_naam_bezet
from .values import Antwoord, Bereikbaar, Contactrol, Partnersoort, Situatie, Toestemming, Zwaarte


def check_nummer(_form: Any, field: StringField) -> None:
    try:
        rules.check_nummer(field.data)
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None


def check_email(_form: Any, field: StringField) -> None:
    if field.data and not EMAIL.fullmatch(field.data):
        raise ValidationError("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")


def _people(field: SelectField, leeg: str) -> None:
    mensen = [SelectChoice(g.id, g.naam) for g in active_gebruikers()]
    field.choices = [SelectChoice("", leeg), *mensen]


def _id_or_none(waarde: Any) -> int | None:
    return int(waarde) if waarde else None


class _PartnerVelden:
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    soort = WaardelijstField(
        "Soort partner", Partnersoort, InputRequired("Kies een soort."), leeg="Kies een soort"
    )
    is_verplicht = BooleanField(
        "Verplichte partner", description="Telt mee in stap 6 van de checklist."
    )
    alleen_informatie = BooleanField(
        "Alleen informatie", description="Met deze partner is geen afspraak nodig."
    )
    eigenaar_id = SelectField("Wie onderhoudt het contact?", coerce=_id_or_none)
    website = StringField("Website", [Length(max=300)])
    toelichting = TextAreaField("Toelichting", [Length(max=2000)])

    def validate_website(self, field: StringField) -> None:
        if field.data and not field.data.startswith("https://"):
            raise ValidationError("Vul een adres in dat begint met https://.")


class PartnerForm(Formulier, _PartnerVelden):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _people(self.eigenaar_id, "Nog niemand")

    def validate_naam(self, field: StringField) -> None:
        _check_naam(field, 0)


class WijzigPartnerForm(WijzigFormulier, _PartnerVelden):
    def __init__(self, *args: Any, partner: Partner, **kwargs: Any) -> None:
        super().__init__(*args, obj=partner, **kwargs)
        self.partner_id = partner.id
        _people(self.eigenaar_id, "Nog niemand")

    def validate_naam(self, field: StringField) -> None:
        _check_naam(field, self.partner_id)


def _check_naam(field: StringField, behalve: int) -> None:
    if is_naam_bezet(field.data or "", behalve):
        raise ValidationError("Er is al een partner met deze naam.")


class GemeentenForm(Formulier):
    namen = TextAreaField(
        "Gemeenten, elk op een eigen regel",
        [InputRequired("Vul ten minste één gemeente in."), Length(max=5000)],
        description="Wat er al staat, slaat VOB over. Het woord gemeente hoeft er niet bij.",
    )


class _ContactVelden:
    rol = WaardelijstField("Rol", Contactrol, default=Contactrol.ALGEMEEN)
    functie = StringField(
        "Functie",
        [InputRequired("Vul de functie in."), Length(max=120)],
        description="Bijvoorbeeld: contactfunctionaris agressie. Dit staat op de belkaart.",
    )
    naam = StringField("Naam", [Length(max=120)])
    telefoon = TelField("Telefoonnummer", [Length(max=40), check_nummer])
    piketnummer = TelField("Piketnummer", [Length(max=40), check_nummer])
    buiten_kantoortijd = TelField("Buiten kantoortijd", [Length(max=40), check_nummer])
    email = EmailField("E-mailadres", [Length(max=254), check_email])
    bereikbaar = WaardelijstField("Wanneer bereikbaar?", Bereikbaar, default=Bereikbaar.KANTOOR)
    bereikbaar_uitleg = StringField("Uitleg daarbij", [Length(max=120)])
    situaties = WaardelijstenField(
        "Waarvoor belt u dit contact?", Situatie, description="Niets gekozen: voor alles."
    )
    is_openbaar = BooleanField(
        "Nummers zijn voor alle medewerkers",
        description="De functie en de nummers staan dan op de openbare belkaart. De naam nooit.",
    )
    geldig_tot = DateField("Geldig tot en met", [Optional()])
    nieuw_privenummer = TelField(
        "Privénummer",
        [Length(max=40), check_nummer],
        description="Wordt versleuteld bewaard. Wie het bekijkt, staat in het logboek.",
    )
    toestemming = WaardelijstField(
        "Toestemming om in deze lijst te staan", Toestemming, default=Toestemming.GEEN
    )
    toestemming_op = DateField("Toestemming gegeven op", [Optional()])

    def kept_number(self) -> str:
        """The private number that stays when none is filled in."""
        return ""

    def validate_nieuw_privenummer(self, field: StringField) -> None:
        try:
            rules.check_privenummer(field.data or self.kept_number(), self.toestemming.data)
        except RegelOvertreden as fout:
            raise ValidationError(str(fout)) from None

    def validate_toestemming_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Vul een dag in die al is geweest.")


class ContactForm(Formulier, _ContactVelden):
    heeft_concept = True


class WijzigContactForm(WijzigFormulier, _ContactVelden):
    """The private number is not shown here: looking at it is an act of its own, and logged."""

    heeft_concept = True
    wis_privenummer = BooleanField("Privénummer wissen")

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, obj=contact, **kwargs)
        self.bewaard = contact.privenummer or ""
        self.nieuw_privenummer.description = "Leeg: het nummer blijft zoals het is."

    def kept_number(self) -> str:
        return "" if self.wis_privenummer.data else self.bewaard


class AntwoordForm(Formulier):
    """What someone without an account fills in: one question, and only their own data."""

    klopt = RadioField(
        "Kloppen deze gegevens nog?",
        [InputRequired("Kies ja of nee.")],
        choices=[SelectChoice(antwoord.value, antwoord.label) for antwoord in Antwoord],
    )
    naam = StringField("Naam", [Length(max=120)])
    functie = StringField("Functie", [Length(max=120)])
    telefoon = TelField("Telefoonnummer", [Length(max=40), check_nummer])
    piketnummer = TelField("Piketnummer", [Length(max=40), check_nummer])
    buiten_kantoortijd = TelField("Buiten kantoortijd", [Length(max=40), check_nummer])
    email = EmailField("E-mailadres", [Length(max=254), check_email])
    opmerking = TextAreaField("Wilt u er iets bij zeggen?", [Length(max=1000)])

    def validate_klopt(self, field: RadioField) -> None:
        """A no that names nothing would use up the link, and be taken over as checked."""
        nummers = (self.telefoon, self.piketnummer, self.buiten_kantoortijd)
        velden = (self.naam, self.functie, *nummers, self.email)
        anders = any((veld.data or "") != (veld.object_data or "") for veld in velden)
        if field.data == Antwoord.NEE.value and not anders and not self.opmerking.data:
            raise ValidationError("Wijzig hieronder wat anders is, of schrijf het erbij.")

    def validate_functie(self, field: StringField) -> None:
        if self.klopt.data == Antwoord.NEE.value and not field.data:
            raise ValidationError("Vul de functie in.")


class VerdeelForm(Formulier):
    voor_id = SelectField("Wie controleert de gekozen nummers?", coerce=_id_or_none)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _people(self.voor_id, "Niemand")


class BestandForm(Formulier):
    bestand = FileField("Bestand (csv, xlsx of ods)")


class LadderForm(WijzigFormulier):
    bron = StringField("Bron", [Length(max=300)])
    bron_gecontroleerd_op = DateField("Bron gecontroleerd op", [Optional()])
    vervangend_gezag = TextAreaField("Vervangend gezag", [Length(max=2000)])
    toelichting = TextAreaField("Toelichting", [Length(max=2000)])


class VaststelLadderForm(Formulier):
    geldig_van = DateField("Geldt vanaf", [InputRequired("Vul de eerste dag in.")])


class _TredeVelden:
    volgorde = IntegerField(
        "Plaats op de ladder", [InputRequired("Vul een getal in."), NumberRange(1, 20)]
    )
    naam = StringField("Naam van de trede", [InputRequired("Vul de naam in."), Length(max=80)])
    wanneer = TextAreaField("Wanneer?", [Length(max=500)])
    vanaf = WaardelijstField("Vanaf welke ernst?", Zwaarte)
    wie_beslist = StringField(
        "Wie beslist?", [InputRequired("Vul in wie beslist."), Length(max=200)]
    )
    vervangend_gezag = StringField("Wie beslist dan?", [Length(max=200)])
    wie_belt = TextAreaField("Wie belt wie?", [Length(max=500)])
    bel = WaardelijstenField(
        "Welke partners belt u hier?",
        Partnersoort,
        description="Hun nummers staan dan bij ‘Wie bel ik nu?’.",
    )
    binnen_minuten = IntegerField(
        "Binnen hoeveel minuten?",
        [Optional(), NumberRange(0, 20160)],
        default=0,
        description="0 is meteen, 60 is een uur, 1440 is een dag.",
    )
    afschalen = TextAreaField("Hoe en wanneer schaalt u af?", [Length(max=500)])


class TredeForm(Formulier, _TredeVelden):
    pass


class WijzigTredeForm(WijzigFormulier, _TredeVelden):
    pass
