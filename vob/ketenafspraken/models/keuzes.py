"""A column that holds several members of a value list."""

from typing import Any

from sqlalchemy import JSON, Dialect, TypeDecorator

from vob.core.values import Waardelijst


class Keuzes(TypeDecorator[list[Any]]):
    """Several members of a value list, stored by their values; one that is gone is left out."""

    impl = JSON
    cache_ok = True

    def __init__(self, lijst: type[Waardelijst]) -> None:
        self.lijst = lijst
        super().__init__()

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> list[str]:
        return [str(keuze) for keuze in value or ()]

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> list[Any]:
        return [self.lijst(keuze) for keuze in value or () if keuze in set(self.lijst)]
