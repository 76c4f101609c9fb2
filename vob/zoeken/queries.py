"""What is found, limited to what the user may see: also in the count."""

from sqlalchemy import Select, select

from vob.data.paging import Sortering
from vob.data.search import Zoekdoc, found, order, search
from vob.gebruikers.models import Gebruiker
from vob.web import objecten

MINIMUM = 2  # letters


def treffers(gebruiker: Gebruiker, q: str) -> tuple[Select[Zoekdoc], Sortering]:
    """Every document that holds all words of `q` and that this user may see, newest first."""
    stmt = select(Zoekdoc).select_from(found(q))
    stmt = search(stmt, q).where(objecten.visible_filter(gebruiker, Zoekdoc.soort, Zoekdoc.ref))
    return stmt, Sortering(order(q), order(q))
