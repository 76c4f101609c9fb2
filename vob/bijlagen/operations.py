"""Keeping files: first made ready (type, size, metadata), then stored in one short transaction.

Making ready takes seconds for a large photo; no lock is held meanwhile. So a view makes files
ready before it writes anything (`BijlagenField` does), and stores them with the object itself.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from flask import current_app
from sqlalchemy import insert, literal, select
from werkzeug.datastructures import FileStorage

from vob.core.clock import nu
from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.data import begin_write, db
from vob.organisatie.queries import setting
from vob.web.objecten import Kijker
from vob.web.tekst import veilige_bestandsnaam

from .afbeeldingen import strip_afbeelding
from .heic import strip_heic
from .models import CONCEPT, Bijlage, BijlageDeel
from .queries import bezette_ruimte, list_concept_bijlagen
from .rules import AFBEELDINGEN, HEIC, check_grootte, check_ruimte, find_bestandstype
from .soorten import may_delete
from .virusscan import check_virussen

DEEL = 256 * 1024  # bytes
BEWAREN = timedelta(hours=12)  # a file in a form that was never sent


@dataclass(frozen=True)
class Bestand:
    """A file that may be stored: known type, clean name, no metadata in a picture."""

    naam: str
    mediatype: str
    inhoud: bytes
    sha256_origineel: str


class Klaargezet(NamedTuple):
    """What of an upload may be stored, and a sentence for each file that may not."""

    bestanden: list[Bestand]
    geweigerd: list[str]


class Opgeslagen(NamedTuple):
    bijlagen: list[Bijlage]
    geweigerd: list[str]


def prepare(upload: FileStorage) -> Bestand:
    """Look at one file and clean it; writes nothing. Raises BestandGeweigerd."""
    naam = veilige_bestandsnaam(re.split(r"[\\/]", upload.filename or "")[-1])
    megabytes = setting("bijlage_bestand_mb")
    inhoud = upload.stream.read(megabytes * 1024 * 1024 + 1)
    check_grootte(naam, len(inhoud), megabytes)
    soort = find_bestandstype(naam, inhoud)
    check_virussen(naam, inhoud, current_app.config.get("VIRUSSCANNER"))
    try:
        schoon = _strip(inhoud, soort.mediatype)
    except BestandGeweigerd as reden:
        raise BestandGeweigerd(f"‘{naam}’ is niet toegevoegd: {reden}.") from None
    return Bestand(naam, soort.mediatype, schoon, hashlib.sha256(inhoud).hexdigest())


def _strip(inhoud: bytes, mediatype: str) -> bytes:
    if mediatype in AFBEELDINGEN:
        return strip_afbeelding(inhoud, mediatype)
    return strip_heic(inhoud) if mediatype == HEIC else inhoud


def prepare_uploads(uploads: Iterable[FileStorage]) -> Klaargezet:
    """Make all files of one form ready. A box that was left empty is no file."""
    klaar, meeste = Klaargezet([], []), setting("bijlage_aantal")
    for plek, upload in enumerate(upload for upload in uploads if upload.filename):
        if plek >= meeste:
            klaar.geweigerd.append(
                f"U kunt {meeste} bestanden per keer toevoegen. Voeg de rest daarna toe."
            )
            break
        try:
            klaar.bestanden.append(prepare(upload))
        except BestandGeweigerd as reden:
            klaar.geweigerd.append(str(reden))
    return klaar


def store(
    soort: str, object_id: int, bestand: Bestand, *, is_intern: bool = False, concept_pad: str = ""
) -> Bijlage:
    """Store one file that was made ready; flushes. Raises BestandGeweigerd when there is no room.

    Who did it is the actor of this session (the gate sets it).
    """
    begin_write(db.session)  # two at once must not both fit in the last megabyte
    grootte = len(bestand.inhoud)
    check_ruimte(
        bestand.naam, bezette_ruimte(soort, object_id), grootte, setting("bijlage_object_mb")
    )
    bijlage = Bijlage(
        soort=soort,
        object_id=object_id,
        naam=bestand.naam,
        mediatype=bestand.mediatype,
        grootte=grootte,
        sha256=hashlib.sha256(bestand.inhoud).hexdigest(),
        sha256_origineel=bestand.sha256_origineel,
        is_intern=is_intern,
        concept_pad=concept_pad,
        door_id=db.session.info["actor_id"],
    )
    db.session.add(bijlage)
    db.session.flush()
    for nummer, deel in enumerate(_pieces(bestand.inhoud)):
        db.session.execute(
            insert(BijlageDeel).values(bijlage_id=bijlage.id, nummer=nummer, inhoud=deel)
        )
    return bijlage


def _pieces(inhoud: bytes) -> Iterator[bytes]:
    for begin in range(0, len(inhoud), DEEL):
        yield inhoud[begin : begin + DEEL]


def store_bijlage(
    soort: str, object_id: int, upload: FileStorage, is_intern: bool = False
) -> Bijlage:
    """Make one file ready and store it; flushes. Raises BestandGeweigerd."""
    return store(soort, object_id, prepare(upload), is_intern=is_intern)


def store_uploads(
    soort: str, object_id: int, uploads: Iterable[FileStorage], is_intern: bool = False
) -> Opgeslagen:
    """Store what can be stored; for the rest there is a sentence each."""
    return store_prepared(soort, object_id, prepare_uploads(uploads), is_intern=is_intern)


def store_prepared(
    soort: str, object_id: int, klaar: Klaargezet, *, is_intern: bool = False, concept_pad: str = ""
) -> Opgeslagen:
    gedaan = Opgeslagen([], list(klaar.geweigerd))
    for bestand in klaar.bestanden:
        try:
            gedaan.bijlagen.append(
                store(soort, object_id, bestand, is_intern=is_intern, concept_pad=concept_pad)
            )
        except BestandGeweigerd as reden:
            gedaan.geweigerd.append(str(reden))
    return gedaan


def move(
    soort_van: str,
    id_van: int,
    soort_naar: str,
    id_naar: int,
    *,
    pad: str | None = None,
    is_intern: bool = False,
) -> list[Bijlage]:
    """Give attachments to another object; with `pad` only those of the form at that address."""
    stmt = select(Bijlage).filter_by(soort=soort_van, object_id=id_van).order_by(Bijlage.id)
    if pad is not None:
        stmt = stmt.filter_by(concept_pad=pad)
    begin_write(db.session)
    bijlagen = list(db.session.scalars(stmt))
    for bijlage in bijlagen:
        check_ruimte(
            bijlage.naam,
            bezette_ruimte(soort_naar, id_naar),
            bijlage.grootte,
            setting("bijlage_object_mb"),
        )
        bijlage.soort, bijlage.object_id, bijlage.concept_pad = soort_naar, id_naar, ""
        bijlage.is_intern = is_intern
        db.session.flush()
    return bijlagen


def copy(soort: str, id_van: int, id_naar: int) -> None:
    """Give an object of the same kind its own copy of every attachment; flushes.

    The pieces are copied as they stand, without being decrypted.
    """
    begin_write(db.session)
    stmt = select(Bijlage).filter_by(soort=soort, object_id=id_van).order_by(Bijlage.id)
    zelfde = ("soort", "naam", "mediatype", "grootte", "sha256", "sha256_origineel", "is_intern")
    for bijlage in list(db.session.scalars(stmt)):
        kopie = Bijlage(
            object_id=id_naar,
            door_id=db.session.info["actor_id"],
            **{naam: getattr(bijlage, naam) for naam in zelfde},
        )
        db.session.add(kopie)
        db.session.flush()
        delen = select(literal(kopie.id), BijlageDeel.nummer, BijlageDeel.inhoud)
        delen = delen.where(BijlageDeel.bijlage_id == bijlage.id)
        db.session.execute(
            insert(BijlageDeel).from_select(["bijlage_id", "nummer", "inhoud"], delen)
        )


def delete_bijlage(bijlage: Bijlage, kijker: Kijker) -> None:
    """Throw away a file that was not sent yet. What was sent is evidence and stays."""
    if not may_delete(kijker, bijlage.soort, bijlage.object_id):
        raise RegelOvertreden("Een bijlage die is verstuurd, blijft bewaard als bewijs.")
    db.session.delete(bijlage)


def discard_concepten(gebruiker_id: int, pad: str) -> None:
    """The form was thrown away, and its files with it."""
    for bijlage in list_concept_bijlagen(gebruiker_id, pad):
        db.session.delete(bijlage)


def delete_old_concepten() -> int:
    """Files in forms that were never sent: gone after half a day. How many it were."""
    oud = select(Bijlage).where(Bijlage.soort == CONCEPT, Bijlage.toegevoegd_op < nu() - BEWAREN)
    bijlagen = list(db.session.scalars(oud))
    for bijlage in bijlagen:
        db.session.delete(bijlage)
    return len(bijlagen)
