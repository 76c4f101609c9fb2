"""What changed between two texts. Pure."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vob.documenten.verschil import Regel, Stuk, compare


def _read(regels: list[Regel], *soorten: str) -> str:
    """The text of these kinds, as a reader would put it together."""
    return " ".join(
        "".join(stuk.tekst for stuk in regel.stukken if stuk.soort in soorten) for regel in regels
    )


def test_equal_texts() -> None:
    verschil = compare("a\nb\nc", "a\nb\nc")
    assert verschil.is_gelijk
    assert verschil.regels == [Regel(overgeslagen=3)]


def test_a_word_that_changed_is_shown_within_its_line() -> None:
    verschil = compare("De bode belt 112.", "De bewaking belt 112.")
    assert verschil.regels == [
        Regel(
            (
                Stuk("gelijk", "De "),
                Stuk("weg", "bode"),
                Stuk("nieuw", "bewaking"),
                Stuk("gelijk", " belt 112."),
            )
        )
    ]
    assert (verschil.toegevoegd, verschil.weggehaald) == (1, 1)


def test_lines_that_came_and_went() -> None:
    verschil = compare("een\ntwee\ndrie", "een\ndrie\nvier")
    assert _read(verschil.regels, "weg").split() == ["twee"]
    assert _read(verschil.regels, "nieuw").split() == ["vier"]


def test_far_from_a_change_lines_are_counted() -> None:
    oud = [f"regel {n}" for n in range(20)]
    nieuw = [*oud[:10], "anders", *oud[11:]]
    regels = compare("\n".join(oud), "\n".join(nieuw)).regels
    assert [regel.overgeslagen for regel in regels if regel.overgeslagen] == [9, 8]
    assert "regel 9" in _read(regels, "gelijk")
    assert "regel 11" in _read(regels, "gelijk")


def test_from_nothing_and_to_nothing() -> None:
    assert compare("", "nieuw").regels == [Regel((Stuk("nieuw", "nieuw"),))]
    assert compare("oud", "").regels == [Regel((Stuk("weg", "oud"),))]
    assert compare("", "").is_gelijk


def test_a_very_long_text_is_compared_in_one_go() -> None:
    oud = "\n".join(f"regel {n}" for n in range(4_001))
    assert compare(oud, oud).is_gelijk
    verschil = compare(oud, oud.replace("regel 7\n", "anders\n"))
    assert (verschil.toegevoegd > 0, verschil.weggehaald > 0) == (True, True)


_TEKST = st.text(alphabet="ab \n", max_size=40)


@settings(deadline=None)  # a machine that is busy is no fault
@given(_TEKST, _TEKST)
def test_nothing_is_lost_or_made_up(oud: str, nieuw: str) -> None:
    """Equal and new together are the new text; equal and gone together are the old one."""
    regels = compare(oud, nieuw).regels
    if not any(regel.overgeslagen for regel in regels):
        assert _read(regels, "gelijk", "nieuw").split() == nieuw.split()
        assert _read(regels, "gelijk", "weg").split() == oud.split()
