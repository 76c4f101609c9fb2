"""Documents, who may see which, and what is in force."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from flask import url_for
from sqlalchemy import ColumnElement, Select, and_, literal, or_, select, true
from sqlalchemy.orm import contains_eager, defer, selectinload

from vob.bijlagen import soorten as bijlagesoorten
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Bladzijde, Sortering, count_capped, read_page
from vob.data.search import Zoekdoc, found, search, words
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .models import Document, Documentversie, Leesbevestiging
from .values import Documentsoort, Toegang, Versiestatus, Welke

ADOPTED = Documentversie.status != Versiestatus.CONCEPT


def sees_all(kijker: Kijker) -> bool:
    """Who manages or adopts documents sees drafts too."""
    return kijker.can(Recht.DOCUMENT_BEHEREN) or kijker.can(Recht.DOCUMENT_VASTSTELLEN)


def visible_where(kijker: Kijker) -> ColumnElement[bool]:
    """For others: what was adopted at some time, and is for everyone."""
    if not kijker.can(Recht.DOCUMENT_INZIEN):
        return literal(False)
    if sees_all(kijker):
        return true()
    return and_(Document.toegang == Toegang.IEDEREEN, Document.versies.any(ADOPTED))


def in_werking(datum: date) -> ColumnElement[bool]:
    """The condition of `rules.is_in_werking`, for the database."""
    versie = Documentversie
    return and_(
        versie.status != Versiestatus.CONCEPT,
        or_(versie.geldig_van.is_(None), versie.geldig_van <= datum),
        or_(versie.geldig_tot.is_(None), versie.geldig_tot >= datum),
    )


def versions_in_force(soort: Documentsoort, peildatum: date) -> list[Documentversie]:
    """Every version of this kind of document that holds on this date, newest first."""
    stmt = (
        select(Documentversie)
        .join(Documentversie.document)
        .where(Document.soort == soort, in_werking(peildatum))
        .order_by(Documentversie.geldig_van.desc(), Documentversie.id.desc())
    )
    return list(db.session.scalars(stmt))


def version_in_force(soort: Documentsoort, peildatum: date) -> Documentversie | None:
    """The newest one; for the proofs of the checklist."""
    return next(iter(versions_in_force(soort, peildatum)), None)


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    q: str = ""
    soort: Documentsoort | None = None
    welke: Welke | None = None


def list_page(
    kijker: Kijker, filter: Filter, vandaag: date, na: str | None, voor: str | None
) -> tuple[Bladzijde[Document], int]:
    """One page by title, each with its versions but without their texts."""
    stmt = select(Document).where(visible_where(kijker), *_conditions(kijker, filter, vandaag))
    versies = selectinload(Document.versies)
    with_versies = stmt.options(
        versies.defer(Documentversie.tekst), versies.defer(Documentversie.samenvatting)
    )
    sortering = Sortering(Document.titel, Document.id, aflopend=False)
    page = read_page(db.session, with_versies, sortering, na=na, voor=voor)
    if page.na is None and page.voor is None:  # this page is all there is
        return page, len(page.rijen)
    return page, count_capped(db.session, stmt)


def _conditions(kijker: Kijker, filter: Filter, vandaag: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filter.soort:
        conditions.append(Document.soort == filter.soort)
    geldt = Document.versies.any(in_werking(vandaag))
    if filter.welke is Welke.IN_WERKING:
        conditions.append(geldt)
    elif filter.welke is Welke.VERVALLEN:
        conditions.append(~geldt)
    elif filter.welke is Welke.TOETS:
        te_laat = and_(in_werking(vandaag), Documentversie.toets_op < vandaag)
        conditions.append(Document.versies.any(te_laat))
    elif filter.welke is Welke.CONCEPT and sees_all(kijker):
        conditions.append(Document.versies.any(~ADOPTED))
    if words(filter.q):
        conditions.append(_holds(filter.q))
    return conditions


def _holds(q: str) -> ColumnElement[bool]:
    """In the text that everyone may find; or in the title, for those who see the document."""
    refs = select(Zoekdoc.ref).select_from(found(q)).where(Zoekdoc.soort == "document")
    return or_(Document.id.in_(search(refs, q)), Document.titel.icontains(q, autoescape=True))


def visible_versies(kijker: Kijker) -> Select[Any]:
    """The ids of the versions this user may open."""
    stmt = select(Documentversie.id).join(Documentversie.document).where(visible_where(kijker))
    return stmt if sees_all(kijker) else stmt.where(ADOPTED)


def has_gelezen(versie: Documentversie, gebruiker: Gebruiker) -> Leesbevestiging | None:
    return db.session.scalar(
        select(Leesbevestiging).filter_by(versie_id=versie.id, gebruiker_id=gebruiker.id)
    )


def list_te_lezen(gebruiker: Gebruiker, datum: date, limit: int = 3) -> list[Documentversie]:
    """In force and not yet confirmed as read by this user, the newest first; without their text."""
    gelezen = select(Leesbevestiging.id).where(
        Leesbevestiging.versie_id == Documentversie.id,
        Leesbevestiging.gebruiker_id == gebruiker.id,
    )
    stmt = (
        select(Documentversie)
        .join(Documentversie.document)
        .options(
            contains_eager(Documentversie.document),
            defer(Documentversie.tekst),
            defer(Documentversie.samenvatting),
        )
        .where(visible_where(gebruiker), in_werking(datum), ~gelezen.exists())
        .order_by(Documentversie.geldig_van.desc(), Documentversie.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(stmt))


class Lezers(NamedTuple):
    """Who has confirmed, and who has not (yet)."""

    wel: list[tuple[Gebruiker, Leesbevestiging]]
    niet: list[Gebruiker]


def lezers(versie: Documentversie) -> Lezers:
    """Of everyone who can read this version."""
    rows = db.session.scalars(select(Leesbevestiging).filter_by(versie_id=versie.id))
    gelezen = {regel.gebruiker_id: regel for regel in rows}
    voor = [
        gebruiker
        for gebruiker in active_gebruikers()
        if gebruiker.can(Recht.DOCUMENT_INZIEN)
        and (versie.document.toegang is Toegang.IEDEREEN or sees_all(gebruiker))
    ]
    wel = [(gebruiker, gelezen[gebruiker.id]) for gebruiker in voor if gebruiker.id in gelezen]
    return Lezers(wel, [gebruiker for gebruiker in voor if gebruiker.id not in gelezen])


def _is_concept(kijker: Kijker, versie_id: int) -> bool:
    """An attachment of a draft is no evidence yet."""
    if not kijker.can(Recht.DOCUMENT_BEHEREN):
        return False
    stmt = select(Documentversie.id).where(Documentversie.id == versie_id, ~ADOPTED)
    return db.session.scalar(stmt) is not None


def _url_of_versie(id: int) -> str:
    row = db.session.execute(
        select(Documentversie.document_id, Documentversie.nummer).where(Documentversie.id == id)
    ).one()
    return url_for("documenten.show_versie", id=row.document_id, nr=row.nummer)


objecten.register(
    Objectsoort(
        code="document",
        label="Document",
        url=lambda id: url_for("documenten.show_document", id=id),
        zichtbaar=lambda kijker: select(Document.id).where(visible_where(kijker)),
    )
)
objecten.register(
    Objectsoort(
        code="documentversie",
        label="Versie van een document",
        url=_url_of_versie,
        zichtbaar=visible_versies,
    )
)
bijlagesoorten.register("documentversie", Bijlageregels(mag_weg=_is_concept, is_gelogd=False))
