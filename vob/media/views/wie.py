"""Wie spreekt?: one search field, one answer."""

from flask import Response, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data.search import MAX_QUERY
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer, is_htmx

from ..queries import wie
from ..queries.onderwerpen import list_namen
from ..queries.wie import Gevonden
from ..queries.zichtbaar import get_onderwerp
from ..zoekindex import MINIMUM
from .blueprint import bp


@bp.get("/")
@requires(Recht.MEDIA_INZIEN)
def show_wie_spreekt() -> Answer:
    q = " ".join(request.args.get("q", "").split())[:MAX_QUERY]
    onderwerp_id = request.args.get("over", type=read_getal)
    gevonden = _find(q, onderwerp_id)
    context = {"q": q, "gevonden": gevonden, "minimum": MINIMUM}
    if is_htmx():
        fragment = render_template("media/_antwoord.html", **context)
        hier = url_for(".show_wie_spreekt", q=q or None)
        return Response(fragment, headers={"HX-Push-Url": hier})
    namen = list_namen(current_user) if not q and not onderwerp_id else []
    return render_template("media/wie.html", namen=namen, **context)


def _find(q: str, onderwerp_id: int | None) -> Gevonden | None:
    """For a topic that was pressed, for what was typed, or whoever is on duty; None: too short."""
    moment = nu()
    if onderwerp_id is not None:
        onderwerp = get_onderwerp(onderwerp_id, current_user)
        return Gevonden(wie.read_antwoord(onderwerp, wie.read_stand(moment)), (), ())
    if not q:
        return Gevonden(wie.read_antwoord(None, wie.read_stand(moment)), (), ())
    return wie.find(current_user, q, moment) if len(q) >= MINIMUM else None
