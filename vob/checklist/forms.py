"""What one may say of a step, and of a round."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.bijlagen.forms import BijlagenField
from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.data import Model
from vob.gebruikers.models import Gebruiker
from vob.web.formats import datum
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from . import rules
from .values import Ritme, Rondesoort, Stapstatus

TITEL_MAX = 200
TEKST_MAX = 4000
REDEN_MAX = 500
PAD_MAX = 300


class StandForm(WijzigFormulier):
    """Where a step stands. What was typed when the session ended comes back."""

    heeft_concept = True
    http_status = Formulier.status  # under another name: here a step has a status

    status = WaardelijstField("Status", Stapstatus, InputRequired("Kies een status."))
    reden = TextAreaField(
        "Waarom is deze stap niet van toepassing?", [Length(max=REDEN_MAX)], render_kw={"rows": 2}
    )
    laatst_gedaan_op = DateField("Laatst gedaan op", [Optional()])
    opmerking = TextAreaField("Opmerking", [Length(max=TEKST_MAX)])

    def validate_reden(self, field: TextAreaField) -> None:
        if self.status.data is Stapstatus.NIET_VAN_TOEPASSING:
            _refuse(rules.check_stand, self.status.data, field.data or "", None, vandaag())

    def validate_laatst_gedaan_op(self, field: DateField) -> None:
        _refuse(rules.check_stand, Stapstatus.GEREED, "", field.data, vandaag())

    def is_stale(self, obj: Model) -> bool:
        return super().is_stale(obj) and _is_anders(self, obj)


class PlanningForm(WijzigFormulier):
    """Who does it, when, and how often. Who only owns the step cannot give it away."""

    eigenaar_id = SelectField("Eigenaar", [Optional()], coerce=lambda id: int(id) if id else None)
    vervanger_id = SelectField("Vervanger", [Optional()], coerce=lambda id: int(id) if id else None)
    uiterlijk_op = DateField("Uiterlijk klaar op", [Optional()])
    ritme = WaardelijstField("Hoe vaak", Ritme, InputRequired("Maak een keuze."))

    def __init__(
        self, *args: Any, kandidaten: list[Gebruiker], beheert: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = {gebruiker.id: gebruiker for gebruiker in kandidaten}
        self.eigenaar_id.choices = self._choices("Nog geen eigenaar")
        self.vervanger_id.choices = self._choices("Nog geen vervanger")
        if not beheert:
            del self.eigenaar_id

    def _choices(self, leeg: str) -> list[SelectChoice]:
        return [
            SelectChoice("", leeg),
            *(SelectChoice(str(id), naam) for id, naam in self._namen().items()),
        ]

    def _namen(self) -> dict[int, str]:
        return {id: gebruiker.naam for id, gebruiker in self.kandidaten.items()}

    def validate_vervanger_id(self, field: SelectField) -> None:
        _refuse(rules.check_vervanger, self.eigenaar and self.eigenaar.id, field.data)

    @property
    def eigenaar(self) -> Gebruiker | None:
        """The chosen owner; who may not choose one keeps the one there is."""
        return self.kandidaten.get(self.eigenaar_id.data or 0) if self.eigenaar_id else None

    @property
    def vervanger(self) -> Gebruiker | None:
        return self.kandidaten.get(self.vervanger_id.data or 0)

    def is_stale(self, obj: Model) -> bool:
        return super().is_stale(obj) and _is_anders(self, obj)


class DeelactieForm(Formulier):
    tekst = StringField(
        "Eigen deelactie", [InputRequired("Schrijf op wat er moet gebeuren."), Length(max=300)]
    )


class BewijsstukForm(Formulier):
    """A page of VOB, a text, files, or all of these."""

    heeft_concept = True

    titel = StringField("Titel", [InputRequired("Geef het een titel."), Length(max=TITEL_MAX)])
    link = StringField("Link naar een pagina in VOB", [Length(max=PAD_MAX)])
    tekst = TextAreaField("Tekst", [Length(max=TEKST_MAX)])
    bijlagen = BijlagenField("Bestanden")

    def validate_link(self, field: StringField) -> None:
        if field.data:
            field.data = _own_path(field.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """A title alone shows nothing. Asked last: only then it is known which files are good."""
        goed = bool(super().validate(extra_validators))
        bestanden = self.bijlagen.klaar.bestanden or self.bijlagen.bewaard()
        if goed and not (self.link.data or self.tekst.data or bestanden):
            self.form_errors.append("Voeg een link, een tekst of een bestand toe.")
        return goed and not self.form_errors


class RondeForm(Formulier):
    naam = StringField("Naam", [InputRequired("Geef de ronde een naam."), Length(max=80)])
    soort = WaardelijstField("Waarom een nieuwe ronde?", Rondesoort, InputRequired())
    begonnen_op = DateField("Begint op", [InputRequired("Vul een datum in.")])


class AfsluitForm(Formulier):
    heeft_concept = True

    conclusie = TextAreaField("Conclusie van deze ronde", [Length(max=TEKST_MAX)])
    zeker = BooleanField(
        "Ik weet dat dit niet terug te draaien is.",
        [InputRequired("Zet hier een vinkje als u de ronde wilt afsluiten.")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_concept:  # words come back; being sure is asked anew
            self.zeker.data = False


def _refuse(regel: Any, *args: Any) -> None:
    """A rule that says no, as an error of a field."""
    try:
        regel(*args)
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None


def _own_path(adres: str) -> str:
    """The path of a page of VOB; a whole address copied from the browser will do as well."""
    delen = urlsplit(adres)
    elders = f"{delen.scheme}://{delen.netloc}/" not in {":///", request.host_url}
    if elders:
        raise ValidationError("Dit is geen pagina van VOB. Kopieer het adres van een pagina.")
    pad = delen.path
    if not pad.startswith("/") or pad.startswith("//") or "\\" in adres:
        raise ValidationError("Begin met een schuine streep, bijvoorbeeld /documenten/3.")
    try:
        current_app.url_map.bind("").match(pad, method="GET")
    except RequestRedirect:
        pass  # it only misses its last slash
    except HTTPException:
        raise ValidationError("Deze pagina bestaat niet in VOB.") from None
    return pad + (f"?{delen.query}" if delen.query else "")


def _is_anders(form: WijzigFormulier, stap: Model) -> bool:
    """Both versions as a person reads them. False when they say the same: sent twice, say."""
    for field in form:
        label = field.label.text
        if label not in form.verschillen:
            continue
        if isinstance(field, DateField):
            form.verschillen[label] = (_dag(getattr(stap, field.name)), _dag(field.data))
        elif field.name.endswith("_id"):
            namen = {choice.value: choice.label for choice in field.choices or []}
            opgeslagen, ingevuld = form.verschillen[label]
            form.verschillen[label] = (namen[opgeslagen], namen[ingevuld])
    if not form.verschillen:
        form.is_verouderd = False
        form.form_errors.clear()
    return form.is_verouderd


def _dag(dag: date | None) -> str:
    return datum(dag) if dag else ""
