"""What waits for someone in the rooms that can say it in a few columns: in one statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from flask import url_for
from sqlalchemy import Date, Select, String, cast, null, select, union_all

from vob.acties.models import Actie
from vob.acties.values import OPEN, Status
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.queries import start as media
from vob.web.formats import datum, over

from .rules import Vraag, badge_van, is_binnenkort

MEESTE_ACTIES = 12
_ACTIE = "actie"


@dataclass(frozen=True)
class _Soort:
    """Which parts someone gets: it holds nothing of a person."""

    acties: bool
    persvragen: bool


def list_wachtend(gebruiker: Gebruiker, vandaag: date) -> Iterator[Vraag]:
    """My actions of the coming time, and what the media room asks of me."""
    soort = _Soort(gebruiker.can(Recht.ACTIE_INZIEN), gebruiker.can(Recht.PERSVRAAG_BEHANDELEN))
    for rij in db.session.connection().execute(_statement(soort), {"kijker": gebruiker.id}):
        if rij.wat == _ACTIE:
            if is_binnenkort(rij.dag, vandaag):
                yield _of_actie(rij, vandaag)
        elif (vraag := media.read_mediavraag(rij, vandaag)) is not None:
            yield _of_media(vraag, vandaag)


@cache
def _statement(soort: _Soort) -> Any:
    """Built once for each kind of viewer (`data/paging.py` why)."""
    delen = [
        deel.add_columns(cast(null(), Date).label("dag"), cast(null(), String).label("stand"))
        for deel in media.list_delen(soort.persvragen)
    ]
    if soort.acties:
        delen.append(_acties())
    return union_all(*(select(*deel.subquery().c) for deel in delen))


def _acties() -> Select[Any]:
    """Mine that are open, what is due first."""
    stmt = media.make_deel(_ACTIE, Actie, Actie.id, Actie.titel)
    stmt = stmt.add_columns(Actie.uiterlijk.label("dag"), cast(Actie.status, String).label("stand"))
    stmt = stmt.where(Actie.eigenaar_id == media.KIJKER, Actie.status.in_(OPEN))
    return stmt.order_by(Actie.uiterlijk, Actie.id).limit(MEESTE_ACTIES)


def _of_actie(rij: Any, vandaag: date) -> Vraag:
    stand = Status(rij.stand).label.lower()
    return Vraag(
        titel=rij.tekst,
        url=url_for("acties.show_actie", id=rij.ref),
        toelichting=f"Actie · {stand}, uiterlijk {datum(rij.dag)}",
        dag=rij.dag,
        woord=over(rij.dag, vandaag),
        soort=badge_van(rij.dag, vandaag),
    )


def _of_media(vraag: media.Mediavraag, vandaag: date) -> Vraag:
    dag = vraag.dag or vandaag
    return Vraag(
        titel=vraag.titel,
        url=vraag.url,
        toelichting=vraag.toelichting,
        dag=dag,
        woord=over(vraag.dag, vandaag) if vraag.dag else "wacht op u",
        soort=badge_van(dag, vandaag),
    )
