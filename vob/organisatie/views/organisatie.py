"""Who we are: type, name, own guard."""

from flask import flash, redirect, render_template, url_for

from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from ..forms import OrganisatieForm
from ..operations import change_organisatie, stored_organisatie
from ..queries import our_organisatie
from .blueprint import bp


@bp.route("/beheer/organisatie/", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def show_organisatie() -> Answer:
    organisatie = our_organisatie()
    form = OrganisatieForm(obj=organisatie)
    if form.validate_on_submit() and not form.is_stale(organisatie):
        change_organisatie(stored_organisatie(), form)
        db.session.commit()
        flash(f"Opgeslagen. Alle pagina’s spreken nu als {organisatie.soort_naam}.")
        return redirect(url_for(".show_organisatie"), 303)
    return render_template("organisatie/form.html", form=form), form.status
