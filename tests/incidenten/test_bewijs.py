"""What this room shows for steps 8, 12, 17 and 18, on its edge days."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.analyse.models import Zaakanalyse
from vob.incidenten.analyse.values import Herhaling
from vob.incidenten.besprekingen.models import Bespreking
from vob.incidenten.bewijs import (
    BEWIJZEN,
    judge_besprekingen,
    judge_meldsysteem,
    judge_zaken,
)
from vob.incidenten.models import Incident
from vob.incidenten.values import Status
from vob.organisatie.models import Organisatie

PROEF = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("compleet", "proef_op", "peildatum", "oordeel"),
    [
        (10, PROEF, date(2026, 4, 1), Oordeel.OP_ORDE),
        (10, PROEF, date(2027, 1, 29), Oordeel.OP_ORDE),  # 61 days left
        (10, PROEF, date(2027, 1, 30), Oordeel.LET_OP),  # 60 days left
        (10, PROEF, date(2027, 3, 30), Oordeel.LET_OP),  # the last day
        (10, PROEF, date(2027, 3, 31), Oordeel.LET_OP),  # twelve months: too long ago
        (9, PROEF, date(2026, 4, 1), Oordeel.LET_OP),
        (9, PROEF, date(2027, 3, 31), Oordeel.NIET_OP_ORDE),
        (10, None, date(2026, 4, 1), Oordeel.LET_OP),
        (0, None, date(2026, 4, 1), Oordeel.NIET_OP_ORDE),
    ],
)
def test_the_edge_days(
    compleet: int, proef_op: date | None, peildatum: date, oordeel: Oordeel
) -> None:
    gezien, zin = judge_meldsysteem(compleet, 10, proef_op, peildatum, maanden=12, vooraf=60)
    assert gezien is oordeel
    assert zin.startswith(f"{compleet} van 10 functies hebben een meldlijn met vervanger.")


def test_the_sentence_says_what_to_do() -> None:
    bijna = judge_meldsysteem(10, 10, PROEF, date(2027, 2, 1), 12, 60)[1]
    voorbij = judge_meldsysteem(10, 10, PROEF, date(2027, 4, 1), 12, 60)[1]
    assert bijna.endswith("afgehandeld op 31 maart 2026. Doe er weer een.")
    assert voorbij.endswith("Dat is te lang geleden.")


@pytest.fixture
def look(app: Flask) -> Callable[[date], Bewijs]:
    def at(peildatum: date) -> Bewijs:
        with app.test_request_context():
            return BEWIJZEN[8](peildatum)

    return at


def test_a_new_organisation_is_not_in_order(
    look: Callable[[date], Bewijs], organisatie: Organisatie
) -> None:
    bewijs = look(date(2026, 11, 23))
    assert bewijs.oordeel is Oordeel.NIET_OP_ORDE
    assert bewijs.link == "/incidenten/meldlijn"


def test_complete_lines_and_a_drill_are_in_order(
    look: Callable[[date], Bewijs],
    make_gebruiker: Callable[..., Gebruiker],
    make_lijn: Callable[..., object],
    make_incident: Callable[..., Incident],
) -> None:
    eerste, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.COORDINATOR)
    for functie in Functie:
        make_lijn(functie, eerste, vervanger)
    laat = datetime(2026, 3, 31, 21, 30, tzinfo=UTC)  # 23.30 in the Netherlands
    make_incident(vervanger, laat, is_proef=True, afgehandeld_op=laat)
    make_incident(vervanger, afgehandeld_op=datetime(2026, 4, 9, tzinfo=UTC))  # a real one
    assert look(date(2026, 3, 30)).oordeel is Oordeel.LET_OP  # not yet handled then
    assert look(date(2026, 3, 31)).oordeel is Oordeel.OP_ORDE
    assert "31 maart 2026" in look(date(2026, 6, 1)).zin


def test_the_latest_report_is_seen_to_be_taken_up(
    look: Callable[[date], Bewijs],
    make_gebruiker: Callable[..., Gebruiker],
    make_incident: Callable[..., Incident],
) -> None:
    melder, op = make_gebruiker(Rol.MEDEWERKER), datetime(2026, 3, 31, 12, tzinfo=UTC)
    make_incident(melder, op - timedelta(days=9), status=Status.GESLOTEN)
    zaak = make_incident(melder, op)
    make_incident(melder, op + timedelta(days=1), is_vertrouwelijk=True)
    make_incident(melder, op + timedelta(days=1), is_proef=True)
    assert "kwam op 22 maart 2026 en is opgepakt." in look(date(2026, 3, 30)).zin
    assert "kwam op 31 maart 2026 en wacht nog op" in look(date(2026, 4, 2)).zin
    zaak.status = Status.IN_BEHANDELING
    db.session.commit()
    bewijs = look(date(2026, 4, 2))
    assert "kwam op 31 maart 2026 en is opgepakt." in bewijs.zin
    assert "laatste melding" not in bewijs.zin_voor(ziet_alle_zaken=False)


def test_someone_who_left_leaves_a_gap(
    look: Callable[[date], Bewijs],
    make_gebruiker: Callable[..., Gebruiker],
    make_lijn: Callable[..., object],
) -> None:
    eerste, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.COORDINATOR)
    for functie in Functie:
        make_lijn(functie, eerste, vervanger)
    eerste.is_actief = False
    db.session.commit()
    assert look(date(2026, 11, 23)).zin.startswith("0 van 10 functies")


BESPROKEN = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("laatste", "peildatum", "waren_er", "oordeel"),
    [
        (BESPROKEN, date(2026, 10, 30), True, Oordeel.OP_ORDE),  # 31 days left
        (BESPROKEN, date(2026, 10, 31), True, Oordeel.LET_OP),
        (BESPROKEN, date(2026, 11, 30), True, Oordeel.LET_OP),  # three months: the last day
        (BESPROKEN, date(2026, 12, 1), True, Oordeel.NIET_OP_ORDE),
        (BESPROKEN, date(2026, 12, 1), False, Oordeel.OP_ORDE),
        (None, date(2026, 12, 1), True, Oordeel.NIET_OP_ORDE),
        (None, date(2026, 12, 1), False, Oordeel.OP_ORDE),
    ],
)
def test_a_meeting_every_three_months_or_nothing_to_discuss(
    laatste: date | None, peildatum: date, waren_er: bool, oordeel: Oordeel
) -> None:
    gezien, zin = judge_besprekingen(laatste, peildatum, maanden=3, vooraf=60, waren_er=waren_er)
    assert gezien is oordeel
    assert ("31 augustus 2026" in zin) is (laatste is not None)


@pytest.mark.parametrize(
    ("totaal", "zonder", "oordeel", "deel"),
    [
        (0, 0, Oordeel.NIET_TE_ZIEN, "nog geen zaak gesloten"),
        (1, 0, Oordeel.OP_ORDE, "1 zaak gesloten dit jaar, geen zonder"),
        (9, 4, Oordeel.LET_OP, "9 zaken gesloten dit jaar, 4 zonder"),
        (8, 4, Oordeel.NIET_OP_ORDE, "4 zonder"),
        (501, 501, Oordeel.NIET_OP_ORDE, "500 of meer zaken gesloten dit jaar, meer dan 500"),
    ],
)
def test_how_many_cases_lack_something(
    totaal: int, zonder: int, oordeel: Oordeel, deel: str
) -> None:
    gezien, zin = judge_zaken(totaal, zonder, "gesloten", "zonder stappen")
    assert (gezien, deel in zin) == (oordeel, True)


def show(app: Flask, stap: int, peildatum: date = date(2026, 11, 23)) -> Bewijs:
    with app.test_request_context():
        return BEWIJZEN[stap](peildatum)


IN_JUNI = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_a_meeting_counts_from_its_day(
    app: Flask, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> None:
    make_incident(melder, IN_JUNI, is_proef=True)
    assert show(app, 12, date(2026, 6, 2)).oordeel is Oordeel.OP_ORDE
    make_incident(melder, IN_JUNI)
    assert show(app, 12, date(2026, 6, 2)).oordeel is Oordeel.NIET_OP_ORDE
    dag = date(2026, 6, 3)
    db.session.add(
        Bespreking(
            forum="MT", datum=dag, van=dag, tot=dag, gemaakt_door_id=melder.id, gemaakt_op=IN_JUNI
        )
    )
    db.session.commit()
    assert show(app, 12, date(2026, 6, 2)).oordeel is Oordeel.NIET_OP_ORDE
    assert show(app, 12, dag).oordeel is Oordeel.OP_ORDE


def test_closed_cases_without_steps_and_handled_ones_without_analysis(
    app: Flask, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> None:
    make_incident(melder, IN_JUNI, is_proef=True, status=Status.GESLOTEN)
    make_incident(melder, IN_JUNI - timedelta(days=365), status=Status.GESLOTEN)
    assert show(app, 17).oordeel is show(app, 18).oordeel is Oordeel.NIET_TE_ZIEN
    zaak = make_incident(melder, IN_JUNI, status=Status.GESLOTEN)
    assert show(app, 17).oordeel is show(app, 18).oordeel is Oordeel.NIET_OP_ORDE
    analyse = Zaakanalyse(
        incident_id=zaak.id, herhaling=Herhaling.EERSTE, door_id=melder.id, op=IN_JUNI
    )
    db.session.add(analyse)
    db.session.commit()
    assert show(app, 18).oordeel is Oordeel.OP_ORDE
