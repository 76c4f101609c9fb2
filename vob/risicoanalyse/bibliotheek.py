"""The library: loading its start set, and what an analysis takes from it."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import func, or_, select

from vob.core.organisatietype import Organisatietype, Woorden
from vob.data import db
from vob.organisatie.operations import register_herwoorder, reword
from vob.organisatie.queries import our_organisatie

from . import startset
from .models import Analyse
from .models_bibliotheek import Beleidsgebied, Scenario, Scenariomaatregel, Voorbeeldmaatregel
from .models_risico import Risico, Risicomaatregel
from .values import Soort


def add_start_set() -> int:
    """What the start set has and we do not; what is there already stays as it is.

    Scenarios for other types of organisation come along, retired: they can be taken in use.
    """
    organisatie = our_organisatie()
    gebieden = _add_gebieden(organisatie.type)
    maatregelen, nieuw = _add_maatregelen(organisatie.woorden)
    bekend = set(db.session.scalars(select(Scenario.code)))
    for voorval in startset.VOORVALLEN:
        if voorval.code in bekend:
            continue
        scenario = Scenario(
            code=voorval.code,
            titel=_in_woorden(voorval.titel, organisatie.woorden),
            beleidsgebied=gebieden.get(voorval.gebied),
            typen=list(voorval.typen),
            voor_persoon=voorval.voor_persoon,
            is_actief=organisatie.type.value in voorval.typen,
        )
        scenario.suggesties = [
            Scenariomaatregel(maatregel=maatregelen[f"M{nr}"]) for nr in voorval.maatregelen
        ]
        db.session.add(scenario)
        nieuw += 1
    db.session.flush()
    return nieuw


def _in_woorden(tekst: str, woorden: Woorden) -> str:
    return tekst.format(**asdict(woorden))


def _add_gebieden(type: Organisatietype) -> dict[str, Beleidsgebied]:
    gebieden = {gebied.naam: gebied for gebied in db.session.scalars(select(Beleidsgebied))}
    for start in startset.GEBIEDEN:
        if start.naam not in gebieden and type.value in start.typen:
            gebieden[start.naam] = Beleidsgebied(
                naam=start.naam, is_gevoelig=start.is_gevoelig, trefwoorden=start.trefwoorden
            )
            db.session.add(gebieden[start.naam])
    return gebieden


def _add_maatregelen(woorden: Woorden) -> tuple[dict[str, Voorbeeldmaatregel], int]:
    bekend = {maatregel.code: maatregel for maatregel in db.session.scalars(_MAATREGELEN)}
    nieuw = 0
    for nummer, (type, titel, werkt_op, is_bijeenkomst) in enumerate(startset.MAATREGELEN, 1):
        if (code := f"M{nummer}") not in bekend:
            bekend[code] = Voorbeeldmaatregel(
                code=code,
                titel=_in_woorden(titel, woorden),
                type=type,
                werkt_op=werkt_op,
                is_bijeenkomst=is_bijeenkomst,
            )
            db.session.add(bekend[code])
            nieuw += 1
    return bekend, nieuw


_MAATREGELEN = select(Voorbeeldmaatregel).order_by(Voorbeeldmaatregel.id)


def _reword(oud: Woorden, nieuw: Woorden) -> None:
    """The start set, in the words of another type of organisation."""
    titels = {voorval.code: voorval.titel for voorval in startset.VOORVALLEN}
    for scenario in db.session.scalars(select(Scenario).where(Scenario.code.in_(titels))):
        reword(scenario, "titel", titels[scenario.code], oud, nieuw)
    for maatregel in db.session.scalars(_MAATREGELEN):
        nummer = maatregel.code.removeprefix("M") if maatregel.code else ""
        if nummer.isdecimal() and int(nummer) <= len(startset.MAATREGELEN):
            reword(maatregel, "titel", startset.MAATREGELEN[int(nummer) - 1][1], oud, nieuw)


register_herwoorder(_reword)


def scenarios_for(analyse: Analyse, alles: bool = False) -> list[Scenario]:
    """What is offered: in use, of the area of this analysis (and of none), or fit for a person."""
    stmt = select(Scenario).where(Scenario.is_actief).order_by(Scenario.id)
    if analyse.soort is Soort.PERSOON and not alles:
        stmt = stmt.where(Scenario.voor_persoon)
    elif analyse.soort is Soort.BELEIDSGEBIED and not alles:
        eigen = Scenario.beleidsgebied_id == analyse.beleidsgebied_id
        stmt = stmt.where(or_(eigen, Scenario.beleidsgebied_id.is_(None)))
    return list(db.session.scalars(stmt))


def suggesties_for(analyse: Analyse) -> dict[int, list[Voorbeeldmaatregel]]:
    """Per risk the measures that go with its scenario and were not taken over yet.

    Which scenario a risk comes from is encrypted where it is about a person: no join finds it.
    """
    gekozen = {risico.scenario_id for risico in analyse.risicos if risico.scenario_id}
    stmt = (
        select(Scenariomaatregel.scenario_id, Voorbeeldmaatregel)
        .join(Voorbeeldmaatregel, Voorbeeldmaatregel.id == Scenariomaatregel.maatregel_id)
        .where(Scenariomaatregel.scenario_id.in_(gekozen), Voorbeeldmaatregel.is_actief)
        .order_by(Scenariomaatregel.id)
    )
    per_scenario: dict[int | None, list[Voorbeeldmaatregel]] = {}
    for scenario_id, maatregel in db.session.execute(stmt):
        per_scenario.setdefault(scenario_id, []).append(maatregel)
    overgenomen = {(m.risico_id, m.voorbeeld_id) for m in analyse.maatregelen}
    return {
        risico.id: [
            maatregel
            for maatregel in per_scenario.get(risico.scenario_id, ())
            if (risico.id, maatregel.id) not in overgenomen
        ]
        for risico in analyse.risicos
    }


def actieve_gebieden() -> list[Beleidsgebied]:
    stmt = select(Beleidsgebied).where(Beleidsgebied.is_actief).order_by(Beleidsgebied.naam)
    return list(db.session.scalars(stmt))


def bijeenkomst_maatregelen() -> list[Voorbeeldmaatregel]:
    """What one can tick at a gathering."""
    actief = (Voorbeeldmaatregel.is_actief, Voorbeeldmaatregel.is_bijeenkomst)
    return list(db.session.scalars(_MAATREGELEN.where(*actief)))


def _used_in(kolom: Any, model: type[Risico] | type[Risicomaatregel]) -> dict[int, int]:
    """In how many analyses each was used; those of a person stay out of every count."""
    stmt = (
        select(kolom.label("wat"), func.count(model.analyse_id.distinct()).label("aantal"))
        .where(kolom.is_not(None), model.is_besloten.is_(False))
        .group_by(kolom)
    )
    return {rij.wat: rij.aantal for rij in db.session.execute(stmt)}


def scenario_gebruik() -> dict[int, int]:
    return _used_in(Risico.scenario_id_open, Risico)


def maatregel_gebruik() -> dict[int, int]:
    return _used_in(Risicomaatregel.voorbeeld_id_open, Risicomaatregel)
