"""One search field over everything."""

from flask import Blueprint, abort, redirect, render_template, request
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data.search import MAX_QUERY
from vob.web import objecten
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .queries import MINIMUM, treffers

bp = Blueprint("zoeken", __name__, url_prefix="/zoeken")


@bp.get("")
@requires(Recht.ZOEKEN)
def show_zoeken() -> Answer:
    q = " ".join(request.args.get("q", "").split())[:MAX_QUERY]
    lijst = read_lijst(*treffers(current_user, q)) if len(q) >= MINIMUM else None
    labels = {soort.code: soort.label for soort in objecten.soorten()}
    return render_template("zoeken/zoeken.html", q=q, lijst=lijst, labels=labels, minimum=MINIMUM)


@bp.get("/<string:soort>/<int:id>")
@requires(Recht.ZOEKEN)
def follow_treffer(soort: str, id: int) -> Answer:
    """To the page of what was found. So a list of results costs no query per address."""
    if not objecten.may_see(current_user, soort, id):
        abort(404)
    return redirect(objecten.url_of(soort, id) or "/", 303)
