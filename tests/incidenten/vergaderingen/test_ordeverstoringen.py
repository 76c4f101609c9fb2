"""How often someone disturbed a meeting: by name, never by guess, never readable in the table."""

import pytest
from sqlalchemy import text

from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.incidenten.vergaderingen.models import Logregel
from vob.incidenten.vergaderingen.queries import (
    count_ordeverstoringen,
    count_vergaderingen,
    list_ordeverstoringen,
)
from vob.incidenten.vergaderingen.values import Aard, Logsoort

from .conftest import Log, MakeVergadering

NAAM = "Jan de Roeper"


def test_each_disturbance_counts_over_all_meetings(
    make_vergadering: MakeVergadering, log: Log
) -> None:
    een, twee = make_vergadering(), make_vergadering(titel="Commissie")
    log(een, persoon=NAAM)
    log(een, Logsoort.BELEDIGING, 20, persoon="jan  DE roeper")
    log(twee, Logsoort.SPANDOEK, 10, persoon=f" {NAAM} ")
    assert count_ordeverstoringen(NAAM) == 3
    assert count_vergaderingen(list_ordeverstoringen(NAAM)) == 2


def test_nobody_else_counts_and_no_name_is_nobody(
    make_vergadering: MakeVergadering, log: Log
) -> None:
    vergadering = make_vergadering()
    log(vergadering, persoon="Jan de Roepers")
    log(vergadering)
    assert count_ordeverstoringen(NAAM) == 0
    assert count_ordeverstoringen("  ") == 0


@pytest.mark.parametrize(
    "soort", [Logsoort.WAARSCHUWING, Logsoort.LID_BELEMMERT, Logsoort.POLITIE, Logsoort.NOTITIE]
)
def test_what_is_no_disturbance_by_a_listener_does_not_count(
    make_vergadering: MakeVergadering, log: Log, soort: Logsoort
) -> None:
    log(make_vergadering(), soort, persoon=NAAM)
    assert count_ordeverstoringen(NAAM) == 0


def test_a_name_that_came_later_counts_once(make_vergadering: MakeVergadering, log: Log) -> None:
    regel = log(make_vergadering())
    log(regel.vergadering, bij=regel, persoon=NAAM)
    log(regel.vergadering, bij=regel, persoon=NAAM, tekst="Hij was het.")
    assert count_ordeverstoringen(NAAM) == 1


def test_what_was_withdrawn_does_not_count(make_vergadering: MakeVergadering, log: Log) -> None:
    regel = log(make_vergadering(), persoon=NAAM)
    log(regel.vergadering, bij=regel, aard=Aard.INTREKKING, tekst="Dit was een insprekker.")
    assert count_ordeverstoringen(NAAM) == 0
    assert not regel.vergadering.is_verstoord


def test_a_correction_says_who_it_was(make_vergadering: MakeVergadering, log: Log) -> None:
    regel = log(make_vergadering(), persoon=NAAM)
    log(regel.vergadering, bij=regel, aard=Aard.CORRECTIE, persoon="Piet Ander")
    assert count_ordeverstoringen(NAAM) == 0
    assert count_ordeverstoringen("Piet Ander") == 1


def test_names_and_texts_are_not_readable_in_the_table(
    make_vergadering: MakeVergadering, log: Log
) -> None:
    log(make_vergadering(), persoon=NAAM, tekst="Schreeuwde iets over zijn huis.")
    (rij,) = db.session.execute(text("SELECT * FROM logregel")).all()
    assert "roeper" not in repr(tuple(rij)).lower()
    assert "huis" not in repr(tuple(rij)).lower()


def test_an_entry_never_changes_and_never_goes(make_vergadering: MakeVergadering, log: Log) -> None:
    regel = log(make_vergadering())
    regel.soort = Logsoort.GOOIEN
    with pytest.raises(RegelOvertreden, match="verandert nooit"):
        db.session.flush()
    db.session.rollback()
    db.session.delete(db.session.get_one(Logregel, regel.id))
    with pytest.raises(RegelOvertreden, match="verandert nooit"):
        db.session.flush()
