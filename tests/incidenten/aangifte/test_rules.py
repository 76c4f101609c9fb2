"""When an aangifte may be made, and what is missing before it."""

from contextlib import nullcontext
from datetime import date

import pytest

from vob.core.errors import RegelOvertreden
from vob.incidenten.aangifte import rules
from vob.incidenten.aangifte.rules import Stand
from vob.incidenten.aangifte.values import (
    Aangever,
    Aangiftemodel,
    Beoordeling,
    Instemming,
    RedenGeen,
    Stap,
)

DAG = date(2026, 3, 10)
VOORVAL = date(2026, 3, 7)
LEEG = Stand(None, None, None, None, None, None, None, "")
GEDAAN = LEEG._replace(
    beoordeling=Beoordeling.VERMOEDELIJK,
    stap=Stap.AANGIFTE,
    aangever=Aangever.ORGANISATIE,
    instemming=Instemming.JA,
    instemming_op=date(2026, 3, 8),
    gedaan_op=date(2026, 3, 9),
)
OVERLEG, ORGANISATIE = Aangiftemodel.OVERLEG, Aangiftemodel.ORGANISATIE


@pytest.mark.parametrize("model", Aangiftemodel)
@pytest.mark.parametrize(
    "stand",
    [
        LEEG,
        GEDAAN,
        GEDAAN._replace(instemming_op=DAG, gedaan_op=DAG),  # the same day
        LEEG._replace(stap=Stap.MELDING, gedaan_op=VOORVAL),  # on the day itself
        LEEG._replace(instemming=Instemming.JA, instemming_op=DAG),  # planned
        LEEG._replace(stap=Stap.GEEN, beoordeling=Beoordeling.NIET),
        LEEG._replace(stap=Stap.GEEN, reden_geen=RedenGeen.ANGST),
        LEEG._replace(stap=Stap.GEEN, reden_geen=RedenGeen.ANDERS, toelichting="Ruzie bijgelegd"),
    ],
)
def test_this_can_be_stored(stand: Stand, model: Aangiftemodel) -> None:
    rules.check_aangifte(stand, model, VOORVAL, DAG)


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        (GEDAAN._replace(gedaan_op=date(2026, 3, 11)), "nog niet geweest"),
        (GEDAAN._replace(instemming_op=date(2026, 3, 11)), "nog niet geweest"),
        (GEDAAN._replace(instemming_op=None), "op welke dag"),
        (GEDAAN._replace(instemming=Instemming.INGETROKKEN, instemming_op=None), "op welke dag"),
        (GEDAAN._replace(aangever=None), "wie de aangifte doet"),
        (GEDAAN._replace(instemming=Instemming.NEE), "Zonder instemming"),
        (GEDAAN._replace(instemming=None), "Zonder instemming"),
        (GEDAAN._replace(aangever=Aangever.BEIDEN, instemming=None), "Zonder instemming"),
        (GEDAAN._replace(instemming_op=DAG), "vóór de aangifte"),
        (GEDAAN._replace(gedaan_op=None), "op welke dag dit is gedaan"),
        (LEEG._replace(stap=Stap.MELDING), "op welke dag dit is gedaan"),
        (LEEG._replace(gedaan_op=DAG), "Kies wat er op die dag is gedaan"),
        (LEEG._replace(stap=Stap.GEEN, gedaan_op=DAG), "Kies wat er op die dag is gedaan"),
        (GEDAAN._replace(gedaan_op=date(2026, 3, 6)), "vóór de dag van het voorval"),
        (LEEG._replace(stap=Stap.GEEN), "waarom er geen aangifte"),
        (LEEG._replace(stap=Stap.GEEN, reden_geen=RedenGeen.ANDERS, toelichting=" "), "Schrijf op"),
    ],
)
def test_this_is_refused(stand: Stand, zin: str) -> None:
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_aangifte(stand, OVERLEG, VOORVAL, DAG)


def test_a_victim_files_without_asking_leave_where_the_victim_decides() -> None:
    zelf = GEDAAN._replace(aangever=Aangever.GETROFFENE, instemming=None, instemming_op=None)
    rules.check_aangifte(zelf, OVERLEG, VOORVAL, DAG)
    with pytest.raises(RegelOvertreden, match="Zonder instemming"):
        rules.check_aangifte(zelf, ORGANISATIE, VOORVAL, DAG)


def test_consent_is_taken_back_until_it_was_filed() -> None:
    rules.check_intrekken(GEDAAN._replace(gedaan_op=None))
    rules.check_intrekken(GEDAAN._replace(stap=Stap.MELDING))
    with pytest.raises(RegelOvertreden, match="al gedaan"):
        rules.check_intrekken(GEDAAN)
    with pytest.raises(RegelOvertreden, match="geen instemming"):
        rules.check_intrekken(LEEG._replace(instemming=Instemming.NEE))


@pytest.mark.parametrize(
    ("was", "wordt", "mag"),
    [
        (LEEG, GEDAAN, True),
        (GEDAAN, GEDAAN._replace(gedaan_op=DAG), True),  # a day may be corrected
        (GEDAAN, GEDAAN._replace(instemming=Instemming.NVT), True),
        (GEDAAN, GEDAAN._replace(instemming=Instemming.INGETROKKEN), False),
        (GEDAAN, GEDAAN._replace(stap=None), False),
        (GEDAAN, GEDAAN._replace(stap=Stap.GEEN, gedaan_op=None), False),
        (GEDAAN, GEDAAN._replace(gedaan_op=None), False),
        (GEDAAN._replace(stap=Stap.MELDING), LEEG, True),
    ],
)
def test_what_was_filed_is_not_undone(was: Stand, wordt: Stand, mag: bool) -> None:
    with nullcontext() if mag else pytest.raises(RegelOvertreden, match="al gedaan"):
        rules.check_blijft_gedaan(was, wordt)


@pytest.mark.parametrize(
    ("model", "wie"),
    [(OVERLEG, Aangever.GETROFFENE), (ORGANISATIE, Aangever.ORGANISATIE)],
)
def test_who_files_follows_from_the_model(model: Aangiftemodel, wie: Aangever) -> None:
    assert rules.voorstel_aangever(model) is wie


def test_what_to_look_at_before_going_to_the_police() -> None:
    zinnen = rules.list_ontbrekend(LEEG, ["Yasmin"], vpt=False)
    assert [zin.split()[0] for zin in zinnen] == ["Beoordeel", "Vraag", "Yasmin"]
    assert rules.list_ontbrekend(GEDAAN, [], vpt=True) == []
