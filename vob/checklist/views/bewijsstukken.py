"""What shows that a step is done: adding and removing."""

from flask import abort, flash, redirect, render_template
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.bijlagen.queries import list_bijlagen
from vob.checklist import operations
from vob.checklist.forms import BewijsstukForm
from vob.checklist.models import ChecklistBewijsstuk
from vob.checklist.queries import list_bewijsstukken
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires, upload
from vob.web.htmx import Answer, fragment_or_redirect

from . import bp
from .pagina import SOORT, read_own_stap, shown, stap_url


@bp.route("/<int:nummer>/bewijsstukken/nieuw", methods=["GET", "POST"])
@requires(Recht.CHECKLIST_BIJWERKEN)
@upload(UPLOAD_MB)
def create_bewijsstuk(nummer: int) -> Answer:
    ronde, regel = read_own_stap(nummer)
    form = BewijsstukForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        operations.add_bewijsstuk(
            regel.stap,
            ronde,
            current_user,
            titel=form.titel.data or "",
            pad=form.link.data or "",
            tekst=form.tekst.data or "",
        )
        form.bijlagen.attach(SOORT, nummer)
        url = form.complete(stap_url(nummer) + "#bewijsstukken")
        db.session.commit()
        flash("Het bewijsstuk is toegevoegd.")
        return redirect(url, 303)
    if form.is_submitted():
        form.bijlagen.keep()
        db.session.commit()
    return render_template("checklist/bewijsstuk.html", form=form, regel=regel), form.status


@bp.post("/<int:nummer>/bewijsstukken/<int:id>/verwijderen")
@requires(Recht.CHECKLIST_BIJWERKEN)
def delete_bewijsstuk(nummer: int, id: int) -> Answer:
    ronde, _ = read_own_stap(nummer)
    bewijsstuk = db.session.get(ChecklistBewijsstuk, id)
    if bewijsstuk is None or bewijsstuk.stap_id != nummer:
        abort(404)
    operations.delete_bewijsstuk(bewijsstuk, ronde, current_user.id)
    db.session.commit()
    context = shown(
        nummer,
        bewijsstukken=list_bewijsstukken(nummer),
        bijlagen=list_bijlagen(SOORT, nummer),
    )
    location = stap_url(nummer) + "#bewijsstukken"
    return fragment_or_redirect("checklist/_bewijsstukken.html", location, **context)
