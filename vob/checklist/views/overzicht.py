"""All 23 steps on one page, and as a report."""

from flask import Response, render_template
from flask_login import current_user

from vob.checklist.filters import FilterForm
from vob.checklist.queries import count_deelacties, per_fase, per_groep, read_checklist
from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.pdf import pdf_response

from . import bp
from .pagina import may_read_details


@bp.get("/")
@requires(Recht.CHECKLIST_INZIEN)
def list_stappen() -> Answer:
    checklist = read_checklist()
    filters = FilterForm(checklist.regels)
    gekozen = filters.select(checklist.regels, current_user.id)
    return render_template(
        "checklist/list.html",
        checklist=checklist,
        filters=filters,
        groepen=per_groep(gekozen),
        aantal=len(gekozen),
        details=may_read_details(),
        deelacties=count_deelacties(),
    )


@bp.get("/rapport.pdf")
@requires(Recht.CHECKLIST_INZIEN)
def export_rapport() -> Response:
    checklist = read_checklist()
    html = render_template(
        "checklist/rapport.html",
        checklist=checklist,
        fasen=per_fase(checklist.regels),
        details=may_read_details(),
    )
    return pdf_response(html, f"checklist-{vandaag().isoformat()}.pdf")
