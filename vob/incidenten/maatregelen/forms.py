"""Forms about measures. The questions of the fairness check are the fields themselves."""

from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.documenten.values import Orgaan, orgaan_in_zin, orgaan_label
from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from ..models import Incident
from .models import REGEL_MAX, TEKST_MAX
from .queries import list_beslissers
from .soorten import KEUZES, SOORTEN, Soortregel
from .toets import find_etiket
from .values import Contactwijze, Grens, JaNee, Maatregelsoort

_VERSLEUTELD = "Wordt versleuteld bewaard."
_KIES = "Nog niet ingevuld"
_IN_BRIEF = {"feiten", "reden", "evenredig", "gehoord_toelichting", "dienstverlening"}
_KOMT_IN_BRIEF = "Kan zo in de brief staan: schrijf niets op wat de persoon niet mag lezen."


def zonder_etiket(_form: Any, field: TextAreaField) -> None:
    """Behaviour, not a word for somebody."""
    if etiket := find_etiket(field.data or ""):
        raise ValidationError(
            f"‘{etiket}’ zegt iets over een persoon. Schrijf op wat die persoon deed of zei, "
            "en zet letterlijke woorden tussen aanhalingstekens."
        )


def _tekst(label: str, uitleg: str) -> TextAreaField:
    return TextAreaField(
        label,
        [Length(max=TEKST_MAX), zonder_etiket],
        description=f"{uitleg} {_VERSLEUTELD}",
    )


class SoortForm(Formulier):
    """Which measure; the ladder suggests, and something else is possible with a reason."""

    soort = SelectField(
        "Welke maatregel?",
        choices=[SelectChoice(soort.value, soort.label) for soort in KEUZES],
        coerce=Maatregelsoort,
    )
    is_herhaling = BooleanField("Deze persoon deed eerder iets dergelijks")


class MaatregelForm(WijzigFormulier):
    """Everything about a measure. What does not belong to its kind is left out."""

    heeft_concept = True

    persoon = StringField(
        "Voor wie is de maatregel?", [Length(max=REGEL_MAX)], description=_VERSLEUTELD
    )
    adres = TextAreaField("Adres voor de brief", [Length(max=500)], description=_VERSLEUTELD)
    feiten = _tekst(
        "Wat gebeurde er?", "Concreet: wat deed of zei de persoon, waar, en wie zag het?"
    )
    feiten_op = DateField("Op welke dag?", [Optional()])
    grens = WaardelijstField("Hoe noemt u dit gedrag?", Grens, leeg=_KIES)
    gehoord = WaardelijstField(
        "Is de persoon gehoord?",
        JaNee,
        leeg=_KIES,
        description="Vertel vooraf wat u van plan bent, en vraag wat de persoon ervan vindt.",
    )
    gehoord_op = DateField("Gehoord op", [Optional()])
    gehoord_toelichting = _tekst(
        "Wat zei de persoon ervan? Of waarom niet gehoord?", "Kort en in diens woorden."
    )
    gesprek = WaardelijstField("Is er een gesprek aangeboden?", JaNee, leeg=_KIES)
    gesprek_toelichting = _tekst("Zo niet: waarom niet?", "Bijvoorbeeld: het was niet veilig.")
    reden = _tekst("Waarom deze maatregel?", "Zonder reden kan niemand besluiten.")
    evenredig = _tekst("Waarom is dit het lichtste middel dat past?", "Wat overwoog u nog meer?")
    afwijking = _tekst(
        "Wijkt u af van de reactieladder: waarom?", "Alleen nodig als de ladder iets anders zegt."
    )
    van = DateField("Eerste dag", [Optional()])
    tot = DateField("Laatste dag (tot en met)", [Optional()])
    toets_op = DateField(
        "Toets: nog nodig?",
        [Optional()],
        description="Op die dag kijkt u of de maatregel nog nodig is. U krijgt er een actie voor.",
    )
    gebouw = StringField("Waar geldt het?", [Length(max=REGEL_MAX)])
    contactwijze = WaardelijstField("Hoe verloopt het contact?", Contactwijze, leeg=_KIES)
    dienstverlening = _tekst(
        "Hoe gaat de dienstverlening door?", "Bijvoorbeeld via één vast contactpunt."
    )
    grondslag = StringField("Grondslag", [Length(max=REGEL_MAX)])
    orgaan = WaardelijstField("Namens wie?", Orgaan, leeg=_KIES)
    beslisser_id = SelectField(
        "Wie beslist?",
        coerce=lambda id: int(id) if id else None,
        description="Ziet vanaf het voorleggen deze maatregel, ook als de zaak zelf niet voor die "
        "persoon is. Wie meeschreef of om wie het gaat, beslist niet.",
    )

    def __init__(
        self, *args: Any, soort: Maatregelsoort, besluit_nodig: bool, incident: Incident, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        for naam in _niet_bij(soort, SOORTEN[soort], besluit_nodig):
            del self[naam]
        if SOORTEN[soort].brief:
            for naam in _IN_BRIEF & set(self._fields):
                self[naam].description = f"{self[naam].description} {_KOMT_IN_BRIEF}"
        woorden = our_organisatie().woorden
        if "orgaan" in self:
            for keuze in self.orgaan.choices[1:]:
                keuze.label = orgaan_label(Orgaan(keuze.value), woorden)
            if eigen := SOORTEN[soort].orgaan:
                mogelijk = ("", eigen.value, Orgaan.ANDERS.value)
                self.orgaan.choices = [k for k in self.orgaan.choices if k.value in mogelijk]
                wie = orgaan_in_zin(eigen, woorden)
                self.orgaan.description = f"Volgens de wet besluit hierover {wie}."
        if "beslisser_id" in self:
            mensen = [SelectChoice(str(g.id), g.naam) for g in list_beslissers(incident)]
            self.beslisser_id.choices = [SelectChoice("", "Kies"), *mensen]

    def validate_feiten_op(self, field: DateField) -> None:
        check_dag_geweest(field)

    def validate_gehoord_op(self, field: DateField) -> None:
        check_dag_geweest(field)


def check_dag_geweest(field: DateField) -> None:
    if field.data and field.data > vandaag():
        raise ValidationError("Deze dag is nog niet geweest.")


_PERSOON = {"persoon", "adres", "grens", "gehoord", "gehoord_op", "gehoord_toelichting"}
_PERSOON |= {"gesprek", "gesprek_toelichting"}
_CONTACT = {Maatregelsoort.CONTACTAFSPRAKEN, Maatregelsoort.CONTACTVERBOD}


def _niet_bij(soort: Maatregelsoort, regel: Soortregel, besluit_nodig: bool) -> set[str]:
    """The fields that this kind of measure does not have."""
    weg: set[str] = set()
    if not regel.raakt_persoon:
        weg |= _PERSOON
    if not regel.periode:
        weg |= {"van", "tot", "toets_op", "gebouw"} - ({"gebouw"} if regel.brief else set())
    if not regel.beperkt:
        weg.add("dienstverlening")
    if not besluit_nodig:
        weg |= {"beslisser_id", "orgaan"}
    if soort not in _CONTACT:
        weg.add("contactwijze")
    return weg


class BesluitForm(Formulier):
    toelichting = TextAreaField(
        "Toelichting",
        [Length(max=TEKST_MAX)],
        description=f"Nodig als u de maatregel niet neemt, of teruggeeft. {_VERSLEUTELD}",
    )


class BekendForm(Formulier):
    op = DateField("Verstuurd of verteld op", [InputRequired("Vul de dag in.")])

    def validate_op(self, field: DateField) -> None:
        check_dag_geweest(field)


class RedenForm(Formulier):
    reden = TextAreaField(
        "Waarom?", [InputRequired("Schrijf op waarom."), Length(max=TEKST_MAX), zonder_etiket]
    )


class LadderForm(Formulier):
    """One grade of the ladder."""

    eerste = WaardelijstenField(
        "De eerste keer", Maatregelsoort, InputRequired("Kies ten minste één maatregel.")
    )
    herhaling = WaardelijstenField(
        "Bij herhaling", Maatregelsoort, InputRequired("Kies ten minste één maatregel.")
    )
    altijd = WaardelijstenField("Altijd overwegen", Maatregelsoort)
