"""Who may not come in today, for the desk: a name, a building, until when. Nothing else."""

from flask import render_template

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ...views.blueprint import bp
from ..models import Maatregel
from ..queries import select_aan_de_deur


@bp.get("/toegangsontzeggingen")
@requires(Recht.TOEGANGSONTZEGGING_INZIEN)
def list_toegangsontzeggingen() -> Answer:
    """The last day and the id order it: names are encrypted."""
    sortering = Sortering(Maatregel.id, Maatregel.id)
    lijst = read_lijst(select_aan_de_deur(vandaag()), sortering)
    log_event(db.session, "toegangsontzeggingen ingezien", "maatregel", None, aantal=lijst.aantal)
    db.session.commit()
    regels = [(m.persoon or "", m.gebouw, m.tot) for m in lijst.rijen]
    return render_template("incidenten/maatregelen/deur.html", lijst=lijst, regels=regels)
