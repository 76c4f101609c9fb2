"""Who speaks, what holds, and what may be released: at their edges."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.bewijs import Oordeel
from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.media.rules import (
    Beurt,
    Bezetting,
    Kantoor,
    Mediastand,
    Stem,
    calculate_stand,
    check_akkoord,
    check_geen_open,
    check_vrijgeven,
    check_wijzigen,
    is_geldig,
    is_kantoortijd,
    judge_media,
    missing_partijen,
    missing_vooraf,
    order_sprekers,
)
from vob.media.values import (
    Bijstand,
    Boodschapstand,
    Boodschapstatus,
    Bron,
    Niet,
    Partij,
    Uitkomst,
    Vooraf,
)

KANTOOR = Kantoor(8, 17)
ALLES = Bezetting(1, 2, 3, 4, 5)
A, G, N = Uitkomst.AKKOORD, Uitkomst.GEVRAAGD, Uitkomst.NIET_AKKOORD


@pytest.mark.parametrize(
    ("moment", "is_kantoor"),
    [
        (datetime(2026, 11, 23, 7, 59, tzinfo=TZ), False),
        (datetime(2026, 11, 23, 8, 0, tzinfo=TZ), True),
        (datetime(2026, 11, 23, 16, 59, tzinfo=TZ), True),
        (datetime(2026, 11, 23, 17, 0, tzinfo=TZ), False),
        (datetime(2026, 11, 22, 12, 0, tzinfo=TZ), False),  # Sunday
        (datetime(2026, 12, 25, 12, 0, tzinfo=TZ), False),  # Christmas, a Friday
        (datetime(2026, 7, 1, 6, 30, tzinfo=TZ).astimezone(), False),
    ],
)
def test_office_hours_are_on_working_days_on_the_dutch_clock(moment, is_kantoor):
    assert is_kantoortijd(moment, KANTOOR) is is_kantoor


@pytest.mark.parametrize(
    ("kantoor", "weg", "volgorde"),
    [
        (True, (), [1, 2, 4, 5]),
        (False, (), [3, 4, 5, 1, 2]),
        (True, (1,), [2, 4, 5]),  # who is away is passed over at once
        (False, (3, 4), [5, 1, 2]),
        (True, (1, 2, 4, 5), []),
    ],
)
def test_who_speaks(kantoor, weg, volgorde):
    beurten = order_sprekers(ALLES, kantoor=kantoor, weg=weg)
    assert [beurt.wie for beurt in beurten] == volgorde


def test_nobody_is_named_twice_and_the_first_reason_counts():
    beurten = order_sprekers(Bezetting(eerste=1, dienst=1), kantoor=False, weg=())
    assert beurten == [Beurt(1, Bron.DIENST)]


@given(
    st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=5, max_size=5),
    st.booleans(),
    st.sets(st.integers(1, 4)),
)
def test_only_who_was_named_and_is_there_speaks(wie, kantoor, weg):
    beurten = [b.wie for b in order_sprekers(Bezetting(*wie), kantoor=kantoor, weg=weg)]
    assert set(beurten) <= {w for w in wie if w} - weg
    assert len(beurten) == len(set(beurten))


DAG = date(2026, 11, 23)


@given(st.dates(), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()))
def test_both_ends_of_a_time_count(dag, van, tot):
    assert is_geldig(van, tot, dag) == ((van or dag) <= dag <= (tot or dag))


@pytest.mark.parametrize(
    ("status", "van", "tot", "stand"),
    [
        (Boodschapstatus.CONCEPT, None, DAG, Boodschapstand.CONCEPT),
        (Boodschapstatus.INGETROKKEN, None, DAG, Boodschapstand.INGETROKKEN),
        (Boodschapstatus.AKKOORD, None, DAG, Boodschapstand.GELDIG),  # the last day
        (Boodschapstatus.AKKOORD, None, date(2026, 11, 22), Boodschapstand.VERLOPEN),
        (Boodschapstatus.AKKOORD, DAG, DAG, Boodschapstand.GELDIG),  # the first day too
        (Boodschapstatus.AKKOORD, date(2026, 11, 24), date(2026, 11, 30), Boodschapstand.STRAKS),
    ],
)
def test_how_a_line_stands(status, van, tot, stand):
    assert calculate_stand(status, van, tot, DAG) is stand


@pytest.mark.parametrize(
    ("uitkomsten", "zin"),
    [([], "Vraag eerst iemand"), ([A, G], "Nog niet iedereen"), ([A, N, G], "niet akkoord")],
)
def test_a_line_needs_everyone_who_was_asked(uitkomsten, zin):
    with pytest.raises(RegelOvertreden, match=zin):
        check_akkoord([Stem(Partij.OM, uitkomst) for uitkomst in uitkomsten], "")


def test_nobody_asked_is_enough_for_an_answer_and_all_agreed_for_a_line():
    check_geen_open([])
    check_akkoord([Stem(Partij.OM, A), Stem(Partij.ANDERS, A, is_eigen=True)], "")


@pytest.mark.parametrize(
    ("stemmen", "ontbreekt"),
    [
        ([], [Partij.POLITIE, Partij.OM]),
        ([Stem(Partij.ANDERS, A)], [Partij.POLITIE, Partij.OM]),
        ([Stem(Partij.OM, A), Stem(Partij.POLITIE, G)], [Partij.POLITIE]),  # asked is not agreed
        ([Stem(Partij.OM, A), Stem(Partij.POLITIE, G), Stem(Partij.POLITIE, A)], []),
    ],
)
def test_of_each_party_that_a_topic_names_one_must_have_agreed(stemmen, ontbreekt):
    assert missing_partijen([Partij.POLITIE, Partij.OM], stemmen) == ontbreekt


def test_who_is_missing_is_named_and_own_consent_alone_is_none():
    with pytest.raises(RegelOvertreden, match="nog geen akkoord van: politie"):
        check_akkoord([], "politie")
    with pytest.raises(RegelOvertreden, match="Wie de tekst schreef"):
        check_akkoord([Stem(Partij.ANDERS, A, is_eigen=True)], "")


def test_only_a_draft_changes():
    check_wijzigen(Boodschapstatus.CONCEPT)
    with pytest.raises(RegelOvertreden):
        check_wijzigen(Boodschapstatus.AKKOORD)


VOORAF, NIET = [v.value for v in Vooraf], [n.value for n in Niet]


def test_every_item_of_the_check_list_is_looked_at():
    assert missing_vooraf(VOORAF, NIET) == []
    assert len(missing_vooraf([], [])) == len(Vooraf) + len(Niet)
    assert missing_vooraf(VOORAF, NIET[1:]) == ["Staat er niet in: de precieze bedreiging"]


@pytest.mark.parametrize(
    ("status", "tekst", "vooraf", "stemmen", "zin"),
    [
        (Bijstand.VRIJGEGEVEN, "Tekst", VOORAF, [], "al beslist"),
        (Bijstand.CONCEPT, "  ", VOORAF, [], "nog geen tekst"),
        (Bijstand.CONCEPT, "Tekst", VOORAF[1:], [], "gezin is geïnformeerd"),
        (Bijstand.CONCEPT, "Tekst", VOORAF, [Stem(Partij.OM, G)], "Nog niet iedereen"),
        (Bijstand.CONCEPT, "Tekst", VOORAF, [], "akkoord van de betrokkene"),
        (Bijstand.CONCEPT, "Tekst", VOORAF, [Stem(Partij.OM, A)], "akkoord van de betrokkene"),
    ],
)
def test_a_message_goes_out_only_when_all_is_arranged(status, tekst, vooraf, stemmen, zin):
    with pytest.raises(RegelOvertreden, match=zin):
        check_vrijgeven(status, tekst, vooraf, NIET, stemmen)
    check_vrijgeven(Bijstand.CONCEPT, "Tekst", VOORAF, NIET, [Stem(Partij.BETROKKENE, A)])


GOED = Mediastand(True, 61, 7, 0, 0, True, "")


@pytest.mark.parametrize(
    ("anders", "oordeel", "zin"),
    [
        ({}, Oordeel.OP_ORDE, "alle 7 onderwerpen"),
        ({"beleid_nog": None}, Oordeel.OP_ORDE, "rooster is dicht"),
        ({"is_beleid": False}, Oordeel.NIET_OP_ORDE, "geen geldig mediabeleid"),
        ({"beleid_nog": -1}, Oordeel.NIET_OP_ORDE, "opnieuw bekeken"),
        ({"beleid_nog": 0}, Oordeel.LET_OP, "over 0 dagen"),
        ({"beleid_nog": 60}, Oordeel.LET_OP, "over 60 dagen"),
        ({"onderwerpen": 0}, Oordeel.NIET_OP_ORDE, "geen onderwerpen"),
        ({"zonder_eerste": 1}, Oordeel.NIET_OP_ORDE, "1 van 7 onderwerpen zonder woordvoerder"),
        ({"is_rooster": False}, Oordeel.NIET_OP_ORDE, "niemand in het rooster"),
        ({"zonder_vervanger": 2}, Oordeel.LET_OP, "2 van 7 onderwerpen zonder vervanger"),
        ({"gat": "morgen 9.00"}, Oordeel.LET_OP, "niemand van dienst morgen 9.00"),
    ],
)
def test_step_2(anders, oordeel, zin):
    ziet, zegt = judge_media(Mediastand(**{**GOED.__dict__, **anders}), 60)
    assert ziet is oordeel
    assert zin in zegt.zin
