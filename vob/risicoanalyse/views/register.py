"""The register of risks, and the list to take along."""

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from flask import Response, get_template_attribute, redirect, render_template, request, url_for

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import OnjuisteCursor
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.adres import read_getal, read_keuze
from vob.web.htmx import Answer
from vob.web.tables import Rij, csv_response, ods_response

from .. import register, rules
from ..register import Filter
from ..values import Klasse
from .blueprint import bp, telling

_KOPPEN = (
    *("Risico", "Analyse", "Beleidsgebied", "Oorzaak", "Doelwit", "Kwetsbare momenten"),
    *("Kans", "Effect", "Klasse", "Zekerheid", "Wat we al doen", "Werkt dat", "Extra maatregelen"),
    *("Restkans", "Resteffect", "Restklasse", "Geaccepteerd door", "Naam of functie"),
    *("Geaccepteerd tot", "Vastgesteld op"),
)


def _filter() -> Filter:
    return Filter(
        klasse=read_keuze(Klasse, "klasse"), gebied=request.args.get("gebied", 0, type=read_getal)
    )


@bp.get("/risicos")
@requires(Recht.RISICO_INZIEN)
def list_risicos() -> Answer:
    filter = _filter()
    try:
        bladzijde = register.read_page(filter, request.args.get("na"), request.args.get("voor"))
    except OnjuisteCursor:
        return redirect(url_for(".list_risicos"), 303)
    zo: dict[str, Any] = {"klasse": filter.klasse, "gebied": filter.gebied or None}
    return render_template(
        "risicoanalyse/register.html",
        bladzijde=bladzijde,
        telling=telling(bladzijde.aantal, "risico", "risico’s"),
        filter=filter,
        klassen=Klasse,
        gebieden=register.list_gebieden(),
        badges=_badges(),
        basis=url_for(".list_analyses"),
        klasse_van=rules.klasse_van,
        is_voorbij=partial(rules.is_acceptatie_voorbij, datum=vandaag()),
        adres_van=lambda **extra: url_for(".list_risicos", **(zo | extra)),
        export_van=lambda soort: url_for(f".export_{soort}", **zo),
    )


@bp.get("/risicos.csv")
@requires(Recht.RISICO_INZIEN)
def export_csv() -> Response:
    return csv_response(_bestandsnaam(), _KOPPEN, _export())


@bp.get("/risicos.ods")
@requires(Recht.RISICO_INZIEN)
def export_ods() -> Response:
    return ods_response(_bestandsnaam(), _KOPPEN, _export())


@cache
def _badges() -> dict[Klasse | None, str]:
    """Made once: a page has fifty, of four kinds."""
    badge = get_template_attribute("risicoanalyse/onderdelen.html", "klasse_badge")
    return {klasse: badge(klasse) for klasse in (*Klasse, None)}


def _export() -> Iterator[Rij]:
    """What the register shows, all pages; that it was taken along is recorded first."""
    filter = _filter()
    log_event(db.session, "geëxporteerd", "risico", aantal=register.count(filter))
    db.session.commit()
    woorden = our_organisatie().woorden
    return (_rij(rij, woorden) for rij in register.read_all(filter))


def _rij(rij: Any, woorden: Any) -> Rij:
    klasse = rules.klasse_van(rij.schaal, rij.kans, rij.effect)
    niveau = rij.accept_niveau
    return (
        rij.titel,
        rij.analyse,
        rij.gebied or "",
        *(rij.oorzaak, rij.doelwit, rij.momenten, rij.kans, rij.effect),
        _label(klasse),
        _label(rij.zekerheid),
        rij.bestaand,
        _label(rij.werking),
        rij.maatregelen,
        *(rij.rest_kans, rij.rest_effect),
        _label(rij.rest_klasse),
        rules.niveau_label(niveau, woorden) if niveau else "",
        *(rij.accept_wie, rij.accept_tot, rij.vastgesteld_op),
    )


def _label(lid: Any) -> str:
    return lid.label if lid else ""


def _bestandsnaam() -> str:
    return f"risico's {vandaag()}"
