"""A year of meetings: one evening that was disturbed, and a risky one tomorrow."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from vob.core.clock import TZ
from vob.core.organisatietype import Organisatietype, Woorden
from vob.data import db
from vob.incidenten.vergaderingen.models import Agendabron, Logregel, Ordegrondslag, Vergadering
from vob.incidenten.vergaderingen.queries import our_grondslag
from vob.incidenten.vergaderingen.rules import VERSTORINGEN
from vob.incidenten.vergaderingen.values import Aard, Beveiligingsstand, Logsoort, Vergadersoort
from vob.organisatie.models import Organisatie

from .mensen import Mensen

S = Logsoort
_WEKEN = range(-52, 13)  # from a year ago until a quarter ahead
_VERSTOORD = -5  # weeks ago
_EERDER = -17
ROEPER = "Rinus Voorbeeld"


@dataclass(frozen=True)
class Feit:
    """So many minutes after the begin. `bij`: what was added to it, corrected or withdrawn."""

    minuut: int
    soort: Logsoort
    tekst: str = ""
    persoon: str = ""
    bij: tuple[Aard, str, str] | None = None


_AVOND = (
    Feit(0, S.GEOPEND, "Volle tribune, ongeveer zestig mensen."),
    Feit(24, S.ROEPEN, "Meer mensen tegelijk, tijdens de eerste termijn."),
    Feit(26, S.WAARSCHUWING),
    Feit(31, S.SPANDOEK, "Over de rand van de tribune.", bij=(Aard.AANVULLING, "Weggehaald.", "")),
    Feit(38, S.ROEPEN, bij=(Aard.AANVULLING, "Stond op de trap.", ROEPER)),
    Feit(39, S.WAARSCHUWING, "Aan één persoon, door de voorzitter."),
    Feit(44, S.BELEDIGING, "Tegen een lid dat sprak.", ROEPER),
    Feit(45, S.SCHORSING),
    Feit(49, S.VORDERING, "Eén persoon weigert te gaan."),
    Feit(52, S.POLITIE, "Gebeld; twee agenten om 20.40 uur in de hal."),
    Feit(56, S.GOOIEN, "Bekertje.", bij=(Aard.INTREKKING, "Het viel van de rand.", "")),
    Feit(58, S.ONTRUIMD),
    Feit(71, S.HERVAT, "Zonder publiek, beeld en geluid bleven aan."),
    Feit(73, S.NOTITIE, "Leden gevraagd of zij door konden.", bij=(Aard.AANVULLING, "Ja.", "")),
    Feit(142, S.GESLOTEN),
)
_EERDERE_AVOND = (
    Feit(0, S.GEOPEND),
    Feit(65, S.ROEPEN, "Na de stemming.", ROEPER),
    Feit(66, S.WAARSCHUWING),
    Feit(118, S.GESLOTEN),
)


def make_vergaderingen(mensen: Mensen, organisatie: Organisatie, vandaag: date) -> Vergadering:
    """Returns the one that was disturbed last."""
    woorden = organisatie.woorden
    voorzitter = f"{woorden.burgemeester} {mensen['burgemeester'].naam}"
    for week in _WEKEN:
        vergadering = _planned(week, woorden, vandaag)
        vergadering.voorzitter = voorzitter if vergadering.soort == "raad" else ""
        vergadering.griffier_id = mensen["griffier" if week % 3 else "griffier2"].id
        db.session.add(vergadering)
        if week in {_VERSTOORD, _EERDER}:
            vergadering.titel = f"{_capital(woorden.raadsvergadering)} over de opvang"
            vergadering.soort, vergadering.voorzitter = Vergadersoort.RAAD, voorzitter
            db.session.flush()
            _log(vergadering, _AVOND if week == _VERSTOORD else _EERDERE_AVOND, mensen, woorden)
    db.session.add(_risky(voorzitter, mensen, woorden, vandaag))
    _make_settings(organisatie, vandaag)
    db.session.flush()
    verstoord = select(Vergadering).filter_by(is_verstoord=True)
    return db.session.scalars(verstoord.order_by(Vergadering.begin.desc()).limit(1)).one()


def _planned(week: int, woorden: Woorden, vandaag: date) -> Vergadering:
    """Each fourth week the council, in between its committees; on the day of the week of today."""
    raad = week % 4 == 0
    titel = (
        woorden.raadsvergadering
        if raad
        else "commissie Ruimte"
        if week % 2
        else "commissie Bestuur"
    )
    begin = _at(vandaag + timedelta(weeks=week, days=2), 19, 30)
    return Vergadering(
        titel=_capital(titel),
        soort=Vergadersoort.RAAD if raad else Vergadersoort.COMMISSIE,
        begin=begin,
        einde=begin + timedelta(hours=3),
        plaats=_capital(woorden.raadzaal),
        is_afgelast=week == 3,
        bron_uid=f"demo-{week + 100}@vergadersysteem.example",
    )


def _risky(voorzitter: str, mensen: Mensen, woorden: Woorden, vandaag: date) -> Vergadering:
    begin = _at(vandaag + timedelta(days=1), 19, 30)
    return Vergadering(
        titel="Extra vergadering over de opvang",
        soort=Vergadersoort.RAAD,
        begin=begin,
        einde=begin + timedelta(hours=3),
        plaats=_capital(woorden.raadzaal),
        voorzitter=voorzitter,
        griffier_id=mensen["griffier"].id,
        is_risicovol=True,
        risico="Op sociale media is opgeroepen om te komen. De vorige keer is geschorst.",
        beveiliging=Beveiligingsstand.AANGEVRAAGD,
        beveiliging_door=f"{mensen['beveiliging'].naam}, met de wijkagent",
        beveiliging_afspraak="Ingang aan de achterkant voor leden. Tribune op naam.",
    )


def _capital(woord: str) -> str:
    """The first letter only: Provinciale Staten keeps its second one."""
    return woord[:1].upper() + woord[1:]


def _at(dag: date, uur: int, minuut: int) -> datetime:
    return datetime.combine(dag, time(uur, minuut), tzinfo=TZ)


def _log(
    vergadering: Vergadering, feiten: tuple[Feit, ...], mensen: Mensen, woorden: Woorden
) -> None:
    """In the order in which it was written down; what was added came a minute later."""
    for nummer, feit in enumerate(feiten):
        moment = vergadering.begin + timedelta(minutes=feit.minuut, seconds=7 * nummer % 50)
        regel = Logregel(
            vergadering_id=vergadering.id,
            sleutel=f"demo-{vergadering.id:06}-{nummer:06}",
            soort=feit.soort,
            moment=moment,
            ontvangen_op=moment,
            auteur_id=mensen["griffier"].id,
            tekst=feit.tekst or None,
        )
        if feit.soort is S.VORDERING:
            regel.door, regel.namens = mensen["griffier"].naam, f"de {woorden.burgemeester}"
        regel.set_persoon(feit.persoon)
        db.session.add(regel)
        db.session.flush()
        if feit.bij:
            db.session.add(_later(regel, *feit.bij))
    vergadering.is_verstoord = any(feit.soort in VERSTORINGEN for feit in feiten)


def _later(regel: Logregel, aard: Aard, tekst: str, persoon: str) -> Logregel:
    erbij = Logregel(
        vergadering_id=regel.vergadering_id,
        sleutel=f"{regel.sleutel}-bij",
        aard=aard,
        bij_id=regel.id,
        soort=regel.soort,
        moment=regel.moment + timedelta(minutes=1),
        ontvangen_op=regel.moment + timedelta(minutes=1),
        auteur_id=regel.auteur_id,
        tekst=tekst,
    )
    erbij.set_persoon(persoon)
    return erbij


def _make_settings(organisatie: Organisatie, vandaag: date) -> None:
    """A gemeente had its ground checked; for the others nobody found the article yet."""
    host = "vergadersysteem.example"
    db.session.add(Agendabron(url=f"https://{host}/agenda.ics", host=host))
    if organisatie.type is Organisatietype.GEMEENTE:
        grondslag: Ordegrondslag = our_grondslag()
        grondslag.gecontroleerd_op = vandaag - timedelta(days=75)
        db.session.add(grondslag)
