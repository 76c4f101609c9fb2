"""One version: reading, writing, adopting, withdrawing, comparing, printing."""

from datetime import timedelta

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.organisatie.queries import setting
from vob.web.access import requires, upload
from vob.web.adres import read_getal
from vob.web.formats import datum
from vob.web.htmx import Answer
from vob.web.markdown import inhoudsopgave
from vob.web.pdf import pdf_response

from .. import operations, rules
from ..forms import IntrekForm, VaststelForm, VersieForm
from ..models import Documentversie
from ..queries import has_gelezen
from ..values import Versiestatus
from ..verschil import compare
from .blueprint import bp, get_concept, get_document, get_versie, visible_versies


def context_of(versie: Documentversie) -> dict[str, object]:
    """What the page of a version needs."""
    document, today = versie.document, vandaag()
    beheert = current_user.can(Recht.DOCUMENT_BEHEREN)
    in_werking = rules.is_in_werking(versie, today)
    return {
        "document": document,
        "versie": versie,
        "versies": visible_versies(document),
        "concept": document.concept() if versie.status is not Versiestatus.CONCEPT else None,
        "koppen": inhoudsopgave(versie.tekst),
        "bijlagen": list_bijlagen("documentversie", versie.id, current_user),
        "mag_weg": beheert and versie.status is Versiestatus.CONCEPT,
        "mag_vaststellen": rules.may_vaststellen(versie.status, versie.makers(), current_user.id),
        "in_werking": in_werking,
        "gelezen": has_gelezen(versie, current_user) if in_werking else None,
    }


@bp.get("/<int:id>/versies/<int:nr>")
@requires(Recht.DOCUMENT_INZIEN)
def show_versie(id: int, nr: int) -> Answer:
    return render_template("documenten/show.html", **context_of(get_versie(id, nr)))


@bp.get("/<int:id>/versies/<int:nr>/document.pdf")
@requires(Recht.DOCUMENT_INZIEN)
def export_versie(id: int, nr: int) -> Response:
    versie = get_versie(id, nr)
    html = render_template("documenten/pdf.html", versie=versie, document=versie.document)
    db.session.commit()  # nothing stays open while the PDF is made
    return pdf_response(html, f"{versie.document.titel} versie {nr}.pdf")


@bp.post("/<int:id>/versies")
@requires(Recht.DOCUMENT_BEHEREN)
def create_versie(id: int) -> Answer:
    operations.make_versie(get_document(id), current_user)
    db.session.commit()
    flash("Er is een nieuw concept, met de tekst van de vorige versie.")
    return redirect(url_for(".update_versie", id=id), 303)


@bp.route("/<int:id>/bewerken", methods=["GET", "POST"])
@requires(Recht.DOCUMENT_BEHEREN)
@upload(UPLOAD_MB)
def update_versie(id: int) -> Answer:
    versie = get_concept(id)
    form = VersieForm(obj=versie)
    if form.validate_on_submit() and not form.is_stale(versie):
        versie.update_tekst(form.samenvatting.data, form.tekst.data, current_user.id)
        form.bijlagen.attach("documentversie", versie.id)
        form.discard_concept()
        db.session.commit()
        flash("Het concept is opgeslagen.")
        return redirect(url_for(".show_versie", id=id, nr=versie.nummer), 303)
    if form.is_submitted():
        form.bijlagen.keep()
        db.session.commit()
    return render_template(
        "documenten/bewerken.html",
        form=form,
        versie=versie,
        bijlagen=list_bijlagen("documentversie", versie.id),
        mag_weg=True,
    ), form.status


@bp.route("/<int:id>/vaststellen", methods=["GET", "POST"])
@requires(Recht.DOCUMENT_VASTSTELLEN)
def adopt_versie(id: int) -> Answer:
    versie, today = get_concept(id), vandaag()
    toets = plus_maanden(today, setting("document_toets"))
    form = VaststelForm(
        gezien=versie.versie,
        vastgesteld_op=today,
        geldig_van=today + timedelta(days=1),
        toets_op=toets,
    )
    if form.validate_on_submit():
        operations.adopt_versie(versie, form, current_user)
        db.session.commit()
        flash(f"Versie {versie.nummer} is vastgesteld.")
        return redirect(url_for(".show_versie", id=id, nr=versie.nummer), 303)
    return render_template(
        "documenten/vaststellen.html",
        form=form,
        versie=versie,
        mag_vaststellen=rules.may_vaststellen(versie.status, versie.makers(), current_user.id),
    ), form.status


@bp.route("/<int:id>/versies/<int:nr>/intrekken", methods=["GET", "POST"])
@requires(Recht.DOCUMENT_VASTSTELLEN)
def withdraw_versie(id: int, nr: int) -> Answer:
    versie = get_versie(id, nr)
    form = IntrekForm(per=vandaag())
    if form.validate_on_submit():
        operations.withdraw_versie(versie, form.per.data, form.reden.data, vandaag())
        db.session.commit()
        flash(f"Versie {nr} vervalt na {datum(form.per.data)}.")
        return redirect(url_for(".show_versie", id=id, nr=nr), 303)
    return render_template("documenten/intrekken.html", form=form, versie=versie), form.status


@bp.get("/<int:id>/vergelijken")
@requires(Recht.DOCUMENT_INZIEN)
def compare_versies(id: int) -> Answer:
    document = get_document(id)
    versies = visible_versies(document)
    if len(versies) < 2:
        abort(404)
    van = _chosen("van", versies, versies[1])
    met = _chosen("met", versies, versies[0])
    return render_template(
        "documenten/vergelijken.html",
        document=document,
        versies=versies,
        van=van,
        met=met,
        verschil=compare(_whole_text(van), _whole_text(met)),
    )


def _chosen(naam: str, versies: list[Documentversie], anders: Documentversie) -> Documentversie:
    nummer = request.args.get(naam, type=read_getal)
    return next((versie for versie in versies if versie.nummer == nummer), anders)


def _whole_text(versie: Documentversie) -> str:
    return f"{versie.samenvatting}\n\n{versie.tekst}" if versie.samenvatting else versie.tekst
