"""An agenda of a council information system becomes a list of moments; or says where it breaks."""

from datetime import UTC, date, datetime

import pytest

from vob.web.agenda import Agendapunt, read_agenda

from .agendas import REEKS, VERPLAATST, ZONE, ics


def lees(*delen: str, van: date = date(2026, 10, 1), tot: date = date(2026, 11, 30)) -> list[str]:
    """Each event as the clock in UTC says it."""
    return [f"{punt.begin:%d-%m %H:%M}" for punt in read_agenda(ics(*delen), van, tot)]


def een(*delen: str) -> Agendapunt:
    (punt,) = read_agenda(ics(*delen), date(2026, 1, 1), date(2026, 12, 31))
    return punt


def test_one_meeting_with_all_that_is_kept_of_it() -> None:
    punt = een(
        "UID:42@ris.example\nSUMMARY:Raad\\, tweede\n  deel\nLOCATION:Raadzaal\n"
        "DTSTART:20261105T183000Z\nDTEND:20261105T213000Z"
    )
    assert punt == Agendapunt(
        uid="42@ris.example",
        titel="Raad, tweede deel",
        begin=datetime(2026, 11, 5, 18, 30, tzinfo=UTC),
        einde=datetime(2026, 11, 5, 21, 30, tzinfo=UTC),
        plaats="Raadzaal",
        is_afgelast=False,
        hele_dag=False,
    )


def test_a_weekly_meeting_stays_at_half_past_seven_when_summer_time_ends() -> None:
    assert lees(REEKS, tot=date(2026, 11, 1)) == [
        "08-10 17:30",
        "15-10 17:30",
        "22-10 17:30",
        "29-10 18:30",
    ]


@pytest.mark.parametrize(
    "begin",
    [
        "DTSTART:20261105T193000",  # no zone: Dutch time
        "DTSTART;TZID=Europe/Amsterdam:20261105T193000",
        "DTSTART;TZID=W. Europe Standard Time:20261105T193000",  # as Outlook calls it
        "DTSTART;TZID=Zaal:20261105T193000",  # described in the file itself
        "DTSTART:20261105T183000Z",
        "DTSTART;TZID=Europe/London:20261105T183000",
    ],
)
def test_every_way_to_write_half_past_seven(begin: str) -> None:
    assert lees(ZONE, f"UID:1\n{begin}") == ["05-11 18:30"]


def test_a_time_zone_may_be_described_after_its_first_use() -> None:
    assert lees("UID:1\nDTSTART;TZID=Zaal:20261105T193000", ZONE) == ["05-11 18:30"]


def test_two_files_may_each_mean_something_else_by_the_same_zone() -> None:
    ander = ZONE.replace("+0200", "+0500").replace("+0100", "+0400")
    meeting = "UID:1\nDTSTART;TZID=Zaal:20261105T193000"
    assert lees(ZONE, meeting) == ["05-11 18:30"]
    assert lees(ander, meeting) == ["05-11 15:30"]


def test_a_whole_day_ends_at_the_next_midnight_also_when_it_has_25_hours() -> None:
    punt = een("UID:1\nDTSTART;VALUE=DATE:20261025\nSUMMARY:Werkbezoek")
    assert punt.hele_dag
    assert (punt.begin, punt.einde) == (
        datetime(2026, 10, 24, 22, tzinfo=UTC),
        datetime(2026, 10, 25, 23, tzinfo=UTC),
    )


def test_two_whole_days() -> None:
    punt = een("UID:1\nDTSTART;VALUE=DATE:20261110\nDTEND;VALUE=DATE:20261112")
    assert punt.einde == datetime(2026, 11, 11, 23, tzinfo=UTC)
    assert punt.titel == "Zonder titel"


@pytest.mark.parametrize(
    "exdate",
    ["EXDATE;TZID=Europe/Amsterdam:20261015T193000", "EXDATE;VALUE=DATE:20261015"],
)
def test_an_exception_takes_one_occurrence_out(exdate: str) -> None:
    assert lees(REEKS + exdate, tot=date(2026, 10, 23)) == ["08-10 17:30", "22-10 17:30"]


@pytest.mark.parametrize(
    "rid",
    ["RECURRENCE-ID;TZID=Europe/Amsterdam:20261022T193000", "RECURRENCE-ID;VALUE=DATE:20261022"],
)
def test_a_moved_occurrence_takes_the_place_of_the_planned_one(rid: str) -> None:
    verplaatst = VERPLAATST.replace(VERPLAATST.split("\n")[1], rid)
    punten = read_agenda(ics(REEKS, verplaatst), date(2026, 10, 20), date(2026, 10, 30))
    assert [(p.uid, f"{p.begin:%d-%m %H:%M}") for p in punten] == [
        ("reeks#20261022T173000Z", "23-10 18:00"),  # known by the moment it was first planned
        ("reeks#20261029T183000Z", "29-10 18:30"),
    ]
    assert punten[0].titel == "Raadsvergadering, verplaatst"


def test_an_occurrence_moved_into_the_period_from_after_it_is_found() -> None:
    vroeger = VERPLAATST.replace("20261022T193000", "20261231T193000").replace("UNTIL=2026", "")
    reeks = REEKS.replace("UNTIL=20261231T000000Z", "COUNT=20")
    assert lees(reeks, vroeger, van=date(2026, 10, 23), tot=date(2026, 10, 28)) == ["23-10 18:00"]


def test_this_and_all_that_follow_move_along() -> None:
    verder = VERPLAATST.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;")
    assert lees(REEKS, verder, tot=date(2026, 11, 7)) == [
        "08-10 17:30",
        "15-10 17:30",
        "23-10 18:00",
        "30-10 19:00",
        "06-11 19:00",
    ]


def test_one_cancelled_evening_of_a_series() -> None:
    punten = read_agenda(
        ics(REEKS, VERPLAATST + "STATUS:CANCELLED"), date(2026, 10, 20), date(2026, 10, 30)
    )
    assert [punt.is_afgelast for punt in punten] == [True, False]


def test_a_file_that_cancels_cancels_all_it_names() -> None:
    inhoud = ics("UID:1\nDTSTART:20261105T183000Z").replace(b"PRODID", b"METHOD:CANCEL\r\nPRODID")
    (punt,) = read_agenda(inhoud, date(2026, 11, 1), date(2026, 11, 30))
    assert punt.is_afgelast


def test_a_change_without_the_series_it_belongs_to_is_an_event_of_its_own() -> None:
    assert lees(VERPLAATST) == ["23-10 18:00"]


def test_extra_dates_and_a_series_that_ends_by_count() -> None:
    reeks = REEKS.replace("UNTIL=20261231T000000Z", "COUNT=2")
    assert lees(reeks + "RDATE;TZID=Europe/Amsterdam:20261112T193000") == [
        "08-10 17:30",
        "15-10 17:30",
        "12-11 18:30",
    ]


def test_a_series_until_a_day_has_that_day_too() -> None:
    reeks = REEKS.replace("UNTIL=20261231T000000Z", "UNTIL=20261015")
    assert lees(reeks) == ["08-10 17:30", "15-10 17:30"]


def test_of_two_versions_the_newest_holds() -> None:
    oud, nieuw = "UID:1\nSEQUENCE:1\nDTSTART:20261105T180000Z", "UID:1\nDTSTART:20261106T180000Z"
    assert lees(oud, nieuw) == ["05-11 18:00"]


@pytest.mark.parametrize(
    ("begin", "einde", "valt_erin"),
    [
        ("20261001T080000", "20261001T090000", False),
        ("20261001T220000", "20261002T010000", True),  # runs into the first day
        ("20261001T220000", "20261002T000000", False),  # ends at its midnight
        ("20261002T000000", "20261002T000000", True),  # without length, on the edge
        ("20261003T235900", "20261004T010000", True),
        ("20261004T000000", "20261004T010000", False),
    ],
)
def test_what_falls_in_the_period(begin: str, einde: str, valt_erin: bool) -> None:
    tekst = f"UID:1\nDTSTART:{begin}\nDTEND:{einde}"
    assert bool(lees(tekst, van=date(2026, 10, 2), tot=date(2026, 10, 3))) == valt_erin


def test_a_mistake_that_decides_nothing_is_let_go() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:straks\nEND:VALARM"
    assert lees(f"UID:1\nDTSTART:20261105T183000Z\nGEO:ergens\n{alarm}") == ["05-11 18:30"]
