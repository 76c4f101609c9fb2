"""What this room shows for the checklist: steps 3, 5 and 11."""

from collections.abc import Callable
from datetime import date, timedelta

from flask import url_for
from sqlalchemy import func, select

from vob.core.bewijs import Bewijs
from vob.core.deadlines import plus_maanden
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import setting
from vob.web import bijeenkomsten

from . import rules
from .aanbod import BESTUURDERS
from .models import Analyse
from .models_bibliotheek import Beleidsgebied
from .models_bijeenkomst import Analyseaanbod, Beveiligingsmaatregel, Inschatting
from .rules_beveiliging import LOPEND, bekijken_op
from .rules_bewijs import (
    Analyses,
    Bijeenkomsten,
    Peil,
    is_terugblik_laat,
    is_vooraf,
    judge_analyses,
    judge_beveiliging,
    judge_bijeenkomsten,
)
from .values import Soort
from .values_bijeenkomst import Beveiligingsstatus, Kleur

_KOMEND = timedelta(days=14)


def bewijs_3(peildatum: date) -> Bewijs:
    stand = Analyses(
        generiek_op=_last_adopted(peildatum),
        gebieden=_per_gebied(peildatum),
        bestuurders=_count_bestuurders(),
        aangeboden=_count_bestuurders(peildatum),
        maanden_generiek=setting("risico_generiek"),
        maanden_gebied=setting("risico_gebied"),
    )
    oordeel, zin = judge_analyses(stand, Peil(peildatum, setting("bewijs_vooraf")))
    return Bewijs(oordeel, zin, url_for("risicoanalyse.show_overzicht"))


def _last_adopted(peildatum: date) -> date | None:
    return db.session.scalar(
        select(func.max(Analyse.vastgesteld_op)).where(
            Analyse.soort == Soort.GENERIEK,
            Analyse.status.in_(rules.ADOPTED),
            Analyse.vastgesteld_op <= peildatum,
        )
    )


def _per_gebied(peildatum: date) -> list[date | None]:
    """Per sensitive area the day of its newest adoption."""
    laatste = (
        select(func.max(Analyse.vastgesteld_op))
        .where(
            Analyse.beleidsgebied_id == Beleidsgebied.id,
            Analyse.status.in_(rules.ADOPTED),
            Analyse.vastgesteld_op <= peildatum,
        )
        .scalar_subquery()
    )
    stmt = select(laatste).where(Beleidsgebied.is_gevoelig, Beleidsgebied.is_actief)
    return list(db.session.scalars(stmt))


def _count_bestuurders(aangeboden_voor: date | None = None) -> int:
    """All of them, or those that had an offer by that day."""
    stmt = select(func.count()).where(Gebruiker.is_actief, Gebruiker.functie.in_(BESTUURDERS))
    if aangeboden_voor:
        gehad = select(Analyseaanbod.gebruiker_id).where(
            Analyseaanbod.aangeboden_op <= aangeboden_voor
        )
        stmt = stmt.where(Gebruiker.id.in_(gehad))
    return db.session.scalar(stmt.select_from(Gebruiker)) or 0


def bewijs_5(peildatum: date) -> Bewijs:
    maatregel = Beveiligingsmaatregel
    stmt = select(maatregel.toets_op, maatregel.tot, maatregel.status).where(
        maatregel.status.in_(LOPEND)
    )
    regels = db.session.execute(stmt).all()
    oordeel, zin = judge_beveiliging(
        [bekijken_op(regel.status, regel.tot, regel.toets_op) for regel in regels],
        sum(regel.status is Beveiligingsstatus.VOORGESTELD for regel in regels),
        Peil(peildatum, setting("bewijs_vooraf")),
    )
    return Bewijs(oordeel, zin, url_for("risicoanalyse.list_beveiliging"))


def bewijs_11(peildatum: date) -> Bewijs:
    oordeel, zin = judge_bijeenkomsten(_bijeenkomsten(peildatum))
    return Bewijs(oordeel, zin, url_for("risicoanalyse.list_operationeel"))


def _bijeenkomsten(peildatum: date) -> Bijeenkomsten:
    """The risky ones: marked so elsewhere, or rated oranje or rood here."""
    van, tot = plus_maanden(peildatum, -12), peildatum + _KOMEND
    stmt = (
        select(Inschatting, Analyse.gemaakt_op)
        .join(Inschatting.analyse)
        .where(Inschatting.dag >= van, Inschatting.dag <= tot)
    )
    ingeschat = db.session.execute(stmt).all()
    tijdig = {
        (rij.Inschatting.bron_soort, rij.Inschatting.bron_id)
        for rij in ingeschat
        if is_vooraf(rij.gemaakt_op, rij.Inschatting.dag, rij.Inschatting.tijd)
    }
    gemerkt = {(een.soort, een.id): een.dag for een in bijeenkomsten.risicovol(van, tot)}
    geweest = [sleutel for sleutel, dag in gemerkt.items() if dag < peildatum]
    hier = [
        rij
        for rij in ingeschat
        if rij.Inschatting.kleur is not Kleur.GROEN
        and rij.Inschatting.dag < peildatum
        and (rij.Inschatting.bron_soort, rij.Inschatting.bron_id) not in gemerkt
    ]
    dagen = setting("terugblik_dagen")
    return Bijeenkomsten(
        totaal=len(geweest) + len(hier),
        vooraf=sum(sleutel in tijdig for sleutel in geweest)
        + sum(is_vooraf(r.gemaakt_op, r.Inschatting.dag, r.Inschatting.tijd) for r in hier),
        komend_zonder=sum(
            dag >= peildatum and sleutel not in tijdig for sleutel, dag in gemerkt.items()
        ),
        zonder_terugblik=sum(
            r.Inschatting.terugblik_op is None
            and is_terugblik_laat(r.Inschatting.dag, peildatum, dagen)
            for r in ingeschat
            if r.Inschatting.kleur is not Kleur.GROEN
        ),
    )


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {3: bewijs_3, 5: bewijs_5, 11: bewijs_11}
