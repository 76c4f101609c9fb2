"""A form saves itself here while someone types; and a draft can be thrown away."""

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import page_of_form, requires
from vob.web.htmx import Answer

from .operations import Bewaarder, has_text, store

bp = Blueprint("concepten", __name__, url_prefix="/concepten")


def _pad() -> str:
    """The form this is about: a path of our own."""
    pad = request.form.get("_pad", "")
    if not pad.startswith("/") or len(pad) > 200:
        abort(400)
    return pad


@bp.post("/")
@requires(Recht.ACCOUNT_EIGEN)
def store_concept() -> Answer:
    pad = _pad()
    bewaard_op = store(current_user.id, pad) if has_text() else None
    db.session.commit()
    return render_template("concepten/_concept.html", pad=pad, bewaard_op=bewaard_op)


@bp.post("/weggooien")
@requires(Recht.ACCOUNT_EIGEN)
def delete_concept() -> Answer:
    pad = _pad()
    Bewaarder().discard(pad)
    db.session.commit()
    flash("Uw concept is weggegooid.")
    return redirect(page_of_form(), 303)
