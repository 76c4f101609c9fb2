"""The log: who did or read what, and when. Column names, no contents."""

from flask import render_template, request

from vob.core.permissions import Recht
from vob.data import AuditRegel
from vob.data.paging import Sortering
from vob.web import objecten
from vob.web.access import requires
from vob.web.adres import read_dag, read_getal
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .. import queries
from ..queries import LogFilter
from .blueprint import bp


@bp.get("/logboek")
@requires(Recht.AUDIT_INZIEN)
def list_logboek() -> Answer:
    filter = LogFilter(
        actor=request.args.get("actor", type=read_getal),
        actie=request.args.get("actie", ""),
        tabel=request.args.get("tabel", ""),
        van=request.args.get("van", type=read_dag),
        tot=request.args.get("tot", type=read_dag),
    )
    lijst = read_lijst(queries.find_regels(filter), Sortering(AuditRegel.id, AuditRegel.id))
    return render_template(
        "beheer/logboek.html",
        lijst=lijst,
        filter=filter,
        actoren=queries.actoren(),
        acties=queries.distinct(AuditRegel.actie),
        tabellen=[(naam, tabel_label(naam)) for naam in queries.distinct(AuditRegel.tabel)],
        tabel_label=tabel_label,
    )


def tabel_label(tabel: str) -> str:
    """The kind of object in words, where its room has said it."""
    soort = objecten.soort_van(tabel)
    return soort.label if soort else tabel.replace("_", " ").capitalize()
