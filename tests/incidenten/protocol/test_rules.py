"""Reading steps out of a protocol, without a database."""

import pytest

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie
from vob.documenten.values import Documentsoort
from vob.incidenten.protocol import rules
from vob.incidenten.protocol.values import Stapstand

PROTOCOL = """# Voor wie

1. Raadsleden
2. Wethouders

# Na een voorval

1. Is er nu **gevaar**? Bel 112.
2) Meld het in VOB.
   Dat kan ook namens een ander.

Gewone tekst.
3. Bel de melder.

# Wie doet wat

- De griffier
"""


def test_the_steps_are_those_about_an_incident() -> None:
    assert rules.read_stappen(PROTOCOL) == [
        "Is er nu gevaar? Bel 112.",
        "Meld het in VOB. Dat kan ook namens een ander.",
        "Bel de melder.",
    ]


@pytest.mark.parametrize(
    ("tekst", "stappen"),
    [
        ("", []),
        ("Alleen tekst.\n\n- een\n- twee", []),
        ("1. Een\n2. Twee", ["Een", "Twee"]),
        ("# Doel\n1. Een\n# Stappen\nGeen lijst", ["Een"]),
        ("# A\n1. Een\n# B\n1. Twee", ["Een"]),
        ("2026. is geen stap", []),
    ],
)
def test_any_numbered_list_will_do(tekst: str, stappen: list[str]) -> None:
    assert rules.read_stappen(tekst) == stappen


def test_employees_have_a_document_of_their_own() -> None:
    assert rules.protocol_voor(Functie.MEDEWERKER) is Documentsoort.AGRESSIEBELEID
    assert rules.protocol_voor(Functie.RAADSLID) is Documentsoort.AGRESSIEPROTOCOL


def test_skipping_asks_a_reason_and_nothing_changes_into_itself() -> None:
    rules.check_stap(Stapstand.OPEN, Stapstand.GEDAAN, "")
    rules.check_stap(Stapstand.OPEN, Stapstand.OVERGESLAGEN, "niet nodig")
    rules.check_stap(Stapstand.GEDAAN, Stapstand.OPEN, "")
    for van, naar, zin in (
        (Stapstand.OPEN, Stapstand.OVERGESLAGEN, "waarom"),
        (Stapstand.GEDAAN, Stapstand.GEDAAN, "al op"),
    ):
        with pytest.raises(RegelOvertreden, match=zin):
            rules.check_stap(van, naar, " ")
