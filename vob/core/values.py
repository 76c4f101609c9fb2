"""The base of every value list: an enum whose members carry a Dutch label."""

from enum import StrEnum
from typing import Self


class Waardelijst(StrEnum):
    """The value is stored, the label is shown, the member is used in code.

    The order of the members is the order in which people see them.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
