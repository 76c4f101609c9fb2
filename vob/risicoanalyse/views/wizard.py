"""The steps of the wizard: each is a page of its own, saved by itself."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.forms import WijzigFormulier
from vob.web.htmx import Answer, fragment_or_redirect

from .. import operations, rules
from ..bibliotheek import scenarios_for, suggesties_for
from ..bladen import BLADEN, make_blad
from ..forms import AfbakeningForm, DeelnemersForm, DreigingenForm
from ..models import Analyse
from ..models_bibliotheek import Voorbeeldmaatregel
from ..queries import names_of
from ..zichtbaarheid import get_analyse
from .blueprint import bp
from .stappen import PER_CODE, STAPPEN, Stap, done, next_stap, previous_stap

_TEKSTEN: dict[str, type[AfbakeningForm | DeelnemersForm]] = {
    "afbakening": AfbakeningForm,
    "deelnemers": DeelnemersForm,
}


@bp.route("/<int:id>/stap/<string:stap>", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def show_stap(id: int, stap: str) -> Answer:
    if stap not in PER_CODE:
        abort(404)
    analyse = get_analyse(id, om_te_werken=True)
    rules.check_bewerken(analyse.status)
    if stap in _TEKSTEN:
        return _teksten(analyse, stap)
    if stap in BLADEN:
        return _blad(analyse, stap)
    return _dreigingen(analyse) if stap == "dreigingen" else _maatregelen(analyse)


def _teksten(analyse: Analyse, stap: str) -> Answer:
    form = _TEKSTEN[stap](analyse)
    if form.validate_on_submit() and not form.is_stale(analyse):
        for veld in form:
            if veld.name not in ("csrf_token", "eenmalig", "versie"):
                setattr(analyse, veld.name, veld.data)
        return _saved(analyse, stap, form)
    return _page(analyse, stap, form=form)


def _blad(analyse: Analyse, stap: str) -> Answer:
    blad = make_blad(analyse, stap)
    if blad.form.validate_on_submit() and not blad.is_stale():
        blad.fill()
        return _saved(analyse, stap, blad.form)
    return _page(analyse, stap, form=blad.form, blad=blad)


def _dreigingen(analyse: Analyse) -> Answer:
    """Nothing chosen and something there already: on to the next step."""
    alles = "alles" in request.args or request.method == "POST"  # what was shown can be chosen
    scenarios = scenarios_for(analyse, alles)
    form = DreigingenForm(analyse, scenarios)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        gekozen = [scenario for scenario in scenarios if scenario.id in form.scenarios.data]
        aantal = operations.add_risicos(analyse, gekozen, form.eigen.data, current_user)
        if aantal or not analyse.risicos:
            url = form.complete(url_for(".show_stap", id=analyse.id, stap="dreigingen"))
            db.session.commit()
            flash(_toegevoegd(aantal), "ok" if aantal else "warn")
            return redirect(url, 303)
        form.complete(url_for(".show_stap", id=analyse.id, stap="score"))
        return _saved(analyse, "dreigingen", form)
    return _page(analyse, "dreigingen", form=form, scenarios=scenarios, alles=alles)


def _toegevoegd(aantal: int) -> str:
    if not aantal:
        return "Kies eerst een risico uit de lijst, of schrijf er zelf een op."
    return "Het risico staat erin." if aantal == 1 else f"Er staan {aantal} risico’s bij."


def _maatregelen(analyse: Analyse) -> Answer:
    if request.method == "POST":
        return _saved(analyse, "maatregelen", None)
    namen = names_of(maatregel.eigenaar_id for maatregel in analyse.maatregelen)
    return _page(analyse, "maatregelen", suggesties=suggesties_for(analyse), namen=namen)


def _saved(analyse: Analyse, stap: str, form: WijzigFormulier | None) -> Answer:
    """Kept; "later verder" goes back to the page of the analysis, otherwise to the next step. Who
    stops halfway a step, goes on with that one."""
    verder, stoppen = next_stap(stap), request.form.get("daarna") == "stoppen"
    analyse.touch(current_user.id)
    halverwege = stoppen and stap not in done(analyse)
    analyse.stap = stap if verder is None or halverwege else verder.code
    if form is not None:
        form.discard_concept()
    db.session.commit()
    if verder is None or stoppen:
        flash("Alles is bewaard.")
        return redirect(url_for(".show_analyse", id=analyse.id), 303)
    return redirect(url_for(".show_stap", id=analyse.id, stap=verder.code), 303)


def _page(
    analyse: Analyse, stap: str, form: WijzigFormulier | None = None, **more: object
) -> Answer:
    nu: Stap = PER_CODE[stap]
    page = render_template(
        nu.sjabloon,
        analyse=analyse,
        stap=nu,
        stappen=STAPPEN,
        klaar=done(analyse),
        vorige=previous_stap(stap),
        volgende=next_stap(stap),
        form=form,
        nodig=_nodig(analyse) if stap == "acceptatie" else {},
        **more,
    )
    db.session.commit()  # the read log
    return page, form.status if form is not None else 200


def _nodig(analyse: Analyse) -> dict[int, object]:
    """Per risk who must accept it at least."""
    return {risico.id: rules.NIVEAU[risico.rest] for risico in analyse.risicos if risico.rest}


@bp.post("/<int:id>/risicos/<int:risico_id>/overnemen")
@requires(Recht.RISICO_EIGEN)
def take_over(id: int, risico_id: int) -> Answer:
    """A suggested measure, in one press."""
    analyse = get_analyse(id, om_te_werken=True)
    risico = next((r for r in analyse.risicos if r.id == risico_id), None) or abort(404)
    nummer = request.form.get("maatregel", 0, type=read_getal)
    voorbeeld = db.session.get(Voorbeeldmaatregel, nummer) or abort(404)
    operations.take_over(risico, voorbeeld, current_user, vandaag())
    db.session.commit()
    anker = f"risico-{risico.id}"
    return fragment_or_redirect(
        "risicoanalyse/_risico_maatregelen.html",
        url_for(".show_stap", id=id, stap="maatregelen", _anchor=anker),
        analyse=analyse,
        risico=risico,
        suggesties=suggesties_for(analyse),
        namen=names_of(maatregel.eigenaar_id for maatregel in analyse.maatregelen),
    )
