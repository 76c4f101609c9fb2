"""The list of documents, one document, its data, and who read it."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import OnjuisteCursor
from vob.web.access import requires, upload
from vob.web.adres import read_keuze
from vob.web.htmx import Answer, fragment_or_redirect

from .. import operations
from ..forms import DocumentForm, GegevensForm
from ..models import Document, Documentversie
from ..queries import Filter, has_gelezen, lezers, list_page, sees_all
from ..values import Documentsoort, Welke
from .blueprint import bp, get_document, visible_versies
from .versies import context_of


@bp.get("/")
@requires(Recht.DOCUMENT_INZIEN)
def list_documenten() -> Answer:
    filter = Filter(
        q=request.args.get("q", "").strip(),
        soort=read_keuze(Documentsoort, "soort"),
        welke=read_keuze(Welke, "welke"),
    )
    na, voor = request.args.get("na"), request.args.get("voor")
    try:
        page, aantal = list_page(current_user, filter, vandaag(), na, voor)
    except OnjuisteCursor:
        return redirect(url_for(".list_documenten"), 303)
    return render_template(
        "documenten/list.html",
        page=page,
        aantal=aantal,
        filter=filter,
        soorten=Documentsoort,
        welke=[keuze for keuze in Welke if keuze != Welke.CONCEPT or sees_all(current_user)],
    )


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Recht.DOCUMENT_BEHEREN)
@upload(UPLOAD_MB)
def create_document() -> Answer:
    form = DocumentForm(eigenaar_id=current_user.id)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        document = operations.create_document(form, current_user)
        url = form.complete(url_for(".show_document", id=document.id))
        db.session.commit()
        flash("Het document is gemaakt, als concept. Alleen beheerders zien het nog.")
        return redirect(url, 303)
    if form.is_submitted():
        form.bijlagen.keep()
        db.session.commit()
    return render_template("documenten/nieuw.html", form=form), form.status


@bp.get("/<int:id>")
@requires(Recht.DOCUMENT_INZIEN)
def show_document(id: int) -> Answer:
    """The version in force; else the newest that this user may see."""
    document = get_document(id)
    versie = document.in_werking(vandaag()) or visible_versies(document)[0]
    return render_template("documenten/show.html", **context_of(versie))


@bp.route("/<int:id>/gegevens", methods=["GET", "POST"])
@requires(Recht.DOCUMENT_BEHEREN)
def update_document(id: int) -> Answer:
    document = get_document(id)
    form = GegevensForm(obj=document)
    if form.validate_on_submit() and not form.is_stale(document):
        form.fill(document)
        document.gewijzigd_op = nu()
        db.session.commit()
        flash("De gegevens zijn opgeslagen.")
        return redirect(url_for(".show_document", id=id), 303)
    return render_template("documenten/gegevens.html", form=form, document=document), form.status


@bp.get("/<int:id>/gelezen")
@requires(Recht.DOCUMENT_BEHEREN)
def list_lezers(id: int) -> Answer:
    document = get_document(id)
    versie = document.in_werking(vandaag())
    return render_template(
        "documenten/lezers.html",
        document=document,
        versie=versie,
        lezers=lezers(versie) if versie else None,
    )


@bp.post("/<int:id>/gelezen")
@requires(Recht.DOCUMENT_INZIEN)
def confirm_gelezen(id: int) -> Answer:
    document = get_document(id)
    versie = _version_to_confirm(document)
    operations.confirm_gelezen(versie, current_user)
    db.session.commit()
    return fragment_or_redirect(
        "documenten/_gelezen.html",
        url_for(".show_document", id=id),
        document=document,
        versie=versie,
        gelezen=has_gelezen(versie, current_user),
    )


def _version_to_confirm(document: Document) -> Documentversie:
    """What the reader saw: when another version came in force meanwhile, it was not read."""
    versie = document.in_werking(vandaag())
    if versie is None or str(versie.nummer) != request.form.get("nummer"):
        raise RegelOvertreden("Er geldt intussen een andere versie. Lees eerst die versie.")
    return versie
