"""The letter: the template filled in as text, and the way against it by legal nature."""

import pytest

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Organisatietype
from vob.documenten.values import Orgaan, orgaan_in_zin
from vob.incidenten.maatregelen.brieven import PLEKKEN, check_sjabloon, rechtsmiddel, vul_in
from vob.incidenten.maatregelen.sjablonen import SJABLONEN
from vob.incidenten.maatregelen.soorten import SOORTEN
from vob.incidenten.maatregelen.values import Rechtsaard


def test_what_someone_wrote_is_text_and_never_markup() -> None:
    html = vul_in("# Aan {naam}\n\n{feiten}", {"naam": "<b>J</b>", "feiten": "**x**\n{naam}"})
    assert "&lt;b&gt;J&lt;/b&gt;" in html
    assert "**x**<br>{naam}" in html


def test_a_place_that_does_not_exist_stays_and_an_empty_one_goes() -> None:
    assert vul_in("{onbekend} [{naam}]", {}) == "<p>{onbekend} []</p>\n"


@pytest.mark.parametrize(
    ("sjabloon", "html"),
    [
        ("{orgaan} besluit. {orgaan} wil.", "<p>De raad besluit. De raad wil.</p>"),
        ("Wij doen dit namens {orgaan}.", "<p>Wij doen dit namens de raad.</p>"),
        ("## Besluit\n\n{orgaan} besluit.", 'besluit">Besluit</h2>\n<p>De raad besluit.</p>'),
    ],
)
def test_a_body_has_its_article_and_a_capital_where_a_sentence_begins(
    sjabloon: str, html: str
) -> None:
    assert html in vul_in(sjabloon, {"orgaan": "de raad"})


@pytest.mark.parametrize(
    ("type", "orgaan", "zin"),
    [
        (Organisatietype.GEMEENTE, Orgaan.COLLEGE, "het college"),
        (Organisatietype.GEMEENTE, Orgaan.BURGEMEESTER, "de burgemeester"),
        (Organisatietype.WATERSCHAP, Orgaan.BURGEMEESTER, "de dijkgraaf"),
        (Organisatietype.PROVINCIE, Orgaan.RAAD, "Provinciale Staten"),
        (Organisatietype.WATERSCHAP, Orgaan.ANDERS, "het waterschap"),
        (Organisatietype.GEMEENTE, None, "de gemeente"),
    ],
)
def test_a_body_in_the_words_of_the_organisation(
    type: Organisatietype, orgaan: Orgaan | None, zin: str
) -> None:
    assert orgaan_in_zin(orgaan, WOORDEN[type]) == zin


def test_a_heading_above_nothing_goes_with_it() -> None:
    tekst = "## Waarom\n\n{reden}\n\n{evenredig}\n\n## Wat u zei\n\n{gehoord}"
    assert "Wat u zei" not in vul_in(tekst, {"reden": "Zo."})
    assert "Waarom" in vul_in(tekst, {"evenredig": "Zo."})
    assert "Wat u zei" in vul_in(tekst, {"gehoord": "Nee."})
    dagen = vul_in("- Geldt voor: {gebouw}\n- Van: {van}\n- Let op: {onbekend}", {"gebouw": "X"})
    assert "Geldt voor: X" in dagen
    assert "Van" not in dagen
    assert "Let op: {onbekend}" in dagen


def test_only_a_besluit_knows_bezwaar() -> None:
    besluit = " ".join(rechtsmiddel(Rechtsaard.BESLUIT, 6, "het adres bovenaan"))
    assert "bezwaar" in besluit
    assert "binnen 6 weken" in besluit
    for aard in (Rechtsaard.PRIVAAT, Rechtsaard.FEITELIJK):
        tekst = " ".join(rechtsmiddel(aard, 6, "gemeente Waterrijk"))
        assert "bezwaar" not in tekst
        assert "ombudsman" in tekst
        assert "met een brief aan gemeente Waterrijk" in tekst
    assert "burgerlijke rechter" in " ".join(rechtsmiddel(Rechtsaard.PRIVAAT, 6, "ons"))


def test_a_template_that_promises_bezwaar_elsewhere_is_refused() -> None:
    check_sjabloon(Rechtsaard.BESLUIT, "U kunt bezwaar maken.")
    check_sjabloon(Rechtsaard.PRIVAAT, "U kunt reageren.")
    with pytest.raises(RegelOvertreden, match="geen besluit"):
        check_sjabloon(Rechtsaard.PRIVAAT, "Maak Bezwaar.")


def test_the_start_set_has_a_letter_for_each_kind_that_needs_one() -> None:
    met_brief = {soort for soort, regel in SOORTEN.items() if regel.brief}
    assert {soort for sjabloon in SJABLONEN for soort in sjabloon.soorten} == met_brief
    for sjabloon in SJABLONEN:
        for soort in sjabloon.soorten:
            check_sjabloon(SOORTEN[soort].aard, sjabloon.tekst)
        leeg = vul_in(sjabloon.tekst, dict.fromkeys(PLEKKEN, "x"))
        assert "{" not in leeg, "every place of a template exists"
