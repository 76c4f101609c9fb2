"""The page everyone begins with."""

from babel.dates import format_date
from flask import Blueprint, render_template
from flask_login import current_user

from vob.core.clock import TZ, nu
from vob.core.permissions import Recht
from vob.data.paging import CAP
from vob.web.access import requires
from vob.web.formats import getal
from vob.web.htmx import Answer

from . import queries, rules

bp = Blueprint("start", __name__)


@bp.get("/")
@requires(Recht.ACCOUNT_EIGEN)
def show_start() -> Answer:
    moment = nu()
    klok = moment.astimezone(TZ)
    return render_template(
        "start/show.html",
        groet=rules.groet(klok.hour),
        dag=format_date(klok.date(), "EEEE d MMMM y", "nl_NL"),
        beeld=queries.read_vandaag(current_user, moment),
        aantal=lambda getelde: f"{getal(CAP)}+" if getelde > CAP else getal(getelde),
    )
