"""The whole analysis on paper, and as a document to go on writing in."""

from flask import Response, render_template

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.odt import odt_response
from vob.web.pdf import pdf_response

from .. import queries, rules
from ..models import GEHEIM_TITEL, Analyse
from ..values import Factor, Kwetsbaarheid
from ..zichtbaarheid import get_analyse
from .blueprint import bp


def _html(analyse: Analyse) -> str:
    html = render_template(
        "risicoanalyse/rapport.html",
        analyse=analyse,
        stand=analyse.stand(vandaag()),
        sindsdien=queries.judge_sindsdien(analyse, queries.voorvallen_since(analyse, None), None),
        namen=queries.names_of(maatregel.eigenaar_id for maatregel in analyse.maatregelen),
        tabel=rules.MATRIX[analyse.schaal],
        factoren={factor.value: factor.label for factor in Factor},
        kwetsbaarheden={een.value: een.label for een in Kwetsbaarheid},
        kans_woorden=rules.KANS[analyse.schaal],
        effect_woorden=rules.EFFECT[analyse.schaal],
    )
    log_event(db.session, "geëxporteerd", "analyse", analyse.id)
    db.session.commit()  # nothing stays open while the document is made
    return html


def _bestandsnaam(analyse: Analyse) -> str:
    """Of a person not even the kind: a file name is read over a shoulder."""
    naam = "risicoanalyse" if analyse.titel == GEHEIM_TITEL else analyse.titel
    return f"{naam} versie {analyse.nummer}"


@bp.get("/<int:id>/rapport.pdf")
@requires(Recht.RISICO_EIGEN)
def export_pdf(id: int) -> Response:
    analyse = get_analyse(id)
    return pdf_response(_html(analyse), f"{_bestandsnaam(analyse)}.pdf")


@bp.get("/<int:id>/rapport.odt")
@requires(Recht.RISICO_EIGEN)
def export_odt(id: int) -> Response:
    analyse = get_analyse(id)
    return odt_response(_html(analyse), f"{_bestandsnaam(analyse)}.odt")
