"""Who gave care, to whom, and how it went: mostly in time, sometimes late, sometimes not wanted."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from vob.core.clock import TZ, nu
from vob.data import db
from vob.demo.mensen import Mensen
from vob.incidenten.betrokkenen import ensure_betrokkene
from vob.incidenten.models import Incident
from vob.incidenten.opvang.models import Opvanglid, Opvangmoment, Opvangtraject
from vob.incidenten.opvang.values import (
    Bereikbaar,
    Hulp,
    Momentsoort,
    Momentstand,
    Opvangrol,
)
from vob.incidenten.values import Betrokkenrol

_S, _ST = Momentsoort, Momentstand
# Hours after the report at which each talk was offered, and days after it at which it was held.
_MOMENTEN = ((_S.EERSTE, 3, 0), (_S.GESPREK, 20, 2), (_S.VERVOLG_1, 48, 16), (_S.VERVOLG_2, 48, 50))
_LAAT, _NIET_GEWENST, _ZONDER = 11, 5, 13  # every so manieth case is not as it should be


def make_opvang(zaken: Sequence[Incident], mensen: Mensen, vandaag: date) -> None:
    team = [mensen["opvang"], mensen["opvang2"]]
    for nummer, lid in enumerate(team):
        db.session.add(
            Opvanglid(
                gebruiker_id=lid.id,
                getraind_op=vandaag - timedelta(days=150 + 330 * nummer),
                bereikbaar=Bereikbaar.ALTIJD if nummer == 0 else Bereikbaar.WERKDAGEN,
            )
        )
    for plaats, zaak in enumerate(zaken):
        if plaats % _ZONDER == _ZONDER - 1:
            continue
        wie = team[plaats % 2]
        traject = Opvangtraject(
            incident_id=zaak.id,
            voor=Opvangrol.GETROFFENE,
            gebruiker_id=zaak.getroffene_id,
            naam=None if zaak.getroffene_id else zaak.getroffene_naam,
            opvangpersoon_id=wie.id,
            toegewezen_op=zaak.gemeld_op + timedelta(hours=2),
        )
        _add_momenten(traject, zaak, plaats, wie.id)
        db.session.add(traject)
        ensure_betrokkene(zaak, wie.id, Betrokkenrol.OPVANG, zaak.gemeld_op + timedelta(hours=2))
        if plaats % 8 == 1:
            db.session.add(_getuige(zaak, wie.id))
    db.session.flush()


def _add_momenten(traject: Opvangtraject, zaak: Incident, plaats: int, door_id: int) -> None:
    laat = timedelta(days=4) if plaats % _LAAT == _LAAT - 1 else timedelta()
    for soort, uren, dagen in _MOMENTEN:
        aangeboden_op = zaak.gemeld_op + timedelta(hours=uren) + laat
        if aangeboden_op > nu():
            return
        moment = Opvangmoment(soort=soort, aangeboden_op=aangeboden_op, door_id=door_id)
        _set_stand(moment, aangeboden_op + timedelta(days=dagen))
        if plaats % _NIET_GEWENST == 3 and soort is _S.GESPREK:
            moment.stand, moment.gehouden_op, moment.gepland_op = _ST.AFGEWEZEN, None, None
            moment.beantwoord_op = aangeboden_op + timedelta(hours=4)
            traject.momenten.append(moment)
            return
        traject.momenten.append(moment)
    traject.afgerond_op = (zaak.gemeld_op + timedelta(days=60)).astimezone(TZ).date()
    if traject.afgerond_op > nu().astimezone(TZ).date():
        traject.afgerond_op = None
    if plaats % 6 == 0:
        verwijzing = Opvangmoment(
            soort=_S.VERWIJZING,
            naar=Hulp.SLACHTOFFERHULP,
            stand=_ST.AFGESPROKEN,
            aangeboden_op=zaak.gemeld_op + timedelta(days=17),
            door_id=door_id,
        )
        if verwijzing.aangeboden_op < nu():
            traject.momenten.append(verwijzing)


def _set_stand(moment: Opvangmoment, geweest: datetime) -> None:
    """What lies behind us was held; what lies ahead is an appointment."""
    if geweest <= nu():
        moment.stand, moment.gehouden_op = _ST.GEHOUDEN, geweest.astimezone(TZ).date()
    else:
        moment.stand = _ST.AFGESPROKEN
        moment.beantwoord_op, moment.gepland_op = moment.aangeboden_op, geweest


def _getuige(zaak: Incident, door_id: int) -> Opvangtraject:
    """Witnesses too."""
    traject = Opvangtraject(
        incident_id=zaak.id,
        voor=Opvangrol.GETUIGE,
        naam="Sam de Boer",
        contact="0555-880012",
        opvangpersoon_id=door_id,
        toegewezen_op=zaak.gemeld_op + timedelta(hours=5),
    )
    traject.momenten.append(
        Opvangmoment(
            soort=_S.EERSTE,
            stand=_ST.AANGEBODEN,
            aangeboden_op=zaak.gemeld_op + timedelta(hours=6),
            door_id=door_id,
            opmerking="Belt liever na zes uur.",
        )
    )
    return traject
