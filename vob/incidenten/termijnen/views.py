"""The clocks of one case, and one page with every clock of every case."""

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.core.values import Waardelijst
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_vraag

from .. import onderdelen, tijdlijn
from ..models import Incident
from ..values import Status
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations
from .forms import StartForm, StopForm
from .instellingen import warns_before
from .models import Zaaktermijn
from .queries import Filter, choose, list_termijnen
from .rules import KLOKKEN, calculate_urgentie, is_waarschuwing
from .values import Termijnsoort, Urgentie


@bp.get("/termijnen")
@requires(Recht.INCIDENT_BEHANDELEN)
def list_alle_termijnen() -> Answer:
    filter, moment = _read_filter(request.args), nu()
    return render_template(
        "incidenten/termijnen/list.html",
        lijst=read_vraag(choose(current_user, filter, moment)),
        filter=filter,
        moment=moment,
        urgenties=[(keuze.value, keuze.label) for keuze in Urgentie],
        soorten=[(keuze.value, keuze.label) for keuze in Termijnsoort],
        waarschuwt=_waarschuwt,
        urgentie_van=calculate_urgentie,
    )


@bp.route("/<string:nummer>/termijnen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def show_termijnen(nummer: str) -> Answer:
    """The clocks of this case; starting one by hand."""
    incident = get_zaak_or_404(nummer, current_user)
    form = StartForm()
    if form.validate_on_submit():
        if not form.claim():
            termijn = operations.start_termijn(
                incident,
                form.soort.data,
                form.vanaf.data,
                betreft=form.betreft.data or "",
                opnieuw=True,
            )
            tijdlijn.note(incident, f"Termijn gestart: {termijn.soort.label}.", current_user, nu())
            form.complete(url_for(".show_termijnen", nummer=nummer))
        db.session.commit()
        flash("De termijn loopt. Zij staat ook bij de acties van de eigenaar.")
        return redirect(url_for(".show_termijnen", nummer=nummer), 303)
    return _show(incident, form)


@bp.route("/<string:nummer>/termijnen/<int:id>", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def stop_termijn(nummer: str, id: int) -> Answer:
    """What the clock was for has been done, or will not be: in one sentence."""
    incident = get_zaak_or_404(nummer, current_user)
    termijn = db.session.get(Zaaktermijn, id)
    if termijn is None or termijn.incident_id != incident.id or termijn.gestopt_op:
        abort(404)
    form = StopForm()
    if form.validate_on_submit():
        operations.close_termijn(termijn, form.moment.data or nu(), form.uitkomst.data or "")
        tijdlijn.note(incident, f"{termijn.soort.label}: afgerond.", current_user, nu())
        db.session.commit()
        flash("Vastgelegd. De termijn loopt niet meer.")
        return redirect(url_for(".show_termijnen", nummer=nummer), 303)
    log_read(incident)
    return render_template(
        "incidenten/termijnen/stop.html", incident=incident, termijn=termijn, form=form
    ), form.status


def _show(incident: Incident, form: StartForm) -> Answer:
    log_read(incident)
    return render_template(
        "incidenten/termijnen/show.html",
        incident=incident,
        termijnen=list_termijnen(incident),
        form=form,
        moment=nu(),
        klokken=KLOKKEN,
        waarschuwt=_waarschuwt,
    ), form.status


def _waarschuwt(termijn: Any) -> bool:
    dagen = warns_before(termijn.soort)
    return is_waarschuwing(termijn.uiterlijk, dagen, vandaag())


def _read_filter(args: Mapping[str, str]) -> Filter:
    """What is not understood is as if it were not there."""

    def keuze(naam: str, lijst: type[Waardelijst]) -> Waardelijst | None:
        return lijst(args[naam]) if args.get(naam) in set(lijst) else None

    return Filter(
        urgentie=keuze("urgentie", Urgentie),  # type: ignore[arg-type]  # a member of that list
        soort=keuze("soort", Termijnsoort),  # type: ignore[arg-type]  # idem
        van_mij=args.get("van") == "mij",
    )


def _stand(incident: Incident) -> str:
    return str(onderdelen.telling(incident, "termijnen_open") or "")


def _gebreken(incident: Incident, naar: Status) -> list[str]:
    """A case is not closed while something short still has to be done for it."""
    if naar is not Status.GESLOTEN:
        return []
    soorten = onderdelen.telling(incident, "termijnen_voor_sluiten") or ""
    return [
        f"De termijn ‘{Termijnsoort(soort).label}’ loopt nog: leg vast wat ermee is gedaan."
        for soort in sorted(set(soorten.split(",")) - {""})
    ]


onderdelen.register(
    onderdelen.Onderdeel(
        "termijnen", "Termijnen", "incidenten.show_termijnen", is_behandelaar, _stand
    )
)
onderdelen.register_gebrek(_gebreken)
