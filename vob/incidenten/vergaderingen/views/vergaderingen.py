"""The list of meetings, and one meeting."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.adres import read_keuze
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ... import rules as zaakregels
from ...views.blueprint import bp
from .. import operations, queries, rules
from ..forms import VergaderingForm, WijzigVergaderingForm
from ..models import Vergadering
from ..queries import Filter, get_vergadering_or_404
from ..values import Vergadersoort, Welke, soort_label

PAD = "/vergaderingen"


def label(soort: Vergadersoort) -> str:
    return soort_label(soort, our_organisatie().woorden)


@bp.get(PAD)
@requires(Recht.VERGADERING_BIJHOUDEN)
def list_vergaderingen() -> Answer:
    filter = Filter(
        q=request.args.get("q", "").strip(),
        welke=read_keuze(Welke, "welke") or Welke.KOMEND,
        soort=read_keuze(Vergadersoort, "soort"),
    )
    return render_template(
        "incidenten/vergaderingen/list.html",
        lijst=read_lijst(*queries.select_vergaderingen(filter, vandaag())),
        filter=filter,
        welke=Welke,
        soorten=Vergadersoort,
        label=label,
    )


@bp.route(f"{PAD}/nieuw", methods=["GET", "POST"])
@requires(Recht.VERGADERING_BIJHOUDEN)
def create_vergadering() -> Answer:
    form = VergaderingForm(griffier_id=current_user.id)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        vergadering = Vergadering()
        form.fill(vergadering)
        db.session.add(vergadering)
        db.session.flush()
        url = form.complete(url_for(".show_vergadering", id=vergadering.id))
        db.session.commit()
        flash("De vergadering is toegevoegd.")
        return redirect(url, 303)
    return _form(form, None)


@bp.get(f"{PAD}/<int:id>")
@requires(Recht.VERGADERING_BIJHOUDEN)
def show_vergadering(id: int) -> Answer:
    vergadering = get_vergadering_or_404(id)
    punten = queries.read_log(vergadering)
    log_event(db.session, "ingezien", "vergadering", vergadering.id)
    db.session.commit()
    return render_template(
        "incidenten/vergaderingen/show.html",
        label=label,
        **log_context(vergadering, punten, is_live=False),
    )


def log_context(
    vergadering: Vergadering, punten: list[rules.Logpunt], *, is_live: bool
) -> dict[str, Any]:
    """What `_log.html` needs."""
    return {
        "vergadering": vergadering,
        "punten": punten,
        "zaken": queries.zaken_bij(vergadering, current_user),
        "geschorst_sinds": rules.is_geschorst(punten),
        "is_voorbij": rules.is_voorbij(punten),
        "is_live": is_live,
    }


@bp.route(f"{PAD}/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.VERGADERING_BIJHOUDEN)
def update_vergadering(id: int) -> Answer:
    vergadering = get_vergadering_or_404(id)
    form = WijzigVergaderingForm(obj=vergadering)
    if form.validate_on_submit() and not form.is_stale(vergadering):
        form.fill(vergadering)
        db.session.commit()
        flash("De vergadering is opgeslagen.")
        return redirect(url_for(".show_vergadering", id=id), 303)
    return _form(form, vergadering)


def _form(form: VergaderingForm | WijzigVergaderingForm, vergadering: Vergadering | None) -> Answer:
    return render_template(
        "incidenten/vergaderingen/form.html", form=form, vergadering=vergadering
    ), form.status


@bp.post(f"{PAD}/<int:id>/incident")
@requires(Recht.VERGADERING_BIJHOUDEN)
def create_incident_uit_log(id: int) -> Answer:
    """One act: the chosen entries become a case, which its maker sees as its melder."""
    vergadering = get_vergadering_or_404(id)
    begin_write(db.session)
    gekozen = set(request.form.getlist("regel", type=int))
    if not gekozen:
        flash("Kies eerst een of meer regels uit het log.", "bad")
        return redirect(url_for(".show_vergadering", id=id, _anchor="logkaart"), 303)
    punten = [punt for punt in queries.read_log(vergadering) if punt.regel.id in gekozen]
    al = queries.zaken_bij(vergadering, current_user)
    if any(punt.regel.id in al for punt in punten):
        raise RegelOvertreden("Van een van deze regels is al een zaak gemaakt.")
    woorden = our_organisatie().woorden
    incident = operations.create_incident(vergadering, punten, current_user.id, woorden, nu())
    db.session.commit()
    flash(f"Er is een zaak van gemaakt. {zaakregels.STATUS_VOOR_MELDER[incident.status]}")
    return redirect(url_for(".show_incident", nummer=incident.nummer), 303)
