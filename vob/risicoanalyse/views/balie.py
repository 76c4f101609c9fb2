"""What the desk needs to know today: which gatherings ask for attention, and what was arranged."""

from flask import render_template

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.web.access import requires
from vob.web.htmx import Answer

from ..bijeenkomsten import balie_maatregelen, list_balie
from .blueprint import bp


@bp.get("/balie")
@requires(Recht.RISICO_BALIE)
def show_balie() -> Answer:
    """Time, place, colour and measures; not the subject, the persons or the reasons."""
    regels = list_balie(vandaag())
    maatregelen = balie_maatregelen([regel.analyse_id for regel in regels]) if regels else {}
    return render_template("risicoanalyse/balie.html", regels=regels, maatregelen=maatregelen)
