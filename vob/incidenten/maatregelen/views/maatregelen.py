"""The measures of a case and of all cases; preparing one."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.organisatie.queries import our_organisatie, setting
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst
from vob.web.odt import odt_response
from vob.web.pdf import pdf_response

from ...analyse.operations import get_analyse
from ...analyse.values import Herhaling
from ...vergaderingen.queries import Ordeverstoring
from ...views.blueprint import bp, log_read
from ...zichtbaarheid import get_zaak_or_404, is_behandelaar
from .. import brieven, ladder, operations, rules, toets
from ..forms import BekendForm, MaatregelForm, SoortForm
from ..models import Maatregel
from ..queries import (
    current_ladder,
    find_concept,
    find_sjabloon,
    get_maatregel_or_404,
    get_regel,
    list_maatregelen,
    select_maatregelen,
)
from ..soorten import ELDERS, SOORTEN
from ..values import Maatregelsoort, Maatregelstatus, Stand, Welke
from ..verstoringen import list_verstoringen


@bp.get("/maatregelen")
@requires(Recht.INCIDENT_BEHANDELEN)
def list_alle_maatregelen() -> Answer:
    """What this user may see, over all cases."""
    gevraagd = request.args.get("welke", "")
    welke = Welke(gevraagd) if gevraagd in set(Welke) else Welke.LOOPT
    sortering = Sortering(Maatregel.id, Maatregel.id)
    lijst = read_lijst(select_maatregelen(current_user, welke, vandaag()), sortering)
    return render_template(
        "incidenten/maatregelen/overzicht.html", lijst=lijst, welke=welke, keuzes=Welke
    )


@bp.get("/<string:nummer>/maatregelen")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_maatregelen(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    log_event(db.session, "maatregelen ingezien", "incident", incident.id)
    db.session.commit()
    return render_template(
        "incidenten/maatregelen/list.html",
        incident=incident,
        maatregelen=list_maatregelen(incident),
    )


@bp.route("/<string:nummer>/maatregelen/nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_maatregel(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    form = SoortForm(is_herhaling=get_analyse(incident).herhaling is Herhaling.HERHALING)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        soort, herhaling = form.soort.data, form.is_herhaling.data
        maatregel = operations.create_maatregel(incident, soort, herhaling, current_user, nu())
        pad = form.complete(pad_van(maatregel, "update_maatregel"))
        db.session.commit()
        return redirect(pad, 303)
    trap, ernst = current_ladder(), incident.ernst
    return render_template(
        "incidenten/maatregelen/nieuw.html",
        form=form,
        incident=incident,
        eerste=ladder.stel_voor(trap, ernst, is_herhaling=False),
        herhaling=ladder.stel_voor(trap, ernst, is_herhaling=True),
        elders=ELDERS,
    ), form.status


@bp.route("/<string:nummer>/maatregelen/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_maatregel(nummer: str, id: int) -> Answer:
    maatregel = get_in_voorbereiding(nummer, id)
    form = MaatregelForm(
        obj=maatregel,
        soort=maatregel.soort,
        besluit_nodig=get_regel(maatregel.soort).besluit_nodig,
        incident=maatregel.incident,
    )
    if form.validate_on_submit() and not form.is_stale(maatregel):
        operations.note_maker(maatregel, current_user)
        form.fill(maatregel)
        form.discard_concept()
        db.session.commit()
        flash("De maatregel is opgeslagen.")
        return redirect(pad_van(maatregel), 303)
    log_read(maatregel.incident)
    return render_template(
        "incidenten/maatregelen/wijzigen.html",
        form=form,
        maatregel=maatregel,
        incident=maatregel.incident,
        voorgesteld=[Maatregelsoort(code).label for code in maatregel.voorgesteld],
    ), form.status


@bp.get("/<string:nummer>/maatregelen/<int:id>")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_maatregel(nummer: str, id: int) -> Answer:
    maatregel = get_maatregel_or_404(nummer, id, current_user)
    log_event(db.session, "maatregel ingezien", "maatregel", maatregel.id)
    verstoringen = read_verstoringen(maatregel)
    db.session.commit()
    soort, regel = SOORTEN[maatregel.soort], get_regel(maatregel.soort)
    stand = maatregel.stand(vandaag())
    return render_template(
        "incidenten/maatregelen/show.html",
        maatregel=maatregel,
        incident=maatregel.incident,
        soort=soort,
        regel=regel,
        stand=stand,
        punten=toets.list_punten(operations.voorstel_van(maatregel), soort),
        gebreken=_gebreken(maatregel),
        verstoringen=verstoringen,
        behandelt=is_behandelaar(current_user, maatregel.incident),
        beslist=_beslist(maatregel),
        loopt=stand in (Stand.LOOPT, Stand.STRAKS),
        verlengbaar=maatregel.soort not in rules.NIET_VERLENGBAAR,
        bekend=BekendForm(op=vandaag(), pad=pad_van(maatregel, "announce_maatregel")),
        bezwaar_tot=_bezwaar_tot(maatregel),
    )


def read_verstoringen(maatregel: Maatregel) -> list[Ordeverstoring]:
    """The proof of a meeting ban, in the read log: for who may look it up, and for who decides
    this one, because nobody can decide on a number."""
    if not (current_user.can(Recht.ORDEVERSTORING_INZIEN) or _beslist(maatregel)):
        return []
    gevonden = list_verstoringen(maatregel)
    for id in {verstoring.vergadering.id for verstoring in gevonden}:
        log_event(db.session, "ingezien", "vergadering", id)
    return gevonden


def _gebreken(maatregel: Maatregel) -> list[str]:
    """Only while it is prepared can anyone still mend them."""
    is_concept = maatregel.status is Maatregelstatus.CONCEPT
    return operations.list_gebreken(maatregel, vandaag()) if is_concept else []


def _beslist(maatregel: Maatregel) -> bool:
    return bool(maatregel.beslisser_id == current_user.id)


def _bezwaar_tot(maatregel: Maatregel) -> object:
    """The last day to object; only where one can."""
    if maatregel.bekend_op is None or not rules.may_bezwaar(maatregel.aard):
        return None
    return rules.bezwaar_uiterlijk(maatregel.bekend_op, setting("bezwaar_weken"))


@bp.get("/<string:nummer>/maatregelen/<int:id>/brief.pdf")
@requires(Recht.INCIDENT_BEHANDELEN)
def export_brief(nummer: str, id: int) -> Response:
    return pdf_response(_brief(nummer, id), f"Brief {nummer}.pdf")


@bp.get("/<string:nummer>/maatregelen/<int:id>/brief.odt")
@requires(Recht.INCIDENT_BEHANDELEN)
def export_brief_odt(nummer: str, id: int) -> Response:
    return odt_response(_brief(nummer, id), f"Brief {nummer}.odt")


def _brief(nummer: str, id: int) -> str:
    """The letter: of a measure that was taken with the text of that day, else as a draft."""
    maatregel = get_maatregel_or_404(nummer, id, current_user)
    regel = get_regel(maatregel.soort)
    versie = maatregel.sjabloon or find_sjabloon(regel, vandaag()) or find_concept(regel)
    if versie is None:
        abort(404)
    organisatie = our_organisatie()
    waarden = brieven.waarden_van(maatregel, organisatie.soort_naam, organisatie.woorden)
    html = render_template(
        "incidenten/maatregelen/brief.html",
        maatregel=maatregel,
        brief=brieven.vul_in(versie.tekst, waarden),
        orgaan=waarden["orgaan"] if maatregel.orgaan else organisatie.soort_naam,
        verstoringen=list_verstoringen(maatregel),
        rechtsmiddel=_rechtsmiddel(maatregel),
        is_concept=maatregel.status is not Maatregelstatus.GENOMEN,
    )
    log_event(db.session, "brief gemaakt", "maatregel", maatregel.id)
    db.session.commit()  # nothing stays open while the PDF is made
    return html


def _rechtsmiddel(maatregel: Maatregel) -> list[str]:
    """For who the measure is about: a platform that gets a request has nothing to object to."""
    if not SOORTEN[maatregel.soort].raakt_persoon:
        return []
    organisatie = our_organisatie()
    waarheen = "het adres bovenaan" if organisatie.postadres else organisatie.soort_naam
    return brieven.rechtsmiddel(maatregel.aard, setting("bezwaar_weken"), waarheen)


def get_in_voorbereiding(nummer: str, id: int) -> Maatregel:
    """To work on, while it was not put to anyone."""
    return _get_in(nummer, id, Maatregelstatus.CONCEPT)


def get_onbeslist(nummer: str, id: int) -> Maatregel:
    """What nobody decided on yet."""
    return _get_in(nummer, id, Maatregelstatus.CONCEPT, Maatregelstatus.VOORGELEGD)


def get_genomen(nummer: str, id: int) -> Maatregel:
    """What was taken."""
    return _get_in(nummer, id, Maatregelstatus.GENOMEN)


def _get_in(nummer: str, id: int, *standen: Maatregelstatus) -> Maatregel:
    """For who handles the case."""
    maatregel = get_maatregel_or_404(nummer, id, current_user)
    if not is_behandelaar(current_user, maatregel.incident):
        abort(404)
    return maatregel if maatregel.status in standen else abort(404)


def pad_van(maatregel: Maatregel, endpoint: str = "show_maatregel") -> str:
    return url_for(f".{endpoint}", nummer=maatregel.incident.nummer, id=maatregel.id)
