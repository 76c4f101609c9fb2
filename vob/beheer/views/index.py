"""Where administration begins, and who may do what."""

from flask import current_app, render_template

from vob.berichten.queries import oldest_waiting
from vob.core.permissions import RECHTEN, Recht, Rol
from vob.web.access import requires
from vob.web.htmx import Answer

from ..queries import count_actief
from ..toestand import read_toestand
from ..values import recht_label
from .blueprint import bp


@bp.get("/")
@requires(Recht.ORGANISATIE_BEHEREN)
def show_beheer() -> Answer:
    return render_template(
        "beheer/index.html",
        actief=count_actief(),
        heeft_mailserver=bool(current_app.config["SMTP_URL"]),
        wacht_sinds=oldest_waiting(),
        toestand=read_toestand(),
    )


@bp.get("/rechten")
@requires(Recht.GEBRUIKER_BEHEREN)
def show_rechten() -> Answer:
    """The one table of roles and rights, as it is in force."""
    rijen = [(recht_label(recht), [recht in RECHTEN[rol] for rol in Rol]) for recht in Recht]
    return render_template("beheer/rechten.html", rijen=rijen, rollen=list(Rol))
