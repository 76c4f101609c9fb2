"""One page of a list, at the address of this request: the filters stay in the links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from flask import abort, request, url_for
from sqlalchemy import Select

from vob.data import db
from vob.data.paging import CAP, Bladzijde, OnjuisteCursor, Sortering, count_capped, read_page

from .formats import getal, meervoud

T = TypeVar("T")


@dataclass(frozen=True)
class Lijst(Generic[T]):
    """Rows, where to go on, and how many there are in words."""

    rijen: Sequence[T]
    vorige: str | None
    volgende: str | None
    aantal: int

    def telling(self, enkel: str, meer: str) -> str:
        """12 berichten; 1.000+ berichten"""
        if self.aantal > CAP:
            return f"{getal(CAP)}+ {meer}"
        return meervoud(self.aantal, enkel, meer)


def read_lijst(stmt: Select[T], sortering: Sortering) -> Lijst[T]:
    """The page that `na` or `voor` in the address asks for. A cursor that is not ours: 404."""
    try:
        bladzijde = read_page(
            db.session,
            stmt,
            sortering,
            na=request.args.get("na"),
            voor=request.args.get("voor"),
        )
    except OnjuisteCursor:
        abort(404)
    return Lijst(
        rijen=bladzijde.rijen,
        vorige=_url(voor=bladzijde.voor),
        volgende=_url(na=bladzijde.na),
        aantal=count_capped(db.session, stmt),
    )


class Vraag(Protocol[T]):
    """A list whose statement is kept (data/paging.py), with the values of this request."""

    def read_page(self, na: str | None, voor: str | None, *, cap: int) -> Bladzijde[T]: ...


def read_vraag(vraag: Vraag[T]) -> Lijst[T]:
    """The same, of a list whose statement is kept."""
    try:
        bladzijde = vraag.read_page(request.args.get("na"), request.args.get("voor"), cap=CAP)
    except OnjuisteCursor:
        abort(404)
    return Lijst(
        rijen=bladzijde.rijen,
        vorige=_url(voor=bladzijde.voor),
        volgende=_url(na=bladzijde.na),
        aantal=bladzijde.aantal,
    )


def _url(**cursor: Any) -> str | None:
    if not any(cursor.values()):
        return None
    address: dict[str, Any] = {**request.args.to_dict(flat=False), **(request.view_args or {})}
    for name in ("na", "voor"):
        address.pop(name, None)
    return url_for(request.endpoint or "", **address, **cursor)
