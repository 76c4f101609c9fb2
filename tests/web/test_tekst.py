"""Hostile text never reaches the database, a page or an export as it came."""

import unicodedata
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.web.tekst import opschonen, veilige_bestandsnaam

alles = st.text(st.characters(exclude_categories=()))  # every code point, surrogates too


@pytest.mark.parametrize(
    ("tekst", "schoon"),
    [
        ("", ""),
        ("Gewone tekst.", "Gewone tekst."),
        ("een\r\ntwee\rdrie\n", "een\ntwee\ndrie\n"),
        ("regel\u2028regel\u2029regel\vregel\fregel\x85regel", "\n".join(["regel"] * 6)),
        ("tab\tblijft", "tab\tblijft"),
        ("nul\x00, bel\x07, esc\x1b[31m, del\x7f, c1\x9b", "nul, bel, esc[31m, del, c1"),
        ("half\ud83d paar\udc00", "half paar"),
        ("geen\ufffeteken\uffff", "geenteken"),
        ("cafe\u0301", "caf\u00e9"),
        ("👩‍👧 عربى ﷽", "👩‍👧 عربى ﷽"),
    ],
)
def test_opschonen(tekst: str, schoon: str) -> None:
    assert opschonen(tekst) == schoon


@given(alles)
def test_what_is_clean_can_be_stored_and_stays_clean(tekst: str) -> None:
    schoon = opschonen(tekst)
    schoon.encode()  # no lone surrogates
    assert "\x00" not in schoon
    assert unicodedata.is_normalized("NFC", schoon)
    assert opschonen(schoon) == schoon
    assert {c for c in schoon if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}


@given(alles)
def test_what_is_clean_is_valid_xml(tekst: str) -> None:
    schoon = opschonen(tekst)
    assert (ElementTree.fromstring(f"<a>{escape(schoon)}</a>").text or "") == schoon  # noqa: S314 - our own text


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Sc"])))
def test_ordinary_text_is_only_composed(tekst: str) -> None:
    assert opschonen(tekst) == unicodedata.normalize("NFC", tekst)


@pytest.mark.parametrize(
    ("naam", "veilig"),
    [
        ("register.csv", "register.csv"),
        ("Zaak 2026-0042.pdf", "Zaak 2026-0042.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("a\r\nSet-Cookie: x=1.csv", "a Set-Cookie x=1.csv"),
        ('"; filename="x.exe', "; filename= x.exe"),
        ("foto\u202egpj.exe", "foto gpj.exe"),
        ("\ud800\x00", "bestand"),
        (".pdf", "pdf"),
        ("x" * 300 + ".ods", "x" * 96 + ".ods"),
        ("x." + "y" * 300, "x." + "y" * 98),
    ],
)
def test_veilige_bestandsnaam(naam: str, veilig: str) -> None:
    assert veilige_bestandsnaam(naam) == veilig


@given(alles)
def test_any_name_becomes_one_short_printable_line(naam: str) -> None:
    veilig = veilige_bestandsnaam(naam)
    assert 0 < len(veilig) <= 100
    assert not set(veilig) & set('\n\r\t\x00/\\"')
