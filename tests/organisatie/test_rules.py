"""Colours that can be read, terms that follow each other."""

from datetime import date

import pytest

from vob.core.errors import RegelOvertreden
from vob.organisatie import rules


@pytest.mark.parametrize(
    ("a", "b", "verhouding"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(a, b, verhouding):
    assert rules.contrast(a, b) == pytest.approx(verhouding, abs=0.01)
    assert rules.contrast(a, b) == rules.contrast(b, a)


@pytest.mark.parametrize("kleur", ["#154273", " #AD1457 ", "#000000", "#01689b"])
def test_a_dark_colour_may_be_used(kleur):
    assert rules.check_kleur(kleur) == kleur.strip().lower()


@pytest.mark.parametrize("kleur", ["#ffcc00", "#00a19a", "#ffffff", "#8fbcec"])
def test_a_light_colour_is_refused_with_one_that_will_do(kleur):
    with pytest.raises(RegelOvertreden, match="te licht") as caught:
        rules.check_kleur(kleur)
    beter = str(caught.value).rpartition("bijvoorbeeld ")[2].rstrip(".")
    assert rules.check_kleur(beter) == beter


@pytest.mark.parametrize("kleur", ["#154273", "#000000"])
def test_a_dark_colour_is_refused_on_a_dark_screen(kleur):
    with pytest.raises(RegelOvertreden, match="te donker"):
        rules.check_kleur(kleur, donker=True)
    assert rules.check_kleur("#8fbcec", donker=True) == "#8fbcec"


@pytest.mark.parametrize("kleur", ["rood", "#12345", "#1234567", "154273", "#15427g", "", "#fff;}"])
def test_only_a_colour_is_a_colour(kleur):
    with pytest.raises(RegelOvertreden, match="# met zes tekens"):
        rules.check_kleur(kleur)


@pytest.mark.parametrize("kleur", ["#154273", "#000000", "#b00020", "#006b66", "#5a2d82"])
def test_everything_derived_from_a_good_colour_can_be_read(kleur):
    style = rules.house_style(kleur, "")
    pairs = {name: value[11:-1].split(", ") for name, value in style.items()}
    for nummer in (0, 1):  # light, dark
        for state in ("default", "hover", "active"):
            letters = pairs[f"color-{state}"][nummer]
            assert rules.contrast(letters, pairs[f"bg-{state}"][nummer]) >= rules.AA
            knop = pairs[f"inverse-bg-{state}"][nummer]
            assert rules.contrast(knop, pairs[f"inverse-color-{state}"][nummer]) >= rules.AA


JAAR = [date(jaar, 4, 1) for jaar in range(2022, 2036)]


@pytest.mark.parametrize(
    ("begin", "einde", "mag"),
    [
        (JAAR[8], JAAR[12], True),  # begins on the day the other ends
        (JAAR[0], JAAR[4], True),
        (JAAR[7], JAAR[9], False),
        (JAAR[5], JAAR[6], False),
        (JAAR[0], JAAR[12], False),
        (JAAR[9], JAAR[9], False),  # no days at all
        (JAAR[9], JAAR[8], False),
    ],
)
def test_terms_follow_each_other(begin, einde, mag):
    andere = [(JAAR[4], JAAR[8])]
    if mag:
        rules.check_termijn(begin, einde, andere)
    else:
        with pytest.raises(RegelOvertreden):
            rules.check_termijn(begin, einde, andere)
