"""What the forms of behaviour suggest. Pure. VOB suggests, police and prosecutor judge."""

from collections.abc import Collection, Iterable
from typing import Protocol


class Feit(Protocol):
    """An offence, as far as suggesting goes."""

    @property
    def code(self) -> str: ...
    @property
    def vormen(self) -> list[str]: ...
    @property
    def is_actief(self) -> bool: ...


def suggest_feiten(vormen: Collection[str], feiten: Iterable[Feit]) -> list[str]:
    """The codes of the offences that go with one of these forms; a suggestion, never a verdict."""
    return [feit.code for feit in feiten if feit.is_actief and set(feit.vormen) & set(vormen)]
