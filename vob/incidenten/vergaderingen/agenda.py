"""Meetings out of an agenda: what it would change here, and the change itself. No commit."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import select

from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.web.agenda import Agendapunt, read_agenda

from . import rules
from .models import REGEL_MAX, TITEL_MAX, Vergadering
from .rules import Gepland

# How far an agenda is read: what just was, so that it can still be logged, and a year ahead.
TERUG, VOORUIT = timedelta(days=31), timedelta(days=400)
_ZEGEL_GELDIG = 3600  # seconds between looking and agreeing
_MELDING = "Er is te veel tijd voorbij gegaan. Lees de agenda opnieuw in."


@dataclass(frozen=True)
class Punt:
    """One meeting of an agenda."""

    uid: str
    gepland: Gepland


@dataclass(frozen=True)
class Gelezen:
    """`hele_dagen`: so many were left out, because a meeting has a time: mostly recess."""

    punten: list[Punt]
    hele_dagen: int


@dataclass(frozen=True)
class Wijziging:
    """A meeting that is here already; `velden` are what would change, with old and new."""

    vergadering: Vergadering
    punt: Punt
    velden: dict[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Verschil:
    """`bekend`: how many are here already, just like that."""

    nieuw: list[Punt]
    gewijzigd: list[Wijziging]
    bekend: int


def read_vergaderingen(inhoud: bytes, vandaag: date) -> Gelezen:
    """The meetings in this file. Raises AgendaFout, which names the line."""
    gevonden = read_agenda(inhoud, vandaag - TERUG, vandaag + VOORUIT)
    punten = [_of_agendapunt(punt) for punt in gevonden if not punt.hele_dag]
    return Gelezen(punten, len(gevonden) - len(punten))


def _of_agendapunt(punt: Agendapunt) -> Punt:
    return Punt(
        punt.uid[:500],
        Gepland(
            titel=punt.titel[:TITEL_MAX],
            begin=punt.begin,
            einde=punt.einde,
            plaats=punt.plaats[:REGEL_MAX],
            is_afgelast=punt.is_afgelast,
        ),
    )


def compare(punten: Sequence[Punt]) -> Verschil:
    """With what is here now, by the mark of the agenda itself."""
    uids = [punt.uid for punt in punten]
    hier = {
        vergadering.bron_uid: vergadering
        for begin in range(0, len(uids), 500)  # a statement takes so many parameters, no more
        for vergadering in db.session.scalars(
            select(Vergadering).where(Vergadering.bron_uid.in_(uids[begin : begin + 500]))
        )
    }
    nieuw = [punt for punt in punten if punt.uid not in hier]
    gewijzigd = [
        Wijziging(vergadering, punt, velden)
        for punt in punten
        if (vergadering := hier.get(punt.uid)) and (velden := _changes(vergadering, punt.gepland))
    ]
    return Verschil(nieuw, gewijzigd, len(punten) - len(nieuw) - len(gewijzigd))


def _changes(vergadering: Vergadering, nieuw: Gepland) -> dict[str, tuple[Any, Any]]:
    vorige = _load(vergadering.bron) if vergadering.bron else vergadering.gepland
    velden = rules.find_changes(vergadering.gepland, vorige, nieuw)
    return {veld: (getattr(vergadering.gepland, veld), getattr(nieuw, veld)) for veld in velden}


def apply(verschil: Verschil) -> None:
    """Add what is new and change what changed. What someone here changed by hand stays."""
    for punt in verschil.nieuw:
        db.session.add(
            Vergadering(
                soort=rules.guess_soort(punt.gepland.titel),
                bron_uid=punt.uid,
                bron=_dump(punt.gepland),
                **asdict(punt.gepland),
            )
        )
    for wijziging in verschil.gewijzigd:
        for veld, (_, waarde) in wijziging.velden.items():
            setattr(wijziging.vergadering, veld, waarde)
        wijziging.vergadering.bron = _dump(wijziging.punt.gepland)


# --- between looking and agreeing -----------------------------------------------------------------


def seal(punten: Sequence[Punt]) -> str:
    """The list as it was looked at, to go along with the form that agrees to it."""
    return _sealer().dumps([[punt.uid, _dump(punt.gepland)] for punt in punten])


def unseal(zegel: str) -> list[Punt]:
    """Raises RegelOvertreden when it is not ours, or too old."""
    try:
        rijen = _sealer().loads(zegel, max_age=_ZEGEL_GELDIG)
    except BadData:
        raise RegelOvertreden(_MELDING) from None
    return [Punt(uid, _load(gepland)) for uid, gepland in rijen]


def _sealer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="vergaderagenda")


def _dump(gepland: Gepland) -> dict[str, Any]:
    return asdict(gepland) | {
        "begin": gepland.begin.isoformat(),
        "einde": gepland.einde.isoformat(),
    }


def _load(waarden: dict[str, Any]) -> Gepland:
    momenten = {naam: datetime.fromisoformat(waarden[naam]) for naam in ("begin", "einde")}
    return Gepland(**waarden | momenten)
