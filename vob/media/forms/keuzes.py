"""Choosing a person or a topic in a form."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from vob.core.clock import vandaag
from vob.data import db
from vob.gebruikers.queries import active_gebruikers

from ..models import Onderwerp, Woordvoerder
from ..queries.zichtbaar import valid


def to_id(waarde: Any) -> int | None:
    """Not chosen is None. Raises ValueError for what is no id."""
    return int(waarde) if waarde else None


def fill_choices(field: SelectField, paren: Iterable[tuple[int, str]], leeg: str) -> None:
    field.choices = [SelectChoice("", leeg), *(SelectChoice(id, naam) for id, naam in paren)]


def list_woordvoerders(*, in_rooster: bool = False) -> list[Woordvoerder]:
    """Who speaks, by name."""
    stmt = select(Woordvoerder).where(Woordvoerder.is_actief).order_by(Woordvoerder.naam)
    return list(db.session.scalars(stmt.where(Woordvoerder.in_rooster) if in_rooster else stmt))


def choose_woordvoerder(*fields: SelectField, leeg: str = "Nog niemand") -> None:
    """Who is not active any more stays a choice where it was chosen before."""
    mensen = [(mens.id, mens.naam) for mens in list_woordvoerders()]
    bekend = {id for id, _ in mensen}
    for field in fields:
        extra = [field.data] if field.data and field.data not in bekend else []
        oud = [
            (mens.id, f"{mens.naam} (niet meer actief)")
            for id in extra
            if (mens := db.session.get(Woordvoerder, id))
        ]
        fill_choices(field, [*mensen, *oud], leeg)


def choose_gebruiker(field: SelectField, leeg: str) -> None:
    fill_choices(field, [(g.id, g.naam) for g in active_gebruikers()], leeg)


def choose_onderwerp(field: SelectField, leeg: str) -> None:
    """Topics that hold today, by name."""
    stmt = select(Onderwerp.id, Onderwerp.naam).where(
        valid(Onderwerp.geldig_van, Onderwerp.geldig_tot, vandaag())
    )
    rijen = [(rij.id, rij.naam) for rij in db.session.execute(stmt.order_by(Onderwerp.naam))]
    if field.data and field.data not in {id for id, _ in rijen}:
        oud = db.session.get(Onderwerp, field.data)
        rijen += [(oud.id, f"{oud.naam} (niet meer geldig)")] if oud else []
    fill_choices(field, rijen, leeg)
