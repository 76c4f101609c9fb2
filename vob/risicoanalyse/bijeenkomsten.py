"""One gathering: rating it, its measures, who is told, and what is asked afterwards."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from vob.acties.values import Status as Actiestatus
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.web.objecten import Kijker

from .forms_bijeenkomst import VRAGEN, OperationeelForm
from .maatregelen import start_maatregel
from .models import Analyse
from .models_bibliotheek import Voorbeeldmaatregel
from .models_bijeenkomst import Inschatting
from .models_risico import Risicomaatregel
from .operations import create_analyse
from .rules_bijeenkomst import suggest_kleur
from .values import Maatregelstatus, Maatregeltype, Soort, Status
from .values_bijeenkomst import Kleur, Verloop
from .zichtbaarheid import visible_where

BALIE = "/risicoanalyse/balie"
_VELDEN = (
    *("soort", "dag", "tijd", "plaats", "aanwezigen", "signalen", "motivering", "basis"),
    *("is_balie_ingelicht", "is_politie_ingelicht", *VRAGEN),
)


def rate(
    form: OperationeelForm, wie: Gebruiker, bron: tuple[str, int], voorbeelden: Sequence[Any]
) -> Analyse:
    """A new rating, with its measures as actions; flushes."""
    analyse = create_analyse(Soort.OPERATIONEEL, wie, titel=form.titel.data)
    analyse.status = Status.GEREED
    inschatting = Inschatting(analyse=analyse, bron_soort=bron[0], bron_id=bron[1])
    db.session.add(inschatting)
    _fill(inschatting, form)
    add_maatregelen(analyse, form, wie, voorbeelden, form.dag.data)
    db.session.flush()
    tell_balie(inschatting)
    return analyse


def update(
    inschatting: Inschatting, form: OperationeelForm, wie: Gebruiker, voorbeelden: Sequence[Any]
) -> None:
    """What changed before it took place; measures are added, never dropped in silence."""
    was = (inschatting.kleur, inschatting.dag, inschatting.tijd, inschatting.is_balie_ingelicht)
    inschatting.analyse.titel = form.titel.data
    _fill(inschatting, form)
    add_maatregelen(inschatting.analyse, form, wie, voorbeelden, form.dag.data)
    nu = (inschatting.kleur, inschatting.dag, inschatting.tijd, inschatting.is_balie_ingelicht)
    if was != nu:
        tell_balie(inschatting)


def _fill(inschatting: Inschatting, form: OperationeelForm) -> None:
    for naam in _VELDEN:
        setattr(inschatting, naam, form[naam].data)
    inschatting.rate(form.antwoorden)
    inschatting.kleur = form.kleur.data or suggest_kleur(form.antwoorden).kleur


def add_maatregelen(
    analyse: Analyse,
    form: OperationeelForm,
    wie: Gebruiker,
    voorbeelden: Sequence[Voorbeeldmaatregel],
    dag: date,
) -> None:
    gekozen = [(m.titel, m.type, m.id) for m in voorbeelden if m.id in form.maatregelen.data]
    if form.eigen_maatregel.data:
        gekozen.append((form.eigen_maatregel.data, Maatregeltype.ORGANISATORISCH, None))  # type: ignore[arg-type]  # of no example
    for titel, type, voorbeeld_id in gekozen:
        maatregel = analyse.new_maatregel(
            None,
            titel=titel,
            type=type,
            voorbeeld_id=voorbeeld_id,
            eigenaar_id=form.eigenaar_id.data,
            uiterlijk=dag,
            status=Maatregelstatus.VOORGESTELD,
        )
        db.session.flush()
        start_maatregel(maatregel, wie)


def tell_balie(inschatting: Inschatting) -> None:
    """A mail without contents; the page of the desk says the rest."""
    if inschatting.is_balie_ingelicht and inschatting.kleur is not Kleur.GROEN:
        for iemand in gebruikers_with(Recht.RISICO_BALIE):
            queue(iemand, Berichtsoort.KLAAR, BALIE)


def finish(maatregel: Risicomaatregel, moment: datetime) -> None:
    """Arranged: the action is done as well. Twice changes nothing."""
    if maatregel.actie and maatregel.actie.status in (Actiestatus.OPEN, Actiestatus.BEZIG):
        maatregel.actie.change_status(Actiestatus.GEDAAN, "Geregeld.", moment)
    maatregel.status = Maatregelstatus.UITGEVOERD


def list_stmt(kijker: Kijker, kleur: Kleur | None, terugblik: bool, vandaag: date) -> Any:
    """The ratings one may see; the newest day first."""
    stmt = (
        select(Inschatting)
        .join(Inschatting.analyse)
        .options(contains_eager(Inschatting.analyse).joinedload(Analyse.maker))
        .where(visible_where(kijker))
    )
    if kleur:
        stmt = stmt.where(Inschatting.kleur == kleur)
    if terugblik:
        stmt = stmt.where(Inschatting.dag < vandaag, Inschatting.terugblik_op.is_(None))
    return stmt


def select_one(id: int, kijker: Kijker) -> Select[Inschatting]:
    """With all its page shows; `id` is that of the analysis."""
    maatregelen = selectinload(Analyse.maatregelen)
    return (
        select(Inschatting)
        .join(Inschatting.analyse)
        .options(
            contains_eager(Inschatting.analyse).joinedload(Analyse.maker),
            contains_eager(Inschatting.analyse).options(
                maatregelen.joinedload(Risicomaatregel.eigenaar),
                maatregelen.joinedload(Risicomaatregel.actie),
            ),
            joinedload(Inschatting.terugblik_door),
        )
        .where(Inschatting.analyse_id == id, visible_where(kijker))
    )


def find_by_bron(soort: str, id: int, kijker: Kijker) -> int | None:
    """The analysis of this gathering, when there is one that this viewer may see."""
    stmt = (
        select(Inschatting.analyse_id)
        .join(Inschatting.analyse)
        .where(Inschatting.bron_soort == soort, Inschatting.bron_id == id, visible_where(kijker))
    )
    return db.session.scalar(stmt.limit(1))


def list_balie(vandaag: date) -> Sequence[Any]:
    """Today's oranje and rood ones, by time. Only what the desk needs is read."""
    stmt = (
        select(
            Inschatting.analyse_id,
            Inschatting.soort,
            Inschatting.tijd,
            Inschatting.plaats,
            Inschatting.kleur,
            Inschatting.is_politie_ingelicht,
        )
        .where(
            Inschatting.dag == vandaag,
            Inschatting.kleur != Kleur.GROEN,
            or_(Inschatting.verloop.is_(None), Inschatting.verloop != Verloop.NIET_DOOR),
        )
        .order_by(Inschatting.tijd.asc().nulls_last(), Inschatting.id)
    )
    return db.session.execute(stmt).all()


def balie_maatregelen(ids: Sequence[int]) -> dict[int, list[Risicomaatregel]]:
    """The measures of these gatherings, with who arranges each."""
    stmt = (
        select(Risicomaatregel)
        .options(joinedload(Risicomaatregel.eigenaar), joinedload(Risicomaatregel.actie))
        .where(Risicomaatregel.analyse_id.in_(ids))
        .order_by(Risicomaatregel.id)
    )
    per_analyse: dict[int, list[Risicomaatregel]] = {}
    for maatregel in db.session.scalars(stmt):
        per_analyse.setdefault(maatregel.analyse_id, []).append(maatregel)
    return per_analyse
