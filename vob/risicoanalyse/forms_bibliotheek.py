"""Forms for the library."""

from typing import Any

from sqlalchemy import select
from wtforms import BooleanField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.web.forms import WaardelijstenField, WaardelijstField, WijzigFormulier

from .bibliotheek import actieve_gebieden
from .models_bibliotheek import Voorbeeldmaatregel
from .values import Maatregeltype, WerktOp
from .velden import IdField, choose_gebied

_IN_GEBRUIK = "Uit: niet meer kiezen. Wat het al gebruikt, houdt het."


class ScenarioForm(WijzigFormulier):
    titel = StringField(
        "Wat kan er gebeuren?", [InputRequired("Schrijf op wat er kan gebeuren."), Length(max=160)]
    )
    toelichting = TextAreaField("Toelichting", [Length(max=2000)])
    beleidsgebied_id = IdField("Beleidsgebied")
    typen = WaardelijstenField("Voor", Organisatietype)
    voor_persoon = BooleanField("Ook bij een persoonlijke analyse aanbieden")
    maatregelen = SelectMultipleField("Maatregelen die erbij horen", coerce=int)
    is_actief = BooleanField("In gebruik", default=True, description=_IN_GEBRUIK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_gebied(self.beleidsgebied_id, "Alle beleidsgebieden", actieve_gebieden())
        stmt = select(Voorbeeldmaatregel).order_by(Voorbeeldmaatregel.id)
        self.maatregelen.choices = [SelectChoice(m.id, m.titel) for m in db.session.scalars(stmt)]


class MaatregelForm(WijzigFormulier):
    titel = StringField(
        "Wat wordt er gedaan?", [InputRequired("Schrijf op wat er wordt gedaan."), Length(max=160)]
    )
    toelichting = TextAreaField("Toelichting", [Length(max=2000)])
    type = WaardelijstField(
        "Soort", Maatregeltype, InputRequired("Kies een soort."), leeg="Kies een soort"
    )
    werkt_op = WaardelijstField("Wat verandert het?", WerktOp)
    is_bijeenkomst = BooleanField("Ook aan te vinken bij een bijeenkomst of bezoek")
    is_actief = BooleanField("In gebruik", default=True, description=_IN_GEBRUIK)


class GebiedForm(WijzigFormulier):
    naam = StringField("Naam", [InputRequired("Vul een naam in."), Length(max=80)])
    is_gevoelig = BooleanField("Gevoelig: heeft een eigen analyse nodig")
    trefwoorden = StringField(
        "Trefwoorden",
        [Length(max=300)],
        description="Met komma’s ertussen. Hieraan herkent VOB incidenten in dit gebied.",
    )
    is_actief = BooleanField("In gebruik", default=True, description=_IN_GEBRUIK)
