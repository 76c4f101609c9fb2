"""The letter: the template filled in as text, and the way against it by legal nature."""

import pytest

from vob.core.errors import RegelOvertreden
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
