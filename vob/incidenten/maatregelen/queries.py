"""Measures: who may see which, how this organisation takes them, and lists of them.

Who handles the case sees its measures. Who is asked to decide sees that one measure, and not the
case unless it is in their line. Who the case is about sees none.
"""

from collections.abc import Sequence
from datetime import date

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import contains_eager, joinedload, load_only, selectinload

from vob.core.permissions import Recht
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers
from vob.organisatie.queries import our_organisatie, setting
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..betrokkenen import find_betrokken
from ..models import Betrokkene, Incident
from ..rules import NOOIT_BEHANDELAAR
from ..vergaderingen.queries import our_grondslag
from ..zichtbaarheid import handled_incidenten
from .ladder import LADDER, Ladder
from .models import Ladderstap, Maatregel, Maatregelregel, Overtreding
from .rules import Grenzen
from .soorten import AAN_DE_DEUR, KEUZES, SOORTEN
from .values import Einde, Maatregelsoort, Maatregelstatus, Welke


def visible_where(kijker: Kijker) -> ColumnElement[bool]:
    """The condition on `Maatregel` for this user."""
    behandeld = handled_incidenten(kijker).where(Incident.id == Maatregel.incident_id)
    return or_(behandeld.correlate(Maatregel).exists(), _beslist(kijker))


def _beslist(kijker: Kijker) -> ColumnElement[bool]:
    """Put to this user, who is no part of what happened."""
    if not kijker.can(Recht.MAATREGEL_BESLISSEN):
        return false()
    over_mij = select(Betrokkene.id).where(
        Betrokkene.incident_id == Maatregel.incident_id,
        Betrokkene.gebruiker_id == kijker.id,
        Betrokkene.rol.in_(NOOIT_BEHANDELAAR),
    )
    return and_(
        Maatregel.beslisser_id == kijker.id,
        Maatregel.status != Maatregelstatus.CONCEPT,
        ~over_mij.exists(),
    )


def get_maatregel_or_404(nummer: str, id: int, kijker: Kijker) -> Maatregel:
    """The view writes the read log."""
    stmt = (
        select(Maatregel)
        .join(Maatregel.incident)
        .where(Maatregel.id == id, Incident.nummer == nummer, visible_where(kijker))
        .options(
            contains_eager(Maatregel.incident),
            joinedload(Maatregel.gemaakt_door),
            joinedload(Maatregel.beslisser),
            joinedload(Maatregel.verlengt),
            selectinload(Maatregel.overtredingen).joinedload(Overtreding.door),
        )
    )
    return db.session.scalar(stmt) or abort(404)


def list_maatregelen(incident: Incident) -> Sequence[Maatregel]:
    """All of a case, newest first; the caller has checked who looks."""
    stmt = select(Maatregel).where(Maatregel.incident_id == incident.id)
    beslisser = joinedload(Maatregel.beslisser)
    return db.session.scalars(stmt.options(beslisser).order_by(Maatregel.id.desc())).all()


def list_verlengingen(oud: Maatregel) -> Sequence[Maatregel]:
    """What was prepared to go on from this one, in whatever state; the caller checked who acts."""
    stmt = select(Maatregel).where(Maatregel.verlengt_id == oud.id)
    return db.session.scalars(stmt.order_by(Maatregel.id)).all()


def select_maatregelen(kijker: Kijker, welke: Welke, vandaag: date) -> Select[Maatregel]:
    """What this user may see, over all cases."""
    stmt = (
        select(Maatregel)
        .join(Maatregel.incident)
        .options(contains_eager(Maatregel.incident), joinedload(Maatregel.beslisser))
        .where(visible_where(kijker))
    )
    loopt = _loopt(vandaag)
    if welke is Welke.BESLUIT:
        return stmt.where(Maatregel.status == Maatregelstatus.VOORGELEGD)
    if welke is Welke.LOOPT:
        return stmt.where(loopt)
    if welke is Welke.TOETS:
        te_laat = (Maatregel.toets_op < vandaag, Maatregel.getoetst_op.is_(None))
        return stmt.where(loopt, *te_laat)
    return stmt


def _loopt(vandaag: date) -> ColumnElement[bool]:
    """In force on this day: `rules.calculate_stand`, for the database."""
    opgeheven = and_(Maatregel.einde == Einde.OPGEHEVEN, Maatregel.einde_op <= vandaag)
    return and_(
        Maatregel.status == Maatregelstatus.GENOMEN,
        Maatregel.van <= vandaag,
        Maatregel.tot >= vandaag,
        or_(Maatregel.einde.is_(None), ~opgeheven),
    )


def select_aan_de_deur(vandaag: date) -> Select[Maatregel]:
    """The bans that run today, of whatever case: the desk must know them all, and nothing else."""
    alleen = load_only(Maatregel.persoon, Maatregel.gebouw, Maatregel.tot)
    loopt = (Maatregel.soort.in_(AAN_DE_DEUR), _loopt(vandaag))
    return select(Maatregel).where(*loopt).options(alleen)


# --- how this organisation takes measures --------------------------------------------------------


def list_regels() -> list[Maatregelregel]:
    """A line for every kind, also those that nobody set yet."""
    stmt = select(Maatregelregel).options(joinedload(Maatregelregel.document))
    regels = {regel.soort: regel for regel in db.session.scalars(stmt)}
    return [regels.get(soort) or _new_regel(soort) for soort in KEUZES]


def get_regel(soort: Maatregelsoort) -> Maatregelregel:
    """The line of this kind; a new one, not yet stored, while nobody set it."""
    stmt = select(Maatregelregel).options(joinedload(Maatregelregel.document))
    return db.session.scalar(stmt.filter_by(soort=soort)) or _new_regel(soort)


def _new_regel(soort: Maatregelsoort) -> Maatregelregel:
    standaard, type = SOORTEN[soort], our_organisatie().type
    grondslag, bron = standaard.grondslag, standaard.bron
    if soort is Maatregelsoort.TOEGANG_VERGADERING:
        orde = our_grondslag()
        grondslag, bron = orde.grondslag, orde.bron
    return Maatregelregel(
        soort=soort,
        versie=0,
        aard=standaard.aard,
        grondslag=grondslag,
        bron=bron,
        is_beschikbaar=type in standaard.voor,
        besluit_nodig=standaard.besluit_nodig,
    )


def current_ladder() -> Ladder:
    """The ladder as this organisation set it; where nobody did, the proposal, without what is not
    for this type of organisation to impose."""
    type = our_organisatie().type
    voorstel = {
        trede: [soort for soort in soorten if soort not in SOORTEN or type in SOORTEN[soort].voor]
        for trede, soorten in LADDER.items()
    }
    gezet = db.session.scalars(select(Ladderstap))
    eigen = {(s.ernst, s.geval): [Maatregelsoort(code) for code in s.maatregelen] for s in gezet}
    return {**voorstel, **eigen}


def grenzen() -> Grenzen:
    """Of a meeting ban as the meeting log has them, because they differ per kind of body."""
    orde = our_grondslag()
    return Grenzen(
        vergaderverbod_maanden=orde.maximum_maanden,
        verstoringen=orde.minimum_verstoringen,
        gebiedsverbod_maanden=setting("gebiedsverbod_maanden"),
        verlengingen=setting("gebiedsverbod_verlengingen"),
    )


def find_sjabloon(regel: Maatregelregel, dag: date) -> Documentversie | None:
    """The letter template in force for this kind of measure."""
    return regel.document.in_werking(dag) if regel.document else None


def find_concept(regel: Maatregelregel) -> Documentversie | None:
    """For a preview, while nobody adopted a template: the newest text there is."""
    versies = regel.document.versies if regel.document else []
    return versies[0] if versies else None


def list_sjabloondocumenten() -> Sequence[Document]:
    stmt = select(Document).where(Document.soort == Documentsoort.BRIEFSJABLOON)
    return db.session.scalars(stmt.order_by(Document.titel)).all()


# --- who decides ---------------------------------------------------------------------------------


def betrokken_bij(incident: Incident) -> set[int]:
    """Who is part of what happened, also where only a name was typed that someone here bears."""
    return find_betrokken(incident, active_gebruikers())


def list_beslissers(incident: Incident) -> list[Gebruiker]:
    """Who can decide a measure in this case: with the right, and not who it is about."""
    gebruikers = active_gebruikers()
    over = find_betrokken(incident, gebruikers)
    return [g for g in gebruikers if g.can(Recht.MAATREGEL_BESLISSEN) and g.id not in over]


def _url(id: int) -> str:
    stmt = select(Incident.nummer).join(Maatregel).where(Maatregel.id == id)
    return url_for("incidenten.show_maatregel", nummer=db.session.scalar(stmt), id=id)


objecten.register(
    Objectsoort(
        "maatregel",
        "Maatregel",
        _url,
        lambda kijker: select(Maatregel.id).where(visible_where(kijker)),
    )
)
