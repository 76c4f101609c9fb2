"""Forms about the organisation. What a field may hold comes from the rules."""

from typing import Any
from urllib.parse import urlsplit

from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype, Woorden
from vob.web.formats import datum
from vob.web.forms import WaardelijstField, WijzigFormulier

from . import instellingen, rules
from .values import Termijnsoort, termijn_label


class OrganisatieForm(WijzigFormulier):
    type = WaardelijstField("Soort organisatie", Organisatietype)
    naam = StringField("Naam, zonder de soort", [InputRequired("Vul de naam in."), Length(max=80)])
    beveiliging_naam = StringField(
        "Eigen bode of beveiliging", [InputRequired("Vul in hoe men die noemt."), Length(max=80)]
    )
    beveiliging_telefoon = StringField("Telefoonnummer van bode of beveiliging", [Length(max=40)])
    postadres = TextAreaField("Postadres", [Length(max=300)])


class HuisstijlForm(WijzigFormulier):
    kleur = StringField("Hoofdkleur", [Length(max=7)])
    kleur_donker = StringField("Hoofdkleur op een donker scherm", [Length(max=7)])
    logobestand = FileField("Logo")

    def validate_kleur(self, field: StringField) -> None:
        _check_kleur(field, donker=False)
        if not field.data and self.kleur_donker.data:
            raise ValidationError("Vul ook de hoofdkleur voor een licht scherm in.")

    def validate_kleur_donker(self, field: StringField) -> None:
        _check_kleur(field, donker=True)


def _check_kleur(field: StringField, donker: bool) -> None:
    if field.data:
        try:
            field.data = rules.check_kleur(field.data, donker)
        except RegelOvertreden as fault:
            raise ValidationError(str(fault)) from None


class TermijnForm(WijzigFormulier):
    soort = WaardelijstField("Welke termijn", Termijnsoort)
    omschrijving = StringField("Naam of omschrijving", [Length(max=120)])
    begin = DateField("Begin", [InputRequired("Vul de eerste dag in.")])
    einde = DateField("Einde", [InputRequired("Vul de laatste dag in, of uw schatting.")])

    def __init__(self, *args: Any, woorden: Woorden, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for choice in self.soort.choices:
            choice.label = termijn_label(Termijnsoort(choice.value), woorden)


class SteunpuntForm(WijzigFormulier):
    naam = StringField("Naam", [InputRequired("Vul de naam in."), Length(max=120)])
    voor_wie = StringField("Voor wie of waarvoor", [Length(max=200)])
    telefoon = StringField("Telefoonnummer", [Length(max=40)])
    website = StringField("Website", [Length(max=300)])
    bereikbaar = StringField("Wanneer bereikbaar", [Length(max=120)])
    toelichting = TextAreaField("Toelichting", [Length(max=1000)])
    bron = StringField("Bron: waar heeft u dit gevonden?", [Length(max=300)])
    volgorde = IntegerField("Plaats in de lijst", [NumberRange(0, 9999)], default=100)
    is_spoed = BooleanField("Bij spoed: staat bovenaan")
    is_historisch = BooleanField("Bestaat niet meer: staat apart, zodat niemand het belt")

    def validate_website(self, field: StringField) -> None:
        parts = urlsplit(field.data or "")
        if field.data and (parts.scheme != "https" or not parts.hostname):
            raise ValidationError("Vul een adres in dat begint met https://.")


def _gecontroleerd(item: instellingen.Instelling) -> str:
    """When its source was last read; most are a choice of our own, and have none."""
    dag = item.gecontroleerd_op
    return f" (gecontroleerd op {datum(dag)})" if dag else ""


def instellingen_form(standen: dict[str, int]) -> type[WijzigFormulier]:
    """A form with a field for every registered setting; empty means: the default."""
    fields = {item.code: _veld(item, standen.get(item.code)) for item in instellingen.alle()}
    return type("InstellingenForm", (WijzigFormulier,), fields)


def _veld(item: instellingen.Instelling, stand: int | None) -> IntegerField | SelectField:
    bron = f"Bron: {item.bron}{_gecontroleerd(item)}."
    if item.keuzes:
        keuzes = [SelectChoice(str(nr), label) for nr, label in enumerate(item.keuzes)]
        return SelectField(
            item.label,
            choices=[SelectChoice("", "De standaard"), *keuzes],
            coerce=lambda nr: int(nr) if nr not in ("", None) else None,
            default=stand,
            description=f"Standaard: {item.keuzes[item.standaard]}. {bron}",
        )
    return IntegerField(
        item.label,
        [Optional(), NumberRange(item.minimum, item.maximum)],
        default=stand,
        description=(
            f"In {item.eenheid}, van {item.minimum} tot en met {item.maximum}. "
            f"Standaard {item.standaard}. {bron}"
        ),
    )
