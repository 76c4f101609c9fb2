"""The overview, on the screen and as one page for the board."""

from flask import Response, render_template
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.pdf import pdf_response

from ..overzicht import read_overzicht
from ..values import Klasse
from .blueprint import bp


@bp.get("/overzicht")
@requires(Recht.RISICO_INZIEN)
def show_overzicht() -> Answer:
    overzicht = read_overzicht(current_user, vandaag())
    return render_template(
        "risicoanalyse/overzicht.html", overzicht=overzicht, klassen=list(Klasse)
    )


@bp.get("/overzicht.pdf")
@requires(Recht.RISICO_INZIEN)
def export_overzicht() -> Response:
    overzicht = read_overzicht(None, vandaag())  # paper is handed on to who may know less
    html = render_template(
        "risicoanalyse/overzicht_pdf.html", overzicht=overzicht, klassen=list(Klasse)
    )
    db.session.commit()  # nothing stays open while the PDF is made
    return pdf_response(html, f"risicobeeld {vandaag()}.pdf")
