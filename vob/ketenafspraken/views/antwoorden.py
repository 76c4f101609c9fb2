"""The one-question page for a contact of a partner: no login, nothing else to be seen, once."""

from flask import redirect, render_template, url_for

from vob.data import db
from vob.web.access import public
from vob.web.htmx import Answer

from ..forms import AntwoordForm
from ..values import Antwoord
from ..vragen import VELDEN, find_vraag, use_vraag
from .blueprint import bp


@bp.route("/klopt-dit/<string:sleutel>", methods=["GET", "POST"])
@public
def answer_vraag(sleutel: str) -> Answer:
    """Opening it changes nothing: programs that look at mail open links too."""
    vraag = find_vraag(sleutel)
    if vraag is None:
        return render_template("ketenafspraken/link_verlopen.html"), 404
    contact = vraag.contact
    form = AntwoordForm(data={naam: getattr(contact, naam) for naam in VELDEN})
    if form.validate_on_submit():
        velden = {naam: form[naam].data or "" for naam in (*VELDEN, "opmerking")}
        if not use_vraag(vraag, form.klopt.data == Antwoord.JA.value, velden):
            return render_template("ketenafspraken/link_verlopen.html"), 404
        db.session.commit()
        return redirect(url_for(".show_dank"), 303)
    return render_template("ketenafspraken/klopt_dit.html", form=form, contact=contact), form.status


@bp.get("/klopt-dit/dank")
@public
def show_dank() -> Answer:
    return render_template("ketenafspraken/dank.html")
