"""The forms on the page of a case."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.gebruikers.queries import active_gebruikers
from vob.organisatie.queries import our_organisatie
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from . import rules
from .models import REGEL_MAX, TEKST_MAX, TITEL_MAX, Incident
from .register import list_behandelaars
from .values import (
    Deelnemersrol,
    Deelpartij,
    Ernst,
    GerichtOp,
    JaNeeOnbekend,
    Kanaal,
    Locatie,
    Motief,
    NuVeilig,
    Relatie,
    SoortVeroorzaker,
    Status,
    VeroorzakerBekend,
    Vorm,
)
from .velden import MomentField
from .woorden import deelpartij_label, locatie_label

_ONBEKEND = "Nog niet ingevuld"


class StatusForm(Formulier):
    """The next step; its buttons are drawn from the transition table."""

    naar = WaardelijstField("Naar", Status)
    reden = TextAreaField(
        "Waarom heropent u de zaak?", [Length(max=TEKST_MAX)], description="Alleen intern te lezen."
    )


class ErnstForm(Formulier):
    ernst = WaardelijstField("Ernst", Ernst)


class _Tekstformulier(Formulier):
    """One text. Its draft, if there is one, was read together with those of the other forms."""

    heeft_concept = True

    def __init__(
        self, *args: Any, bewaard: Mapping[str, dict[str, list[str]]] | None = None, **kwargs: Any
    ) -> None:
        self._bewaard = bewaard or {}
        super().__init__(*args, **kwargs)

    def _concept(self) -> MultiDict[str, str] | None:
        velden = self._bewaard.get(self.pad)
        return MultiDict(velden) if velden else None


class NotitieForm(_Tekstformulier):
    notitie = TextAreaField(
        "Wat wilt u vastleggen?",
        [InputRequired("Schrijf eerst iets op."), Length(max=TEKST_MAX)],
        description="De melder en de getroffene zien dit nooit.",
    )


class BerichtForm(_Tekstformulier):
    bericht = TextAreaField(
        "Uw bericht", [InputRequired("Schrijf eerst uw bericht."), Length(max=TEKST_MAX)]
    )
    is_terugkoppeling = BooleanField(
        "Dit is de terugkoppeling",
        description="Hierin staat wat er met de melding is gedaan. Zonder sluit u de zaak niet.",
    )


class BijlageForm(Formulier):
    bestanden = BijlagenField("Bestanden")
    is_intern = BooleanField(
        "Alleen intern",
        default=True,
        description="Dan zien de melder en de getroffene deze bestanden niet.",
    )


def _kies_behandelaar() -> list[tuple[str, str]]:
    return [("", "Kies"), *((str(id), naam) for id, naam in list_behandelaars())]


class BehandelaarForm(Formulier):
    """Who handles the case: one of those who handle cases."""

    wie = SelectField("Wie", coerce=lambda id: int(id) if id else None)
    reden = StringField("Waarom?", [InputRequired("Schrijf op waarom."), Length(max=REGEL_MAX)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wie.choices = _kies_behandelaar()

    def validate_wie(self, field: SelectField) -> None:
        if field.data is None:
            raise ValidationError("Kies iemand.")


class DeelnemerForm(Formulier):
    """Someone gets a role on the case."""

    rol = WaardelijstField("Als wat?", Deelnemersrol)
    deelnemer = SelectField("Wie?", coerce=lambda id: int(id) if id else None)
    waarom = StringField("Waarom?", [InputRequired("Schrijf op waarom."), Length(max=REGEL_MAX)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(str(g.id), g.naam) for g in active_gebruikers()]
        self.deelnemer.choices = [("", "Kies"), *mensen]

    def validate_deelnemer(self, field: SelectField) -> None:
        if field.data is None:
            raise ValidationError("Kies iemand.")


class VrijgaveForm(Formulier):
    """What communicatie may know of the case."""

    heeft_concept = True

    tekst = TextAreaField(
        "Wat mag communicatie weten?",
        [InputRequired("Schrijf op wat communicatie mag weten."), Length(max=TEKST_MAX)],
        description="Schrijf het zo op dat het naar buiten kan: geen namen, geen details.",
    )


class FeitenForm(WijzigFormulier):
    """What is known of the case, corrected and completed by who handles it."""

    heeft_concept = True

    titel = StringField("Titel", [InputRequired("Geef de zaak een titel."), Length(max=TITEL_MAX)])
    omschrijving = TextAreaField(
        "Wat is er gebeurd?",
        [InputRequired("Beschrijf wat er is gebeurd."), Length(max=TEKST_MAX)],
        description="Laat namen van andere mensen weg; daarvoor zijn de velden onderaan.",
    )
    vormen = WaardelijstenField(
        "Vorm",
        Vorm,
        InputRequired("Kies ten minste één vorm."),
        description="U kunt er meer kiezen.",
    )
    kanaal = WaardelijstField("Kanaal", Kanaal)
    voorval_op = MomentField("Wanneer?", InputRequired("Vul in wanneer het was."))
    voorval_tot = MomentField("Tot wanneer?", Optional())
    kennis_op = DateField(
        "Wanneer hoorde de getroffene ervan?",
        [Optional()],
        description="Vanaf die dag loopt de termijn voor een klacht.",
    )
    plaats = StringField("Waar?", [Length(max=REGEL_MAX)])
    locatie = WaardelijstField("Soort plaats", Locatie, leeg=_ONBEKEND)
    onderwerp = StringField("Onderwerp of dossier", [Length(max=REGEL_MAX)])
    gericht_op = WaardelijstField("Gericht op", GerichtOp, leeg=_ONBEKEND)
    samenhang_ambt = WaardelijstField("Hangt samen met ambt of werk", JaNeeOnbekend, leeg=_ONBEKEND)
    motief = WaardelijstField("Vermoedelijk motief", Motief, leeg=_ONBEKEND)
    veroorzaker_bekend = WaardelijstField("Veroorzaker bekend", VeroorzakerBekend, leeg=_ONBEKEND)
    soort_veroorzaker = WaardelijstField("Soort veroorzaker", SoortVeroorzaker, leeg=_ONBEKEND)
    relatie = WaardelijstField("Relatie tot de getroffene", Relatie, leeg=_ONBEKEND)
    nu_veilig = WaardelijstField(
        "Voelt de getroffene zich nu veilig?",
        NuVeilig,
        description="Pas bij ‘Ja’ loopt de termijn voor een reactie naar de veroorzaker.",
    )
    heeft_letsel = BooleanField("Iemand is gewond")
    heeft_schade = BooleanField("Er is schade")
    is_vermijding = BooleanField("De getroffene vermijdt sindsdien iets")
    instemming_delen = WaardelijstenField(
        "Getroffene stemt in met delen met", Deelpartij, description="U kunt er meer kiezen."
    )
    woorden = TextAreaField(
        "Letterlijke woorden", [Length(max=TEKST_MAX)], description="Wordt versleuteld bewaard."
    )
    veroorzaker = TextAreaField(
        "Over de veroorzaker", [Length(max=TEKST_MAX)], description="Wordt versleuteld bewaard."
    )
    getuigen = TextAreaField(
        "Getuigen", [Length(max=TEKST_MAX)], description="Wordt versleuteld bewaard."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = our_organisatie().woorden
        for keuze in self.locatie.choices[1:]:
            keuze.label = locatie_label(Locatie(keuze.value), woorden)
        for keuze in self.instemming_delen.choices:
            keuze.label = deelpartij_label(Deelpartij(keuze.value), woorden)

    def validate_voorval_op(self, field: MomentField) -> None:
        if field.data:
            _check(field.data, None)

    def validate_voorval_tot(self, field: MomentField) -> None:
        if field.data and self.voorval_op.data:
            _check(self.voorval_op.data, field.data)

    def validate_kennis_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")

    def is_stale(self, obj: Incident) -> bool:  # type: ignore[override]  # this form is of a case
        """Of lists the labels are compared, as they are shown."""
        stale = super().is_stale(obj)
        for field, waarden in (
            (self.vormen, [Vorm(v).label for v in obj.vormen]),
            (self.instemming_delen, [Deelpartij(v).label for v in obj.instemming_delen]),
        ):
            if field.label.text in self.verschillen:
                opgeslagen, ingevuld = ", ".join(waarden), self.verschillen[field.label.text][1]
                self.verschillen[field.label.text] = (opgeslagen, ingevuld)
                if opgeslagen == ingevuld:
                    del self.verschillen[field.label.text]
        return stale

    def waarden(self) -> dict[str, Any]:
        """The attributes of the case, by name; `vormen` apart."""
        overslaan = {"csrf_token", "eenmalig", "versie", "vormen", "instemming_delen"}
        waarden = {field.name: field.data for field in self if field.name not in overslaan}
        for naam in ("woorden", "veroorzaker", "getuigen"):
            waarden[naam] = waarden[naam] or None
        waarden["instemming_delen"] = [partij.value for partij in self.instemming_delen.data]
        return waarden


def _check(van: datetime, tot: datetime | None) -> None:
    try:
        rules.check_voorval(van, tot, nu())
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None
