"""Acts on a document that touch more than one row."""

from datetime import date, timedelta

from sqlalchemy import select

from vob.bijlagen import operations as bijlagen
from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import nu
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker

from . import rules
from .forms import DocumentForm, VaststelForm
from .models import Document, Documentversie, Leesbevestiging
from .values import Versiestatus


def create_document(form: DocumentForm, maker: Gebruiker) -> Document:
    """A document with its first draft and the files of the form; flushes."""
    document = Document(gewijzigd_op=nu())
    form.fill(document)
    versie = Documentversie(nummer=1, gemaakt_door_id=maker.id, bewerkt_door_id=maker.id)
    form.fill(versie)
    document.versies.append(versie)
    db.session.add(document)
    db.session.flush()
    form.bijlagen.attach("documentversie", versie.id)
    return document


def make_versie(document: Document, maker: Gebruiker) -> Documentversie:
    """A new draft that begins as a copy of the newest text and its attachments; flushes."""
    begin_write(db.session)
    rules.check_nieuwe_versie(versie.status for versie in document.versies)
    laatste = document.versies[0]
    versie = Documentversie(
        nummer=laatste.nummer + 1,
        samenvatting=laatste.samenvatting,
        tekst=laatste.tekst,
        gemaakt_door_id=maker.id,
        bewerkt_door_id=maker.id,
    )
    document.versies.insert(0, versie)
    document.gewijzigd_op = nu()
    db.session.flush()
    bijlagen.copy("documentversie", laatste.id, versie.id)
    return versie


def adopt_versie(versie: Documentversie, form: VaststelForm, gebruiker: Gebruiker) -> None:
    """Record that a body adopted this version; the versions before it end where it begins."""
    if form.gezien.data != str(versie.versie):
        raise RegelOvertreden("Het concept is intussen gewijzigd. Lees het eerst opnieuw.")
    leeg = not versie.tekst.strip() and not list_bijlagen("documentversie", versie.id)
    rules.check_vaststellen(versie.status, versie.makers(), gebruiker.id, is_leeg=leeg)
    form.fill(versie)
    versie.status = Versiestatus.VASTGESTELD
    versie.vastgelegd_door_id = gebruiker.id
    _end_earlier(versie.document, versie, form.geldig_van.data)
    versie.document.gewijzigd_op = nu()  # so that the search index looks again


def _end_earlier(document: Document, nieuw: Documentversie, begin: date) -> None:
    einde = begin - timedelta(days=1)
    for versie in document.versies:
        if versie is nieuw or versie.status is Versiestatus.CONCEPT:
            continue
        if versie.geldig_tot is None or versie.geldig_tot > einde:
            versie.geldig_tot = einde


def withdraw_versie(versie: Documentversie, per: date, reden: str, vandaag: date) -> None:
    """The version holds up to and including `per`, and nothing comes in its place."""
    rules.check_intrekken(versie, per, vandaag)
    versie.status, versie.geldig_tot, versie.reden_vervallen = Versiestatus.VERVALLEN, per, reden
    versie.document.gewijzigd_op = nu()


def confirm_gelezen(versie: Documentversie, gebruiker: Gebruiker) -> None:
    """Once is enough; again changes nothing."""
    begin_write(db.session)
    stmt = select(Leesbevestiging.id).filter_by(versie_id=versie.id, gebruiker_id=gebruiker.id)
    if db.session.scalar(stmt) is None:
        db.session.add(Leesbevestiging(versie_id=versie.id, gebruiker_id=gebruiker.id))
