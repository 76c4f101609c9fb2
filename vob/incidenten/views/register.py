"""The register: find a case, and take the list along."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlencode

from flask import Response, get_template_attribute, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.organisatietype import Functie, functie_label
from vob.core.permissions import Recht
from vob.core.values import Waardelijst
from vob.data import db, log_event
from vob.data.paging import CAP, Bladzijde, OnjuisteCursor
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.formats import datum_kort, getal, meervoud
from vob.web.htmx import Answer, is_htmx
from vob.web.tables import Rij, csv_response, ods_response

from .. import register
from ..filters import LABELS, Alleen, Filters, Periode, Stand, Wie, read_filters
from ..register import Keuze
from ..values import Ernst, Kanaal, Status, Vorm
from .blueprint import bp

_KOPPEN = (
    "Zaak",
    "Titel",
    "Voorval",
    "Gemeld",
    "Getroffene",
    "Vorm",
    "Kanaal",
    "Ernst",
    "Status",
    "Behandelaar",
)
_ALLES = 10**9
_ONDERWEG = 50  # who is still choosing is not kept waiting for all to be counted
# The choices of the filters, made once: every first page shows them.
_KEUZES = {
    "statussen": [(k.value, k.label) for lijst in (Stand, Status) for k in lijst],
    "ernsten": [(k.value, k.label) for k in Ernst],
    "perioden": [(k.value, k.label) for k in Periode],
    "vormen": [(k.value, k.label) for k in Vorm],
    "kanalen": [(k.value, k.label) for k in Kanaal],
    "soorten": [(k.value, k.label) for k in Alleen],
}


@bp.get("/")
@requires(Recht.INCIDENT_INZIEN)
def list_incidenten() -> Answer:
    filters = read_filters(request.args)
    if not is_htmx() and (nummer := register.find_nummer(current_user, filters)):
        return redirect(url_for(".show_incident", nummer=nummer), 303)
    cap = _ONDERWEG if is_htmx() and (filters.q or filters.vorm) else CAP
    bladzijde = _read_page(register.choose(current_user, filters, vandaag()), cap)
    pad, args = url_for(".list_incidenten"), filters.args
    context = {
        "filters": filters,
        "bladzijde": bladzijde,
        "badges": _badges(),
        "telling": _telling(bladzijde.aantal, cap),
        "functies": _functies(),
        "pad": pad,
        "adres_van": lambda **extra: f"{pad}?{urlencode(args | extra)}",
        "export_van": lambda soort: f"{pad}export.{soort}{args and '?'}{urlencode(args)}",
    }
    if is_htmx():
        tabel = render_template("incidenten/_tabel.html", gekozen=_gekozen(filters), **context)
        return Response(tabel, headers={"HX-Push-Url": _hier(filters)})
    wie = [(k.value, k.label) for k in Wie] + register.list_behandelaars()
    gekozen = _gekozen(filters, dict(wie))
    return render_template(
        "incidenten/list.html", behandelaars=wie, gekozen=gekozen, **context, **_KEUZES
    )


@bp.get("/export.csv")
@requires(Recht.INCIDENT_EXPORTEREN)
def export_csv() -> Response:
    return csv_response(_bestandsnaam(), _KOPPEN, _export())


@bp.get("/export.ods")
@requires(Recht.INCIDENT_EXPORTEREN)
def export_ods() -> Response:
    return ods_response(_bestandsnaam(), _KOPPEN, _export())


def _export() -> Iterator[Rij]:
    """Exactly what the register shows, all pages; who took how many is recorded first."""
    keuze = register.choose(current_user, read_filters(request.args), vandaag(), export=True)
    log_event(db.session, "geëxporteerd", "incident", aantal=keuze.count(_ALLES))
    db.session.commit()
    functies = _functies()
    return (_rij(zaak, functies) for zaak in keuze.read_all())


def _rij(zaak: Any, functies: dict[Functie, str]) -> Rij:
    return (
        zaak.nummer,
        zaak.titel,
        zaak.voorval_op,
        zaak.gemeld_op,
        functies[zaak.getroffene_functie],
        ", ".join(Vorm(vorm).label for vorm in zaak.vormen),
        zaak.kanaal.label,
        zaak.ernst.label,
        zaak.status.label,
        zaak.behandelaar or "",
    )


def _bestandsnaam() -> str:
    return f"incidenten {vandaag()}"


def _read_page(keuze: Keuze, cap: int) -> Bladzijde[Any]:
    """A cursor that is not ours, or of another order: the first page."""
    try:
        return keuze.read_page(request.args.get("na"), request.args.get("voor"), cap)
    except OnjuisteCursor:
        return keuze.read_page(None, None, cap)


def _hier(filters: Filters) -> str:
    """The address of what is shown now, without empty filters."""
    plek = {naam: request.args[naam] for naam in ("na", "voor") if naam in request.args}
    return url_for(".list_incidenten", **(filters.args | plek))


def _telling(aantal: int, cap: int) -> str:
    return f"{getal(cap)}+ zaken" if aantal > cap else meervoud(aantal, "zaak", "zaken")


@cache
def _badges() -> dict[Waardelijst, str]:
    """Made once: a page has fifty, of eleven kinds."""
    ernst = get_template_attribute("incidenten/badges.html", "ernst_badge")
    status = get_template_attribute("incidenten/badges.html", "status_badge")
    return {**{lid: ernst(lid) for lid in Ernst}, **{lid: status(lid) for lid in Status}}


def _functies() -> dict[Functie, str]:
    soort = our_organisatie().type
    return {functie: functie_label(functie, soort) for functie in Functie}


def _gekozen(filters: Filters, wie: dict[Any, str] | None = None) -> list[tuple[str, str]]:
    """The filters in words: for who prints the list, or shares its address."""
    woorden = []
    for naam, label in LABELS.items():
        if naam == "sort" or naam not in filters.args:
            continue
        waarde = getattr(filters, naam)
        if isinstance(waarde, int):
            wie = wie or dict(register.list_behandelaars())
            tekst = wie.get(waarde, "iemand anders")
        elif isinstance(waarde, Functie):
            tekst = _functies()[waarde]
        else:
            tekst = waarde.label if isinstance(waarde, Waardelijst) else datum_kort(waarde)
        woorden.append((label, tekst))
    return woorden
