"""The figures of the register."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Response, render_template, request
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.organisatietype import Functie, functie_label
from vob.core.permissions import Recht
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.adres import read_dag, read_getal
from vob.web.htmx import Answer
from vob.web.tables import ods_response

from ..views.blueprint import bp
from . import rules
from .queries import LIJSTEN, complete, count_periode, first_year
from .rules import Tabel
from .values import VOOR_IEDEREEN, Dimensie

_VERBORGEN = "minder dan 5, of verborgen"


@bp.get("/cijfers")
@requires(Recht.CIJFER_INZIEN)
def show_cijfers() -> Answer:
    """Any period for the coordinator; for others a whole year, with small numbers hidden."""
    return render_template("incidenten/cijfers/show.html", **_context(request.args))


@bp.get("/cijfers/cijfers.ods")
@requires(Recht.CIJFER_INZIEN)
def export_cijfers() -> Response:
    """Exactly what the page shows."""
    context = _context(request.args)
    rijen = [
        (dimensie.label, label, _VERBORGEN if aantal is None else aantal)
        for dimensie, tabel, labels in context["tabellen"]
        for label, aantal in ((labels[naam], tabel.cellen[naam]) for naam in tabel.cellen)
    ]
    return ods_response("cijfers incidenten", ("Naar", "Waarde", "Aantal"), rijen)


def _context(args: Mapping[str, str]) -> dict[str, Any]:
    alles, dag = current_user.can(Recht.INCIDENT_INZIEN_ALLE), vandaag()
    eerste = first_year() or dag.year
    jaren = [dag.year, *rules.shown_years(eerste, dag)] if alles else rules.shown_years(eerste, dag)
    jaar = _read_jaar(args, jaren)
    van, tot = (date(jaar, 1, 1), date(jaar, 12, 31)) if jaar else (None, None)
    if alles:
        van, tot = _read_maand(args, "van", van), _read_maand(args, "tot", tot)
    tellingen = count_periode(van, tot, current_user if alles else None) if van and tot else {}
    return {
        "alles": alles,
        "jaren": jaren,
        "jaar": jaar,
        "van": van,
        "tot": tot,
        "tabellen": [
            (dimensie, _tabel(dimensie, tellingen[dimensie.value], alles), _labels(dimensie))
            for dimensie in (Dimensie if alles else VOOR_IEDEREEN)
            if tellingen
        ],
    }


def _read_jaar(args: Mapping[str, str], jaren: list[int]) -> int | None:
    """A year that may be seen; else the newest."""
    try:
        jaar = read_getal(args.get("jaar", ""))
    except ValueError:
        jaar = 0
    return jaar if jaar in jaren else next(iter(jaren), None)


def _read_maand(args: Mapping[str, str], naam: str, anders: date | None) -> date | None:
    """A month by its first day, as `2026-03`."""
    try:
        return read_dag(f"{args.get(naam, '')}-01")
    except ValueError:
        return anders


def _tabel(dimensie: Dimensie, aantallen: Mapping[str, int], alles: bool) -> Tabel:
    compleet = complete(dimensie, aantallen)
    return rules.show_all(compleet) if alles else rules.suppress(compleet)


def _labels(dimensie: Dimensie) -> dict[str, str]:
    """Every value with its label, in the words of this organisation."""
    lijst = LIJSTEN[dimensie]
    if lijst is not None:
        return {lid.value: lid.label for lid in lijst}
    soort = our_organisatie().type
    return {functie.value: functie_label(functie, soort) for functie in Functie}
