"""The page to search on; the same address answers htmx while someone types."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data.search import MAX_QUERY
from vob.web.access import requires
from vob.web.formats import getal, meervoud
from vob.web.htmx import Answer, is_htmx

from . import queries, rules

bp = Blueprint("zoeken", __name__)


@bp.get("/zoeken")
@requires(Recht.ZOEKEN)
def show_zoeken() -> Answer:
    q = " ".join(request.args.get("q", "").split())[:MAX_QUERY]
    zaak = queries.find_zaak(current_user, q) if rules.is_zaaknummer(q) else None
    if zaak and not is_htmx():
        return redirect(zaak.url, 303)
    uitkomst = None
    if not rules.is_te_kort(q):
        plek = request.args.get("na"), request.args.get("voor")
        uitkomst = queries.find(current_user, q, *plek)
    context = {
        "q": q,
        "zaak": zaak,
        "uitkomst": uitkomst,
        "telling": _telling(uitkomst.aantal) if uitkomst else "",
        "minimum": rules.MINIMUM,
    }
    if is_htmx():
        fragment = render_template("zoeken/_resultaten.html", **context)
        return Response(fragment, headers={"HX-Push-Url": _hier(q)})
    return render_template("zoeken/show.html", **context)


def _telling(aantal: int) -> str:
    if aantal > queries.CAP:
        return f"Meer dan {getal(queries.CAP)} resultaten"
    return f"{meervoud(aantal, 'resultaat', 'resultaten')}"


def _hier(q: str) -> str:
    """The address of what is shown now."""
    waarden: dict[str, Any] = {"q": q} if q else {}
    waarden |= {naam: request.args[naam] for naam in ("na", "voor") if naam in request.args}
    return url_for(".show_zoeken", **waarden)
