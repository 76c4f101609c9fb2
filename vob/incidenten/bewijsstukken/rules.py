"""The chain of the evidence log: each line is sealed together with the line before it. Pure.

With the export anyone can compute it again: SHA-256 over the fields of a line in this order, as
JSON, with the seal of the line before it first. The seal stands readable in the table, so a line
has a salt that does not: without it a short text could be guessed from its seal, and who reaches
the table without the key cannot seal a changed line anew.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from vob.core.errors import RegelOvertreden

from .values import Regelsoort

BEGIN = "begin"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Regel(Protocol):
    """A line, as far as its seal goes."""

    @property
    def volgnummer(self) -> int: ...
    @property
    def stuk(self) -> int: ...
    @property
    def soort(self) -> Regelsoort: ...
    @property
    def moment(self) -> datetime: ...
    @property
    def sha256(self) -> str: ...
    @property
    def van(self) -> str: ...
    @property
    def naar(self) -> str: ...
    @property
    def toelichting(self) -> str: ...
    @property
    def door_id(self) -> int: ...
    @property
    def zout(self) -> str: ...
    @property
    def zegel(self) -> str: ...


def calculate_zegel(vorige: str, regel: Regel) -> str:
    """The seal of this line: hex of SHA-256 over what it says and the seal before it."""
    velden = [
        vorige,
        regel.volgnummer,
        regel.stuk,
        regel.soort.value,
        format_moment(regel.moment),
        regel.sha256,
        regel.van,
        regel.naar,
        regel.toelichting,
        regel.door_id,
        regel.zout,
    ]
    return hashlib.sha256(json.dumps(velden, ensure_ascii=False).encode()).hexdigest()


def format_moment(moment: datetime) -> str:
    """The moment as it is sealed."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def check_keten(regels: Iterable[Regel]) -> list[str]:
    """A sentence for each line that was changed, removed or put in between; oldest line first."""
    vorige, verwacht, fouten = BEGIN, 1, []
    for regel in regels:
        if regel.volgnummer != verwacht:
            fouten.append(f"Regel {verwacht} ontbreekt.")
        if calculate_zegel(vorige, regel) != regel.zegel:
            fouten.append(f"Regel {regel.volgnummer} klopt niet meer.")
        vorige, verwacht = regel.zegel, regel.volgnummer + 1
    return fouten


def normalize_sha256(tekst: str) -> str:
    """A typed hash, as it is kept. Raises RegelOvertreden when it can be none."""
    kaal = re.sub(r"[\s:]", "", tekst).lower()
    if kaal and not _SHA256.fullmatch(kaal):
        raise RegelOvertreden("Een SHA-256 heeft 64 tekens: cijfers en de letters a tot en met f.")
    return kaal


def check_vervolg(soorten: Iterable[Regelsoort], soort: Regelsoort) -> None:
    """What was destroyed is not handed over any more."""
    if Regelsoort.VERNIETIGD in set(soorten) and soort is not Regelsoort.AANVULLING:
        raise RegelOvertreden("Dit stuk is vernietigd. U kunt alleen nog iets aanvullen.")
