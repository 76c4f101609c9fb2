"""The document of an agreement: the signed paper often comes after the signing."""

from flask import redirect, render_template, url_for

from vob.bijlagen.forms import UPLOAD_MB
from vob.core.errors import BestandGeweigerd
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires, upload
from vob.web.htmx import Answer

from ..forms_afspraak import StukForm
from .blueprint import bp, get_afspraak


@bp.route("/afspraken/<int:id>/stukken", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
@upload(UPLOAD_MB)
def add_stuk(id: int) -> Answer:
    """What was agreed stays as it was signed; a paper that shows it may be added."""
    afspraak, form = get_afspraak(id), StukForm()
    if form.validate_on_submit():
        try:
            if not form.bijlagen.attach("afspraak", id):
                raise BestandGeweigerd("Kies eerst een bestand.")
        except BestandGeweigerd as fout:
            db.session.rollback()
            form.bijlagen.errors = [str(fout)]
        else:
            db.session.commit()
            return redirect(url_for(".show_afspraak", id=id, _anchor="bijlagen-kaart"), 303)
    if form.is_submitted():
        form.bijlagen.keep()
        db.session.commit()
    return render_template("ketenafspraken/stuk.html", form=form, afspraak=afspraak), form.status
