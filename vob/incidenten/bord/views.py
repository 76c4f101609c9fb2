"""The board of who handles cases."""

from datetime import timedelta

from flask import render_template
from flask_login import current_user

from vob.core.clock import nu
from vob.core.deadlines import einde_van_dag
from vob.core.permissions import Recht
from vob.web.access import requires
from vob.web.htmx import Answer

from ..termijnen.queries import Filter, choose
from ..termijnen.rules import calculate_urgentie, dag_van
from ..views.blueprint import bp
from .queries import MEESTE, read_bord

_WEEK = timedelta(days=7)


@bp.get("/bord")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_bord() -> Answer:
    moment = nu()
    binnenkort = choose(current_user, Filter(), moment).read_page(None, None, size=MEESTE + 1)
    grens = einde_van_dag(dag_van(moment) + _WEEK)
    termijnen = [termijn for termijn in binnenkort.rijen if termijn.uiterlijk <= grens]
    return render_template(
        "incidenten/bord/show.html",
        vakken=read_bord(current_user, moment),
        termijnen=termijnen[:MEESTE],
        meer_termijnen=len(termijnen) > MEESTE,
        moment=moment,
        urgentie_van=calculate_urgentie,
    )
