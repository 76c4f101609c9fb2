"""Addresses: what may stand in one, read so that a database can hold it, and which are our own."""

from datetime import date
from typing import Any, TypeVar

from flask import Flask, request
from werkzeug.routing import IntegerConverter, Map, UnicodeConverter

from vob.core.values import Waardelijst

HOOGSTE = 2**31 - 1  # a key in PostgreSQL; no register here grows beyond it
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200  # sums with a day outside these end beyond the calendar
Keuze = TypeVar("Keuze", bound=Waardelijst)


class Sleutel(IntegerConverter):
    """`<int:id>`: a number that no key can have is a page that does not exist."""

    regex = r"\d{1,10}"

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=HOOGSTE)


class Woord(UnicodeConverter):
    """`<string:…>`: without control characters, which a database may refuse."""

    def __init__(self, map: Map, **kwargs: Any) -> None:
        super().__init__(map, **kwargs)
        self.regex = r"[^/\x00-\x1f\x7f]+"


def read_getal(tekst: str) -> int:
    """A key from an address. Raises ValueError, so it can be a `type` of `request.args.get`."""
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= 10 and int(tekst) <= HOOGSTE):
        raise ValueError("Not a key.")
    return int(tekst)


def check_jaar(dag: date) -> None:
    """Raises ValueError for a year that nobody means."""
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise ValueError(f"Vul een jaar in van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")


def read_dag(tekst: str) -> date:
    """A day from an address. Raises ValueError."""
    dag = date.fromisoformat(tekst)
    check_jaar(dag)
    return dag


def read_keuze(lijst: type[Keuze], naam: str) -> Keuze | None:
    """A value of this list from the address; what is not known is as if it were not there."""
    waarde = request.args.get(naam, "")
    return lijst(waarde) if waarde in set(lijst) else None


def is_eigen_pad(adres: str) -> bool:
    """Whether a browser stays on this site with it: a path, and nothing it would read otherwise.

    Browsers take a backslash for a slash and leave out tabs and line ends, so `/<tab>/elders` and
    `/\\elders` lead away.
    """
    if "\\" in adres or any(ord(teken) < 32 or ord(teken) == 127 for teken in adres):
        return False
    return adres.startswith("/") and not adres.startswith("//")


def init_app(app: Flask) -> None:
    """Before the first route: a route keeps the converters it was made with."""
    app.url_map.converters.update({"int": Sleutel, "string": Woord, "default": Woord})
