"""Finding a topic while someone types: by the beginning of a word, a part of it, or nearly.

Pure, and in memory: two thousand topics have some ten thousand words, and a keystroke must be
answered at once. A typing error is forgiven by trigrams that point to words that look like it, and
by counting the errors of those few.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from vob.data.search import fold

MINIMUM = 2  # letters; one finds everything
_WOORD = re.compile(r"\w+")
_GEWICHT = (8.0, 6.0, 4.0, 4.0)  # name, keywords, policy area, portfolio
_EXACT, _BEGIN, _DEEL, _BIJNA = 3.0, 2.0, 1.0, 0.5
_KANDIDATEN = 40
_MEESTE_WOORDEN = 8
_LETTERS, _ZWAAR = "#", 3


@dataclass(frozen=True)
class Treffer:
    """`is_bijna`: found only by forgiving an error."""

    id: int
    score: float
    is_bijna: bool


class Index:
    """Built once for a set of topics."""

    def __init__(self, onderwerpen: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._waar: dict[str, dict[int, float]] = defaultdict(dict)
        for id, velden in onderwerpen:
            for gewicht, tekst in zip(_GEWICHT, velden, strict=True):
                for woord in _WOORD.findall(fold(tekst)):
                    waar = self._waar[woord]
                    waar[id] = max(waar.get(id, 0.0), gewicht)
        # One text of all words: looking through it is done in C, word by word it would not be.
        self._tekst = "\n".join(("", *self._waar, ""))

    @cached_property
    def _trigrammen(self) -> dict[str, list[str]]:
        """Which words have this trigram; made when somebody first makes an error."""
        trigrammen: dict[str, list[str]] = defaultdict(list)
        for woord in self._waar:
            for trigram in trigrams(woord):
                trigrammen[trigram].append(woord)
        return trigrammen

    def find(self, q: str) -> list[Treffer]:
        """Best first. Topics that hold every word; failing that, those that hold some."""
        gevraagd = [w for w in _WOORD.findall(fold(q)) if len(w) >= MINIMUM][:_MEESTE_WOORDEN]
        scores: dict[int, float] = defaultdict(float)
        geraakt: Counter[int] = Counter()
        bijna: set[int] = set()
        for woord in gevraagd:
            gevonden, is_bijna = self._match(woord)
            for id, score in gevonden.items():
                scores[id] += score
                geraakt[id] += 1
                if is_bijna:
                    bijna.add(id)
        meeste = max(geraakt.values(), default=0)
        return sorted(
            (Treffer(id, scores[id], id in bijna) for id in scores if geraakt[id] == meeste),
            key=lambda treffer: (-treffer.score, treffer.id),
        )

    def _match(self, woord: str) -> tuple[dict[int, float], bool]:
        """The topics of one word, and whether an error had to be forgiven."""
        gevonden = self._spread(
            (bekend, _precies(woord, bekend)) for bekend in self._holding(woord)
        )
        if gevonden:
            return gevonden, False
        return self._spread(self._nearly(woord)), True

    def _holding(self, woord: str) -> set[str]:
        """The words that have these letters; of two letters only those that begin with them."""
        begin = "\n" if len(woord) <= MINIMUM else ""
        bekend = set()
        for plek in re.finditer(re.escape(begin + woord), self._tekst):
            van = self._tekst.rfind("\n", 0, plek.end()) + 1
            bekend.add(self._tekst[van : self._tekst.index("\n", plek.end())])
        return bekend

    def _spread(self, woorden: Iterable[tuple[str, float]]) -> dict[int, float]:
        gevonden: dict[int, float] = {}
        for woord, score in woorden:
            if score:
                for id, gewicht in self._waar[woord].items():
                    gevonden[id] = max(gevonden.get(id, 0.0), score * gewicht)
        return gevonden

    def _nearly(self, woord: str) -> Iterable[tuple[str, float]]:
        """Words that share trigrams with it, and of which some beginning has few errors."""
        telling: Counter[str] = Counter()
        for trigram in trigrams(woord):
            for bekend in self._trigrammen.get(trigram, ()):
                telling[bekend] += _ZWAAR if trigram.startswith(_LETTERS) else 1
        toegestaan = allowed_errors(woord)
        for bekend, _ in telling.most_common(_KANDIDATEN):
            fouten = count_errors(woord, bekend)
            if fouten <= toegestaan:
                yield bekend, _BIJNA / (1 + fouten)


def _precies(woord: str, bekend: str) -> float:
    """How well a word that someone typed fits one we know that holds it."""
    if bekend.startswith(woord):
        return _EXACT if bekend == woord else _BEGIN
    return _DEEL


def trigrams(woord: str) -> set[str]:
    """With the beginning marked: "asiel" is _as, asi, sie, iel; and the letters it begins with in
    order, #aeis, because two that were swapped ("aisel") leave no trigram whole."""
    tekst = f"_{woord}"
    delen = {tekst[n : n + 3] for n in range(max(1, len(tekst) - 2))}
    return delen | ({_LETTERS + "".join(sorted(woord[:4]))} if len(woord) > 3 else set())


def allowed_errors(woord: str) -> int:
    """None in three letters: those are too few to guess from."""
    if len(woord) < 4:
        return 0
    return 1 if len(woord) < 7 else 2


def count_errors(getypt: str, woord: str) -> int:
    """The least number of letters too many, missing, wrong or swapped, to make what was typed the
    beginning of the word (optimal string alignment)."""
    breedte = min(len(woord), len(getypt) + 3)
    rijen = [list(range(breedte + 1))]
    for i, letter in enumerate(getypt, 1):
        rij = [i]
        for j in range(1, breedte + 1):
            kosten = min(
                rijen[-1][j] + 1,
                rij[j - 1] + 1,
                rijen[-1][j - 1] + (letter != woord[j - 1]),
            )
            if i > 1 and j > 1 and letter == woord[j - 2] and getypt[i - 2] == woord[j - 1]:
                kosten = min(kosten, rijen[-2][j - 2] + 1)
            rij.append(kosten)
        rijen.append(rij)
    return min(rijen[-1])
