"""The list of analyses, a new one, its page, its versions and how they differ."""

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import OnjuisteCursor
from vob.gebruikers.queries import active_gebruikers
from vob.web.access import requires
from vob.web.adres import read_getal, read_keuze
from vob.web.htmx import Answer

from .. import aanbod, operations, queries, rules
from ..forms import AnalyseForm
from ..models import GEHEIM_TITEL, Analyse
from ..models_risico import Risico
from ..queries import Filter
from ..register import list_gebieden
from ..rules_versies import compare
from ..values import Soort, Status, Welke
from ..zichtbaarheid import get_analyse, may_work_on
from .blueprint import bp, telling
from .stappen import STAPPEN, first_stap


@bp.get("/")
@requires(Recht.RISICO_EIGEN)
def list_analyses() -> Answer:
    filter = Filter(
        soort=read_keuze(Soort, "soort"),
        welke=read_keuze(Welke, "welke"),
        gebied=request.args.get("gebied", 0, type=read_getal),
    )
    na, voor = request.args.get("na"), request.args.get("voor")
    try:
        bladzijde = queries.list_page(current_user, filter, vandaag(), na, voor)
    except OnjuisteCursor:
        return redirect(url_for(".list_analyses"), 303)
    return render_template(
        "risicoanalyse/list.html",
        bladzijde=bladzijde,
        telling=telling(bladzijde.aantal, "analyse", "analyses"),
        adres_van=lambda **plek: url_for(".list_analyses", **(filter.args | plek)),
        stand_van=rules.stand_van,
        geheim=GEHEIM_TITEL,
        filter=filter,
        soorten=[soort for soort in Soort if soort is not Soort.OPERATIONEEL],
        welke=Welke,
        mijn_aanbod=aanbod.find(current_user),
        gebieden=list_gebieden() if current_user.can(Recht.RISICO_INZIEN) else [],
    )


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def create_analyse() -> Answer:
    form = AnalyseForm(personen=active_gebruikers(), soort=read_keuze(Soort, "soort"))
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        analyse = _make(form)
        url = form.complete(url_for(".show_stap", id=analyse.id, stap=STAPPEN[0].code))
        db.session.commit()
        flash("De analyse is begonnen. U kunt op elk moment stoppen en later verdergaan.")
        return redirect(url, 303)
    page = render_template("risicoanalyse/nieuw.html", form=form, bestaand=queries.find_generiek())
    return page, form.status


def _make(form: AnalyseForm) -> Analyse:
    """Only what belongs to its kind: what was filled in for another kind is left out."""
    soort = form.soort.data
    gebied = form.beleidsgebied_id.data if soort is Soort.BELEIDSGEBIED else None
    if soort is Soort.PERSOON:
        return operations.create_analyse(soort, current_user, persoon_id=form.persoon_id.data)
    naam = next(
        (keuze.label for keuze in form.beleidsgebied_id.choices if keuze.value == gebied), ""
    )
    titel = form.titel.data or (f"Risicoanalyse {naam}" if gebied else "Risicoanalyse organisatie")
    return operations.create_analyse(soort, current_user, titel=titel, beleidsgebied_id=gebied)


@bp.get("/<int:id>")
@requires(Recht.RISICO_EIGEN)
def show_analyse(id: int) -> Answer:
    analyse = get_analyse(id)
    context = _context(analyse)
    db.session.commit()  # the read log
    return render_template("risicoanalyse/show.html", **context)


def _context(analyse: Analyse) -> dict[str, object]:
    gevallen = queries.voorvallen_since(analyse, current_user)
    alle = queries.voorvallen_since(analyse, None)
    gezien = gevallen if queries.ziet_alles(current_user) else None
    versies = queries.versies_of(analyse, current_user)
    gekozen = chosen_cel(analyse)
    eigenaars = (m.eigenaar_id for m in analyse.maatregelen) if analyse.is_besloten else ()
    return {
        "analyse": analyse,
        "stand": analyse.stand(vandaag()),
        "versies": versies,
        "is_nieuwste": versies[0].id == analyse.id,
        "stap": first_stap(analyse),
        "mag_werken": may_work_on(analyse),
        "mag_vaststellen": _may_adopt(analyse),
        "gebreken": list(rules.find_gebreken(analyse.schaal, analyse.risicos, vandaag()))
        if analyse.status is Status.CONCEPT
        else [],
        "is_alleen": analyse.is_besloten and not operations.deciders(analyse),
        "voorvallen": gevallen,
        "sindsdien": queries.judge_sindsdien(analyse, alle, gezien),
        "risicos": [
            risico for risico in analyse.risicos if gekozen is None or in_cel(risico, gekozen)
        ],
        "gekozen": gekozen,
        "is_voorbij": partial(rules.is_acceptatie_voorbij, datum=vandaag()),
        "tabel": rules.MATRIX[analyse.schaal],
        "adres_van": partial(url_for, ".show_analyse", id=analyse.id),
        "namen": queries.names_of(eigenaars),
    }


def _may_adopt(analyse: Analyse) -> bool:
    if not rules.may_vaststellen(analyse.status, analyse.makers(), current_user.id):
        return False
    return bool(current_user.can(Recht.RISICO_VASTSTELLEN) or analyse.persoon_id == current_user.id)


def chosen_cel(analyse: Analyse) -> tuple[str, int, int] | None:
    """A cell of the matrix in the address: before or after measures, kans and effect."""
    kans, effect = (request.args.get(naam, 0, type=read_getal) for naam in ("kans", "effect"))
    if (kans, effect) not in rules.MATRIX[analyse.schaal]:
        return None
    return ("na" if request.args.get("matrix") == "na" else "nu", kans, effect)


def in_cel(risico: Risico, cel: tuple[str, int, int]) -> bool:
    wanneer, kans, effect = cel
    plek = (
        (risico.rest_kans, risico.rest_effect) if wanneer == "na" else (risico.kans, risico.effect)
    )
    return plek == (kans, effect)


@bp.post("/<int:id>/versies")
@requires(Recht.RISICO_EIGEN)
def create_versie(id: int) -> Answer:
    versie = operations.make_versie(get_analyse(id, om_te_werken=True), current_user)
    db.session.commit()
    flash("Er is een nieuwe versie, met alles uit de vorige. Loop de stappen langs.")
    return redirect(url_for(".show_stap", id=versie.id, stap=STAPPEN[0].code), 303)


@bp.get("/<int:id>/vergelijken")
@requires(Recht.RISICO_EIGEN)
def compare_versies(id: int) -> Answer:
    analyse = get_analyse(id)
    versies = queries.versies_of(analyse, current_user)
    if len(versies) < 2:
        abort(404)
    gevraagd = request.args.get("met", 0, type=read_getal)
    ids = [versie.id for versie in versies if versie.id != id]
    ouder = [versie.id for versie in versies if versie.nummer < analyse.nummer] or ids
    ander = get_analyse(gevraagd if gevraagd in ids else ouder[0])
    van, naar = sorted((analyse, ander), key=lambda versie: versie.nummer)
    db.session.commit()
    return render_template(
        "risicoanalyse/vergelijken.html",
        analyse=analyse,
        van=van,
        naar=naar,
        versies=versies,
        tabel=rules.MATRIX,
        paren=compare(van.risicos, naar.risicos),
    )
