"""A form saves itself here while someone types; and a draft can be thrown away."""

from flask import Blueprint, abort, flash, redirect, render_template
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import page_of_form, requires
from vob.web.htmx import Answer

from .operations import Bewaarder, has_text, is_sent, pad_of_form, store

bp = Blueprint("concepten", __name__, url_prefix="/concepten")


def _pad() -> str:
    return pad_of_form() or abort(400)


@bp.post("/")
@requires(Recht.ACCOUNT_EIGEN)
def store_concept() -> Answer:
    pad = _pad()
    bewaard_op = store(current_user.id, pad) if has_text() and not is_sent() else None
    db.session.commit()
    return render_template("concepten/_status.html", bewaard_op=bewaard_op, is_concept=False)


@bp.post("/weggooien")
@requires(Recht.ACCOUNT_EIGEN)
def delete_concept() -> Answer:
    pad = _pad()
    Bewaarder().discard(pad)
    db.session.commit()
    flash("Uw concept is weggegooid.")
    return redirect(page_of_form(), 303)
