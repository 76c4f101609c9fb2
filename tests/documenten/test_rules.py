"""When a version is in force, and who may adopt it. Pure."""

from dataclasses import dataclass
from datetime import date

import pytest

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Organisatietype
from vob.documenten import rules
from vob.documenten.values import Orgaan, Stand, Versiestatus, orgaan_label

VAN, TOT, TOETS = date(2026, 3, 1), date(2026, 6, 30), date(2026, 5, 1)


@dataclass
class Versie:
    status: Versiestatus = Versiestatus.VASTGESTELD
    geldig_van: date | None = VAN
    geldig_tot: date | None = TOT
    toets_op: date | None = TOETS


@pytest.mark.parametrize(
    ("versie", "datum", "stand"),
    [
        (Versie(), date(2026, 2, 28), Stand.STRAKS),
        (Versie(), VAN, Stand.IN_WERKING),  # the first day counts
        (Versie(), TOT, Stand.IN_WERKING),  # and so does the last
        (Versie(), date(2026, 7, 1), Stand.VERVALLEN),
        (Versie(geldig_tot=None), date(2099, 1, 1), Stand.IN_WERKING),
        (Versie(geldig_van=None), date(1999, 1, 1), Stand.IN_WERKING),
        (Versie(status=Versiestatus.CONCEPT), VAN, Stand.CONCEPT),
        (Versie(status=Versiestatus.VERVALLEN), TOT, Stand.IN_WERKING),  # holds to its last day
        (Versie(status=Versiestatus.VERVALLEN), date(2026, 7, 1), Stand.VERVALLEN),
        (Versie(status=Versiestatus.VERVALLEN), date(2026, 2, 28), Stand.VERVALLEN),
        # a newer version began before this one did: it never holds
        (Versie(geldig_tot=date(2026, 2, 1)), VAN, Stand.VERVALLEN),
    ],
)
def test_stand(versie: Versie, datum: date, stand: Stand) -> None:
    assert rules.calculate_stand(versie, datum) is stand
    assert rules.is_in_werking(versie, datum) is (stand is Stand.IN_WERKING)


@pytest.mark.parametrize(
    ("versie", "datum", "verlopen"),
    [
        (Versie(), TOETS, False),  # on the day itself there is still time
        (Versie(), date(2026, 5, 2), True),
        (Versie(), date(2026, 7, 1), False),  # not in force any more
        (Versie(toets_op=None), date(2026, 5, 2), False),
        (Versie(status=Versiestatus.CONCEPT), date(2026, 5, 2), False),
    ],
)
def test_toets_verlopen(versie: Versie, datum: date, verlopen: bool) -> None:
    assert rules.is_toets_verlopen(versie, datum) is verlopen


@pytest.mark.parametrize(
    ("status", "gebruiker", "leeg", "reden"),
    [
        (Versiestatus.VASTGESTELD, 9, False, "al vastgesteld"),
        (Versiestatus.CONCEPT, 9, True, "geen tekst"),
        (Versiestatus.CONCEPT, 1, False, "schreef zelf"),
        (Versiestatus.CONCEPT, 2, False, "schreef zelf"),
    ],
)
def test_who_may_not_adopt(status: Versiestatus, gebruiker: int, leeg: bool, reden: str) -> None:
    with pytest.raises(RegelOvertreden, match=reden):
        rules.check_vaststellen(status, {1, 2}, gebruiker, is_leeg=leeg)


def test_someone_else_adopts() -> None:
    rules.check_vaststellen(Versiestatus.CONCEPT, {1, 2}, 3, is_leeg=False)


def test_what_was_adopted_does_not_change() -> None:
    rules.check_wijzigen(Versiestatus.CONCEPT)
    for status in (Versiestatus.VASTGESTELD, Versiestatus.VERVALLEN):
        with pytest.raises(RegelOvertreden, match="nieuwe versie"):
            rules.check_wijzigen(status)


@pytest.mark.parametrize(
    ("versie", "per", "vandaag", "reden"),
    [
        (Versie(status=Versiestatus.CONCEPT), TOT, VAN, "Alleen een vastgestelde"),
        (Versie(), TOT, date(2026, 7, 1), "al vervallen"),
        (Versie(), date(2026, 2, 28), VAN, "voordat"),
    ],
)
def test_what_cannot_be_withdrawn(versie: Versie, per: date, vandaag: date, reden: str) -> None:
    with pytest.raises(RegelOvertreden, match=reden):
        rules.check_intrekken(versie, per, vandaag)


def test_what_can_be_withdrawn() -> None:
    rules.check_intrekken(Versie(), VAN, VAN)
    rules.check_intrekken(Versie(geldig_van=None), VAN, VAN)


def test_one_draft_at_a_time() -> None:
    rules.check_nieuwe_versie([Versiestatus.VASTGESTELD, Versiestatus.VERVALLEN])
    with pytest.raises(RegelOvertreden, match="al een concept"):
        rules.check_nieuwe_versie([Versiestatus.CONCEPT, Versiestatus.VASTGESTELD])


@pytest.mark.parametrize(
    ("type_", "orgaan", "woord"),
    [
        (Organisatietype.GEMEENTE, Orgaan.RAAD, "Raad"),
        (Organisatietype.WATERSCHAP, Orgaan.RAAD, "Algemeen bestuur"),
        (Organisatietype.PROVINCIE, Orgaan.COLLEGE, "Gedeputeerde Staten"),
        (Organisatietype.WATERSCHAP, Orgaan.BURGEMEESTER, "Dijkgraaf"),
        (Organisatietype.PROVINCIE, Orgaan.ANDERS, "Een ander"),
    ],
)
def test_bodies_have_the_words_of_the_organisation(
    type_: Organisatietype, orgaan: Orgaan, woord: str
) -> None:
    assert orgaan_label(orgaan, WOORDEN[type_]) == woord
