"""The escalation ladder: the version that holds, older ones, and whom one calls now."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.adres import read_getal, read_keuze
from vob.web.htmx import Answer

from .. import escalatie, rules
from ..forms import LadderForm, VaststelLadderForm
from ..models import Ladder
from ..queries import list_gemeentenamen
from ..values import Ladderstatus, Voorval, Zwaarte
from .blueprint import bp


@bp.get("/escalatie/")
@requires(Recht.KETEN_INZIEN)
def show_escalatie() -> Answer:
    return _show(escalatie.current_ladder(vandaag()))


@bp.get("/escalatie/<int:nr>")
@requires(Recht.KETEN_INZIEN)
def show_ladder(nr: int) -> Answer:
    """One version; a draft only for who manages the chain."""
    ladder = db.session.scalar(db.select(Ladder).filter_by(nummer=nr)) or abort(404)
    is_concept = ladder.status is Ladderstatus.CONCEPT
    return abort(404) if is_concept and not _beheert() else _show(ladder)


def _beheert() -> bool:
    return bool(current_user.can(Recht.KETEN_BEHEREN))


def _show(ladder: Ladder | None) -> Answer:
    huidig, versies = escalatie.current_ladder(vandaag()), escalatie.list_ladders()
    return render_template(
        "ketenafspraken/escalatie.html",
        ladder=ladder,
        huidig_id=huidig.id if huidig else None,
        versies=[v for v in versies if _beheert() or v.status is not Ladderstatus.CONCEPT],
        concept=next((v for v in versies if v.status is Ladderstatus.CONCEPT), None),
        binnen=rules.binnen,
    )


@bp.post("/escalatie/concept/maken")
@requires(Recht.KETEN_BEHEREN)
def create_ladder() -> Answer:
    escalatie.make_draft()
    db.session.commit()
    return redirect(url_for(".update_ladder"), 303)


def get_concept() -> Ladder:
    return escalatie.draft_ladder() or abort(404)


@bp.route("/escalatie/concept", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def update_ladder() -> Answer:
    """The draft: its levels, what goes for all of them, and adopting it."""
    ladder = get_concept()
    form = LadderForm(obj=ladder)
    if form.validate_on_submit() and not form.is_stale(ladder):
        form.fill(ladder)
        db.session.commit()
        flash("Het concept is opgeslagen.")
        return redirect(url_for(".update_ladder"), 303)
    return _edit(ladder, form), form.status


def _edit(ladder: Ladder, form: LadderForm, stel_vast: VaststelLadderForm | None = None) -> str:
    return render_template(
        "ketenafspraken/escalatie_concept.html",
        ladder=ladder,
        form=form,
        stel_vast=stel_vast or VaststelLadderForm(geldig_van=vandaag()),
        binnen=rules.binnen,
    )


@bp.post("/escalatie/concept/vaststellen")
@requires(Recht.KETEN_BEHEREN)
def adopt_ladder() -> Answer:
    """With what was typed beside it: a press on this button must not lose that."""
    ladder = get_concept()
    form, stel_vast = LadderForm(obj=ladder), VaststelLadderForm()
    is_goed = [form.validate_on_submit(), stel_vast.validate_on_submit()]
    if not all(is_goed) or form.is_stale(ladder):
        return _edit(ladder, form, stel_vast), max(form.status, stel_vast.status)
    form.fill(ladder)
    escalatie.adopt(ladder, stel_vast.geldig_van.data, current_user.id, vandaag())
    db.session.commit()
    flash("De ladder is vastgesteld.")
    return redirect(url_for(".show_ladder", nr=ladder.nummer), 303)


@bp.get("/wie-bel-ik")
@requires(Recht.KETEN_INZIEN)
def show_wie_bellen() -> Answer:
    """By kind and seriousness; a case links here with its own (`vorm`, `ernst`)."""
    ladder = escalatie.current_ladder(vandaag())
    voorvallen = {v for code in request.args.getlist("vorm") if (v := rules.voorval_van(code))}
    situaties = sorted({s for v in voorvallen for s in rules.SITUATIES[v]})
    zwaarte = read_keuze(Zwaarte, "ernst") or Zwaarte.ERNSTIG
    bestuurder = request.args.get("bestuurder") == "ja"
    gemeenten, gemeente = list_gemeentenamen(), request.args.get("gemeente", 0, type=read_getal)
    vraag = (situaties, zwaarte, bestuurder, gemeente)
    return render_template(
        "ketenafspraken/wie_bel_ik.html",
        ladder=ladder,
        stappen=escalatie.whom_to_call(ladder, current_user, *vraag) if ladder else [],
        gemeenten=gemeenten,
        gemeente=gemeente,
        gekozen=voorvallen,
        voorvallen=Voorval,
        zwaarte=zwaarte,
        zwaartes=Zwaarte,
        bestuurder=bestuurder,
        binnen=rules.binnen,
    )
