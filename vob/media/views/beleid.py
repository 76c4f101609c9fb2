"""The media policy as it was adopted, to read and to search; and the page of work to do."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.search import MAX_QUERY
from vob.documenten.models import Document, Documentversie
from vob.documenten.queries import version_in_force, visible_where
from vob.documenten.values import Documentsoort
from vob.organisatie.queries import our_organisatie, setting
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.markdown import inhoudsopgave

from .. import rules_persvraag, starttekst
from ..leeswijzer import find_in, find_kop
from ..queries import boodschappen, persvragen, rooster
from ..queries.onderwerpen import count_matrix
from .blueprint import bp


@bp.get("/beleid")
@requires(Recht.MEDIA_INZIEN)
def show_beleid() -> Answer:
    versie = _in_force(Documentsoort.MEDIABELEID)
    q = " ".join(request.args.get("q", "").split())[:MAX_QUERY]
    koppen = inhoudsopgave(versie.tekst) if versie else []
    return render_template(
        "media/beleid.html",
        versie=versie,
        koppen=koppen,
        q=q,
        vindplaatsen=find_in(versie.tekst, q) if versie and q else [],
        snel=_snel(koppen),
        sociaal=_in_force(Documentsoort.SOCIALE_MEDIA),
        mag_beginnen=current_user.can(Recht.DOCUMENT_BEHEREN) and not _exists(),
    )


def _in_force(soort: Documentsoort) -> Documentversie | None:
    """What holds today, if this user may read it."""
    versie = version_in_force(soort, vandaag())
    if versie is None:
        return None
    ziet = select(Document.id).where(Document.id == versie.document_id, visible_where(current_user))
    return versie if db.session.scalar(ziet) else None


def _exists() -> bool:
    stmt = select(Document.id).where(Document.soort == Documentsoort.MEDIABELEID)
    return db.session.scalar(stmt.limit(1)) is not None


def _snel(koppen: list[Any]) -> list[tuple[str, str | None]]:
    """What everyone asks of it: (subject, anchor); None: it says nothing about that."""
    woorden = our_organisatie().woorden
    onderwerpen = (
        ("Wie spreekt", ("wie spreekt", "woordvoer")),
        ("Sociale media", ("sociale media", "social media")),
        (
            f"Wat {woorden.raadsleden} mogen",
            (woorden.raadsleden, woorden.raadslid, woorden.raad, "fractie"),
        ),
    )
    koppen_van = ((label, find_kop(koppen, gezocht)) for label, gezocht in onderwerpen)
    return [(label, kop.anchor if kop else None) for label, kop in koppen_van]


@bp.post("/beleid/begin")
@requires(Recht.DOCUMENT_BEHEREN)
def create_beleid() -> Answer:
    """A first draft to work on, in the words of this organisation."""
    if _exists():
        raise RegelOvertreden("Er is al een mediabeleid. Maak daarvan een nieuwe versie.")
    woorden = vars(our_organisatie().woorden)
    document = Document(
        soort=Documentsoort.MEDIABELEID,
        titel=starttekst.TITEL,
        eigenaar_id=current_user.id,
        gewijzigd_op=nu(),
    )
    versie = Documentversie(
        nummer=1,
        samenvatting=starttekst.SAMENVATTING,
        tekst=starttekst.TEKST.format(**woorden),
        gemaakt_door_id=current_user.id,
        bewerkt_door_id=current_user.id,
    )
    document.versies.append(versie)
    db.session.add(document)
    db.session.commit()
    flash("Er is een concept. Pas het aan en laat het vaststellen.")
    return redirect(url_for("documenten.update_versie", id=document.id), 303)


@bp.get("/werk")
@requires(Recht.MEDIA_BEHEREN)
def show_werk() -> Answer:
    """What waits: questions, consent, lines that end, gaps, swaps."""
    moment, dag = nu(), vandaag()
    ik = rooster.woordvoerder_of(current_user.id)
    diensten = rooster.diensten_van(ik.id) if ik else []
    return render_template(
        "media/werk.html",
        moment=moment,
        vragen=persvragen.open_persvragen(current_user),
        klok=rules_persvraag.read_klok,
        akkoorden=boodschappen.asked_of(current_user),
        lijnen=boodschappen.lines_that_end(dag, setting("media_lijn")),
        gaten=rooster.find_gaten(moment, setting("media_rooster")),
        ruilen=[r for r in rooster.open_ruilen(current_user.id) if ik and r.naar_id == ik.id],
        onbevestigd=[dienst for dienst in diensten if dienst.bevestigd_op is None],
        telling=count_matrix(dag),
    )
