"""The response ladder: what usually follows, by how grave it was and whether it happened before.

A proposal that the organisation edits; it suggests and never decides. Pure.
Source: shared/domein/incidenten.md §9.7.
"""

from collections.abc import Iterable, Mapping, Sequence

from vob.core.errors import RegelOvertreden

from ..values import Ernst
from .values import Geval, Maatregelsoort

S = Maatregelsoort
TREDEN = tuple(ernst for ernst in Ernst if ernst is not Ernst.ONBEOORDEELD)
Ladder = Mapping[tuple[Ernst, Geval], Sequence[Maatregelsoort]]
LADDER: Ladder = {
    (Ernst.HINDERLIJK, Geval.EERSTE): (S.GESPREK, S.MONDELING),
    (Ernst.HINDERLIJK, Geval.HERHALING): (S.SCHRIFTELIJK,),
    (Ernst.HINDERLIJK, Geval.ALTIJD): (S.CONTACTAFSPRAKEN,),
    (Ernst.ERNSTIG, Geval.EERSTE): (S.GESPREK, S.SCHRIFTELIJK),
    (Ernst.ERNSTIG, Geval.HERHALING): (S.TOEGANG_GEBOUW, S.CONTACTAFSPRAKEN),
    (Ernst.ERNSTIG, Geval.ALTIJD): (S.AANGIFTE, S.PLATFORM),
    (Ernst.ZEER_ERNSTIG, Geval.EERSTE): (S.AANGIFTE, S.TOEGANG_GEBOUW),
    (Ernst.ZEER_ERNSTIG, Geval.HERHALING): (S.TOEGANG_GEBOUW, S.GEBIEDSVERBOD),
    (Ernst.ZEER_ERNSTIG, Geval.ALTIJD): (S.SCHADEVERHAAL, S.BEVEILIGING),
    (Ernst.ACUUT, Geval.EERSTE): (S.AANGIFTE, S.TOEGANG_GEBOUW),
    (Ernst.ACUUT, Geval.HERHALING): (S.AANGIFTE, S.TOEGANG_GEBOUW),
    (Ernst.ACUUT, Geval.ALTIJD): (S.SCHADEVERHAAL, S.BEVEILIGING),
}


def stel_voor(ladder: Ladder, ernst: Ernst, is_herhaling: bool) -> list[Maatregelsoort]:
    """What the ladder suggests, each once; nothing while nobody judged how grave it was."""
    if ernst is Ernst.ONBEOORDEELD:
        return []
    geval = Geval.HERHALING if is_herhaling else Geval.EERSTE
    return list(dict.fromkeys([*ladder[ernst, geval], *ladder[ernst, Geval.ALTIJD]]))


def check_afwijking(
    soort: Maatregelsoort, voorgesteld: Iterable[Maatregelsoort], reden: str
) -> None:
    """Something else than the ladder suggests is possible, with a reason."""
    if soort not in set(voorgesteld) and not reden.strip():
        raise RegelOvertreden("Dit wijkt af van de reactieladder. Schrijf op waarom.")


def is_compleet(ladder: Ladder) -> bool:
    """Every grade has an answer for the first time and for the next."""
    return all(ladder.get((ernst, geval)) for ernst in TREDEN for geval in list(Geval)[:2])
