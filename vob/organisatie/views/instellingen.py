"""Every term and limit of VOB on one page, with its default and where that comes from."""

from itertools import groupby

from flask import flash, redirect, render_template, url_for

from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from .. import instellingen
from ..forms import instellingen_form
from ..operations import change_instellingen, stored_organisatie
from ..queries import our_organisatie
from .blueprint import bp


@bp.route("/beheer/organisatie/instellingen", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def update_instellingen() -> Answer:
    organisatie = our_organisatie()
    form = instellingen_form(organisatie.instellingen)(obj=organisatie)
    if form.validate_on_submit() and not form.is_stale(organisatie):
        waarden = {item.code: form[item.code].data for item in instellingen.alle()}
        change_instellingen(stored_organisatie(), waarden)
        db.session.commit()
        flash("De instellingen zijn opgeslagen en gelden meteen.")
        return redirect(url_for(".update_instellingen"), 303)
    alle = sorted(instellingen.alle(), key=lambda item: item.groep)
    groepen = [(naam, list(items)) for naam, items in groupby(alle, key=lambda item: item.groep)]
    return render_template("organisatie/instellingen.html", form=form, groepen=groepen), form.status


@bp.post("/beheer/organisatie/instellingen/standaard")
@requires(Recht.ORGANISATIE_BEHEREN)
def reset_instellingen() -> Answer:
    stored_organisatie().instellingen = {}
    db.session.commit()
    flash("Alle instellingen staan weer op hun standaard.")
    return redirect(url_for(".update_instellingen"), 303)
