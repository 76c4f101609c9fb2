"""What goes into the minutes, as text to paste and as PDF to keep."""

from typing import Any

from flask import Response, abort, render_template, request
from flask_login import current_user

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.download import content_disposition
from vob.web.formats import tijdstip
from vob.web.pdf import pdf_response

from ...views.blueprint import bp
from .. import queries, rules
from ..queries import get_vergadering_or_404
from ..values import Verslagsoort
from .vergaderingen import PAD, label


@bp.get(f"{PAD}/<int:id>/verslag.pdf")
@requires(Recht.VERGADERING_BIJHOUDEN)
def export_verslag_pdf(id: int) -> Response:
    context = _context(id)
    html = render_template("incidenten/vergaderingen/verslag.html", **context)
    db.session.commit()  # nothing stays open while the PDF is made
    return pdf_response(html, f"{_naam(context)}.pdf")


@bp.get(f"{PAD}/<int:id>/verslag.txt")
@requires(Recht.VERGADERING_BIJHOUDEN)
def export_verslag_tekst(id: int) -> Response:
    context = _context(id)
    tekst = render_template(
        "incidenten/vergaderingen/verslag.txt",
        gemaakt=tijdstip(nu()),
        wie=current_user.naam,
        organisatie_naam=our_organisatie().soort_naam,
        **context,
    )
    db.session.commit()
    response = Response(tekst, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition(f"{_naam(context)}.txt")
    return response


def _context(id: int) -> dict[str, Any]:
    """Of the whole log, or only of what may stand in public minutes: no names, no free text."""
    vergadering = get_vergadering_or_404(id)
    soort = request.args.get("soort", Verslagsoort.NOTULEN)
    if soort not in set(Verslagsoort):
        abort(404)
    punten = queries.read_log(vergadering)
    log_event(db.session, "geëxporteerd", "vergadering", id, soort=str(soort))
    return {
        "vergadering": vergadering,
        "soort": label(vergadering.soort),
        "volledig": soort == Verslagsoort.VOLLEDIG,
        "punten": [punt for punt in punten if not punt.is_ingetrokken],
        "ingetrokken": [punt for punt in punten if punt.is_ingetrokken],
        "schorsingen": rules.schorsingen(punten),
    }


def _naam(context: dict[str, Any]) -> str:
    """Of the file: the day, and nothing of what happened."""
    return f"log vergadering {context['vergadering'].dag}"
