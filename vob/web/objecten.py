"""The kinds of object that rooms share with each other, and who may see each of them.

An action, an attachment, a search result or a piece of evidence belongs to "an object of some
kind". The room that owns the kind says once which ids someone may see; every count, list, search,
export and attachment asks here, so no side path can forget it (shared/ontwerp/veiligheid.md T1).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, false, or_
from sqlalchemy.orm import InstrumentedAttribute

from vob.core.permissions import Recht
from vob.data import db


class Kijker(Protocol):
    """Who looks: a user with rights."""

    id: int

    def can(self, recht: Recht) -> bool: ...


class Iemand:
    """A viewer with these rights, whoever it is: the id is the parameter `kijker`.

    What is built for it holds nothing of a person, so the statement can be kept. A kind that would
    look up something about the viewer to build its condition, fails on this at once.
    """

    id: Any = bindparam("kijker", type_=Integer)

    def __init__(self, rechten: frozenset[Recht]) -> None:
        self._rechten = rechten

    def can(self, recht: Recht) -> bool:
        return recht in self._rechten


@dataclass(frozen=True)
class Objectsoort:
    """`code` is the table name. `zichtbaar` selects the ids that someone may see; `bewerkbaar`
    those that someone works on, when seeing is not enough for that. `bespreekbaar` selects those
    about which someone may read what was released to colleagues, without seeing the object itself.
    `op_nummer` finds the id by the number that people use for it, if there is one."""

    code: str
    label: str
    url: Callable[[int], str]
    zichtbaar: Callable[[Any], Select[int]]
    bewerkbaar: Callable[[Any], Select[int]] | None = None
    op_nummer: Callable[[str], int | None] | None = None
    bespreekbaar: Callable[[Any], Select[int]] | None = None

    @property
    def werk(self) -> Callable[[Any], Select[int]]:
        return self.bewerkbaar or self.zichtbaar

    @property
    def gesprek(self) -> Callable[[Any], Select[int]]:
        return self.bespreekbaar or self.zichtbaar


_SOORTEN: dict[str, Objectsoort] = {}
Weters = Callable[[int, Collection[int]], set[int]]
_WETERS: dict[str, Weters] = {}


def register(soort: Objectsoort) -> None:
    """Called by the room that owns the kind, when it is imported."""
    _SOORTEN[soort.code] = soort


def soorten() -> list[Objectsoort]:
    return list(_SOORTEN.values())


def soort_van(code: str) -> Objectsoort | None:
    return _SOORTEN.get(code)


def may_see(gebruiker: Kijker, code: str, id: int) -> bool:
    """Whether this user may see this object. An unknown kind is seen by nobody."""
    soort = _SOORTEN.get(code)
    return soort is not None and _holds(soort.zichtbaar(gebruiker), id)


def may_work_on(gebruiker: Kijker, code: str, id: int) -> bool:
    """Whether this user works on this object, and so may add to it what others see."""
    soort = _SOORTEN.get(code)
    return soort is not None and _holds(soort.werk(gebruiker), id)


def find_by_nummer(gebruiker: Kijker, code: str, nummer: str) -> int | None:
    """The object with this number, if this user works on it; else there is none."""
    soort = _SOORTEN.get(code)
    id = soort.op_nummer(nummer) if soort and soort.op_nummer else None
    return id if id is not None and may_work_on(gebruiker, code, id) else None


def _holds(ids: Select[int], id: int) -> bool:
    found = ids.subquery()
    return db.session.query(found).filter(found.c[0] == id).first() is not None


def register_weters(code: str, weters: Weters) -> None:
    """`weters(id, mensen)` says who of these people may know of an object of this kind.

    For a kind of which not everyone may be given something to do: an action tells what it is about.
    """
    _WETERS[code] = weters


def who_may_know(code: str, id: int, mensen: Collection[int]) -> set[int]:
    """Who of these people may get an action about this object."""
    return _WETERS[code](id, mensen) if code in _WETERS else set(mensen)


def url_of(code: str, id: int) -> str | None:
    """The address of an object; None when its kind is not (any more) known."""
    soort = _SOORTEN.get(code)
    return soort.url(id) if soort else None


def visible_filter(
    gebruiker: Kijker,
    soort_kolom: InstrumentedAttribute[str],
    id_kolom: InstrumentedAttribute[int],
    behalve: str = "",
    alleen: Collection[str] | None = None,
    om_te_werken: bool = False,
) -> ColumnElement[bool]:
    """A condition for a table whose rows point to objects of several kinds.

    `behalve`: the kind that asks, when it points to other kinds and is one itself.
    `alleen`: the kinds that occur; a row of another kind is then seen by nobody.
    `om_te_werken`: only objects that this user works on.
    It asks of each row whether its object is visible, instead of listing all visible objects:
    a coordinator may see a million of them.
    """

    def is_visible(soort: Objectsoort) -> ColumnElement[bool]:
        return _covers((soort.werk if om_te_werken else soort.zichtbaar)(gebruiker), id_kolom)

    return or_(
        false(),
        *(
            and_(soort_kolom == soort.code, is_visible(soort))
            for soort in _SOORTEN.values()
            if soort.code != behalve and (alleen is None or soort.code in alleen)
        ),
    )


def released_filter(
    gebruiker: Kijker,
    code: str,
    soort_kolom: InstrumentedAttribute[str],
    id_kolom: InstrumentedAttribute[int],
) -> ColumnElement[bool]:
    """The same, for what was released to colleagues about objects of one kind (`bespreekbaar`)."""
    soort = _SOORTEN.get(code)
    if soort is None:
        return false()
    return and_(soort_kolom == code, _covers(soort.gesprek(gebruiker), id_kolom))


def _covers(ids: Select[int], id_kolom: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Whether the object of a row is one of these."""
    return ids.where(ids.selected_columns[0] == id_kolom).correlate(id_kolom.class_).exists()
