"""What people do to the roster."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from flask import url_for
from sqlalchemy import delete, select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db, log_event
from vob.gebruikers.sessies import hash_sleutel
from vob.organisatie.queries import setting
from vob.web.agenda import Agendapunt

from .. import rules_rooster as rules
from ..models import Afwezigheid, Agendalink, Dienst, Ruil, Vakantie, Woordvoerder
from ..queries import rooster as queries
from ..rules_rooster import Periode
from ..values import Ruilstatus


def fill_rooster(form_van: datetime, weken: int, om_de_beurt: list[int]) -> tuple[int, int]:
    """Duties for every gap in these weeks; how many were made, and for how many nobody is there."""
    begin_write(db.session)
    perioden = rules.weken(form_van.date(), weken, setting("media_wissel"))
    geheel = Periode(perioden[0].begin, perioden[-1].einde)
    bezet = [dienst.periode for dienst in queries.list_diensten(geheel)]
    afwezig = queries.days_off(queries.list_afwezigheden(geheel))
    voorstellen = list(rules.fill_weken(perioden, bezet, om_de_beurt, afwezig))
    nieuw = [
        Dienst(
            woordvoerder_id=v.wie,
            vervanger_id=_next(om_de_beurt, v.wie),
            begin=v.periode.begin,
            einde=v.periode.einde,
        )
        for v in voorstellen
        if v.wie is not None
    ]
    db.session.add_all(nieuw)
    db.session.flush()
    return len(nieuw), len(voorstellen) - len(nieuw)


def _next(rij: list[int], wie: int) -> int | None:
    """Who has the week after, replaces."""
    return rij[(rij.index(wie) + 1) % len(rij)] if len(rij) > 1 else None


def ask_ruil(dienst: Dienst, met: str, moment: datetime) -> Ruil:
    """`met` as in RuilForm. The other gets a mail; flushes."""
    tegen = db.session.get(Dienst, int(met[1:])) if met.startswith("d") else None
    naar_id = tegen.woordvoerder_id if tegen else int(met[1:])
    rules.check_ruil(dienst.periode, moment, dienst.woordvoerder_id, naar_id)
    naar = db.session.get_one(Woordvoerder, naar_id)
    if naar.gebruiker is None:
        raise RegelOvertreden("Deze woordvoerder heeft geen account en kan niet antwoorden.")
    ruil = Ruil(
        dienst_id=dienst.id,
        tegen_id=tegen.id if tegen else None,
        van_id=dienst.woordvoerder_id,
        naar_id=naar_id,
        gevraagd_op=moment,
    )
    db.session.add(ruil)
    db.session.flush()
    queue(naar.gebruiker, Berichtsoort.KLAAR, url_for("media.show_ruil", id=ruil.id))
    return ruil


def answer_ruil(ruil: Ruil, ja: bool, moment: datetime) -> bool:
    """By the other; with a yes the duties change hands, confirmed by both.

    True when a duty lost its deputy by it.
    """
    begin_write(db.session)
    db.session.refresh(ruil)
    dienst, tegen = ruil.dienst, ruil.tegen
    anders = dienst.woordvoerder_id != ruil.van_id or (
        tegen is not None and tegen.woordvoerder_id != ruil.naar_id
    )
    rules.check_antwoord(ruil.status, anders)
    ruil.status = Ruilstatus.AKKOORD if ja else Ruilstatus.AFGEWEZEN
    ruil.beantwoord_op = moment
    alleen = [dienst.move_to(ruil.naar_id, moment)] if ja else []
    if ja and tegen is not None:
        alleen.append(tegen.move_to(ruil.van_id, moment))
    if ruil.van.gebruiker:
        queue(ruil.van.gebruiker, Berichtsoort.REACTIE, url_for("media.show_ruil", id=ruil.id))
    return any(alleen)


def make_agendalink(wie: Woordvoerder, moment: datetime) -> str:
    """A new secret for the address of this person's roster; an earlier one works no more."""
    sleutel = secrets.token_urlsafe(32)
    revoke_agendalink(wie)
    db.session.add(
        Agendalink(woordvoerder_id=wie.id, sleutel_hash=hash_sleutel(sleutel), gemaakt_op=moment)
    )
    log_event(db.session, "agendalink gemaakt", "woordvoerder", wie.id)
    return sleutel


def revoke_agendalink(wie: Woordvoerder) -> bool:
    """True when there was one."""
    begin_write(db.session)
    weg = db.session.execute(
        delete(Agendalink)
        .where(Agendalink.woordvoerder_id == wie.id)
        .returning(Agendalink.woordvoerder_id)
    )
    if weg.first() is None:
        return False
    log_event(db.session, "agendalink ingetrokken", "woordvoerder", wie.id)
    return True


def import_dagen(punten: Iterable[Agendapunt], wie: int | None) -> tuple[int, int]:
    """What an agenda says of holidays, or of the days off of one person: (new, gone).

    What was read before and is cancelled or moved now, follows; titles of someone's own agenda
    are not kept, for they may tell why.
    """
    begin_write(db.session)
    bekend = {regel.uid: regel for regel in _read_before(wie)}
    nieuw = weg = 0
    for punt in punten:
        regel = bekend.get(punt.uid)
        if punt.is_afgelast:
            if regel is not None:
                db.session.delete(regel)
                weg += 1
            continue
        if regel is None:
            regel = Vakantie() if wie is None else Afwezigheid(woordvoerder_id=wie)
            db.session.add(regel)
            nieuw += 1
        _write(regel, punt)
    db.session.flush()
    return nieuw, weg


def _read_before(wie: int | None) -> Iterable[Vakantie | Afwezigheid]:
    """What came from an agenda earlier."""
    if wie is None:
        return db.session.scalars(select(Vakantie).where(Vakantie.uid != "")).all()
    stmt = select(Afwezigheid).where(Afwezigheid.uid != "", Afwezigheid.woordvoerder_id == wie)
    return db.session.scalars(stmt).all()


def _write(regel: Vakantie | Afwezigheid, punt: Agendapunt) -> None:
    regel.uid = punt.uid
    einde = max(punt.einde - timedelta(seconds=1), punt.begin)
    regel.van, regel.tot = (
        punt.begin.astimezone(TZ).date(),
        einde.astimezone(TZ).date(),
    )
    if isinstance(regel, Vakantie):
        regel.naam = punt.titel
