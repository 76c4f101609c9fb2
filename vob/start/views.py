"""The first page: what asks something of you now, and where you go from here."""

from flask import Blueprint, render_template
from flask_login import current_user

from vob.checklist.queries import progress
from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.web.access import requires
from vob.web.htmx import Answer

from .vandaag import cijfers, dagdeel, taken

bp = Blueprint("start", __name__)


@bp.get("/")
@requires(Recht.ACCOUNT_EIGEN)
def show_start() -> Answer:
    dag = vandaag()
    checklist = progress(dag)
    return render_template(
        "start/start.html",
        groet=dagdeel(nu()),
        dag=dag,
        taken=taken(current_user, dag, checklist),
        checklist=checklist,
        cijfers=cijfers(current_user, dag),
    )
