"""The words of old press questions, to forgive a typing error in them.

The index of words finds what is typed, letter by letter. So when nothing was found, each word that
no question holds becomes the word that looks most like it, and the search is done once more.
"""

import re
from difflib import get_close_matches

from sqlalchemy import func, select

from vob.data import AuditRegel, Zoekdoc, db, search

from ..models import Persvraag
from .zichtbaar import openbaar_beantwoord

_WOORD = re.compile(r"[a-z]{4,}")
_GELIJK = 0.75  # of 1: two letters that changed places in a word of seven
_NIEUWSTE = 2000  # questions whose words are known

_laatst: tuple[str | None, frozenset[str]] | None = None


def correct(q: str) -> str:
    """The same words, each as a question has it; empty when that changes nothing."""
    woorden = search.fold(q).split()
    beter = [_nearest(woord) for woord in woorden]
    return " ".join(beter) if beter != woorden else ""


def _nearest(woord: str) -> str:
    bekend = _known()
    if len(woord) < 4 or any(ander.startswith(woord) for ander in bekend):
        return woord
    lijkt = [w for w in bekend if w[0] == woord[0] and abs(len(w) - len(woord)) <= 2]
    return next(iter(get_close_matches(woord, lijkt, 1, _GELIJK)), woord)


def _known() -> frozenset[str]:
    """Read again only when a press question was written: the audit log tells."""
    global _laatst
    laatste = select(func.max(AuditRegel.id)).where(AuditRegel.tabel == Persvraag.__tablename__)
    stempel = db.session.scalar(
        select(AuditRegel.keten).where(AuditRegel.id == laatste.scalar_subquery())
    )
    if _laatst is None or _laatst[0] != stempel:
        teksten = db.session.scalars(
            select(Zoekdoc.tekst)
            .join(Persvraag, Persvraag.id == Zoekdoc.ref)
            .where(Zoekdoc.soort == "persvraag", *openbaar_beantwoord())
            .order_by(Zoekdoc.id.desc())
            .limit(_NIEUWSTE)
        )
        _laatst = stempel, frozenset(w for t in teksten for w in _WOORD.findall(search.fold(t)))
    return _laatst[1]
