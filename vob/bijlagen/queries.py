"""Reading attachments: their list, and their contents piece by piece."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Engine, bindparam, func, select
from sqlalchemy.orm import joinedload

from vob.data import db
from vob.data.crypto import SleutelFout
from vob.web.objecten import Kijker

from .models import CONCEPT, Bijlage, BijlageDeel
from .soorten import may_see_intern


class BijlageBeschadigd(Exception):
    """What is stored is not what was uploaded."""


# Built once, because it stands on every case: all of an object, oldest first.
_ALLE = (
    select(Bijlage)
    .options(joinedload(Bijlage.door))
    .where(Bijlage.soort == bindparam("soort"), Bijlage.object_id == bindparam("object_id"))
    .order_by(Bijlage.id)
)
_GEDEELD = _ALLE.where(Bijlage.is_intern.is_(False))
_VAN_FORMULIER = _ALLE.where(Bijlage.concept_pad == bindparam("pad"))


def list_bijlagen(
    soort: str, object_id: int, kijker: Kijker | None = None, *, met_intern: bool | None = None
) -> list[Bijlage]:
    """The attachments of an object that `kijker` already may see, oldest first.

    Internal ones are in it only when `kijker` is given and its room says yes, or when the room
    itself, which knows already, says `met_intern`.
    """
    if met_intern is None:
        met_intern = kijker is not None and may_see_intern(kijker, soort, object_id)
    stmt = _ALLE if met_intern else _GEDEELD
    return list(db.session.scalars(stmt, {"soort": soort, "object_id": object_id}))


def list_concept_bijlagen(gebruiker_id: int, pad: str) -> list[Bijlage]:
    """What this user uploaded in the form at this address and did not send yet."""
    van = {"soort": CONCEPT, "object_id": gebruiker_id, "pad": pad}
    return list(db.session.scalars(_VAN_FORMULIER, van))


def bezette_ruimte(soort: str, object_id: int) -> int:
    """Bytes of all attachments of one object together."""
    stmt = select(func.sum(Bijlage.grootte)).where(
        Bijlage.soort == soort, Bijlage.object_id == object_id
    )
    return db.session.scalar(stmt) or 0


def read_chunks(bijlage: Bijlage) -> Iterator[bytes]:
    """The contents piece by piece, each in a short read of its own: no lock, little memory.

    Usable after the request is over. Raises BijlageBeschadigd before the end is reached when
    anything differs from what was uploaded, so that a download never looks complete then.
    """
    return _chunks(db.engine, bijlage.id, bijlage.sha256, bijlage.grootte)


def _chunks(engine: Engine, bijlage_id: int, sha256: str, grootte: int) -> Iterator[bytes]:
    digest, gelezen, nummer = hashlib.sha256(), 0, 0
    while gelezen < grootte:
        with engine.connect() as connection:
            inhoud = connection.scalar(
                select(BijlageDeel.inhoud).filter_by(bijlage_id=bijlage_id, nummer=nummer)
            )
        if not inhoud:
            raise BijlageBeschadigd(bijlage_id)
        digest.update(inhoud)
        gelezen, nummer = gelezen + len(inhoud), nummer + 1
        if gelezen >= grootte and digest.hexdigest() != sha256:
            raise BijlageBeschadigd(bijlage_id)
        yield inhoud


def check_bijlagen() -> Iterator[str]:
    """A sentence for every attachment whose contents are not what was uploaded.

    In pages: a cursor that stays open for minutes would hold up who wants to write.
    """
    laatste = 0
    volgende = select(Bijlage).order_by(Bijlage.id).limit(100)
    while bijlagen := list(db.session.scalars(volgende.where(Bijlage.id > laatste))):
        for bijlage in bijlagen:
            laatste = bijlage.id
            try:
                for _ in read_chunks(bijlage):
                    pass
            except (BijlageBeschadigd, SleutelFout):
                yield f"Bijlage {bijlage.id} is beschadigd."
