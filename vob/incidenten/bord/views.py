"""The board of who handles cases."""

from datetime import timedelta

from flask import render_template
from flask_login import current_user

from vob.core.clock import nu
from vob.core.deadlines import einde_van_dag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from ..termijnen.models import Zaaktermijn
from ..termijnen.queries import Filter, running_termijnen
from ..termijnen.rules import dag_van
from ..views.blueprint import bp
from .queries import MEESTE, read_bord

_WEEK = timedelta(days=7)


@bp.get("/bord")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_bord() -> Answer:
    moment = nu()
    binnenkort = einde_van_dag(dag_van(moment) + _WEEK)
    stmt = running_termijnen(current_user, Filter(), moment)
    stmt = stmt.where(Zaaktermijn.uiterlijk <= binnenkort).order_by(
        Zaaktermijn.uiterlijk, Zaaktermijn.id
    )
    termijnen = list(db.session.scalars(stmt.limit(MEESTE + 1)))
    return render_template(
        "incidenten/bord/show.html",
        vakken=read_bord(current_user, moment),
        termijnen=termijnen[:MEESTE],
        meer_termijnen=len(termijnen) > MEESTE,
        moment=moment,
    )
