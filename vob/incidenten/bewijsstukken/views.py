"""The evidence log of a case: read, added to, and taken along with its seals."""

from collections.abc import Iterator

from flask import Response, abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.tables import Rij, csv_response, ods_response

from .. import onderdelen
from ..models import Incident
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations, rules
from .forms import BewijsForm, VervolgForm
from .models import Bewijsregel, Bewijsstuk
from .queries import list_regels
from .values import Regelsoort

_KOPPEN = (
    "Regel",
    "Bewijsstuk",
    "Soort",
    "Omschrijving",
    "Handeling",
    "Moment",
    "Van",
    "Naar",
    "Toelichting",
    "SHA-256",
    "Vastgelegd door",
    "Vastgelegd op",
    # With these three anyone can compute a seal again (rules.calculate_zegel).
    "Moment (UTC)",
    "Gebruikersnummer",
    "Zout",
    "Zegel",
)


@bp.route("/<string:nummer>/bewijs", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def list_bewijs(nummer: str) -> Answer:
    """The log with its chain; recording one piece more."""
    incident = get_zaak_or_404(nummer, current_user)
    form = BewijsForm(list_bijlagen("incident", incident.id, met_intern=True))
    if form.validate_on_submit():
        if not form.claim():
            _create(incident, form)
            form.complete(url_for(".list_bewijs", nummer=nummer))
        db.session.commit()
        flash("Vastgelegd in het bewijslog.")
        return redirect(url_for(".list_bewijs", nummer=nummer), 303)
    log_read(incident)
    regels = list_regels(incident)
    return render_template(
        "incidenten/bewijsstukken/list.html",
        incident=incident,
        form=form,
        stukken=_per_stuk(regels),
        fouten=rules.check_keten(regels),
        zegel=regels[-1].zegel if regels else "",
    ), form.status


@bp.route("/<string:nummer>/bewijs/<int:stuk>", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def show_bewijsstuk(nummer: str, stuk: int) -> Answer:
    """One piece: where it went; and one line more."""
    incident = get_zaak_or_404(nummer, current_user)
    regels = [regel for regel in list_regels(incident) if regel.bewijsstuk.nummer == stuk]
    if not regels:
        abort(404)
    form = VervolgForm()
    if form.validate_on_submit():
        if not form.claim():
            handeling = form.handeling(form.wat.data, "", form.toelichting.data or "")
            operations.add_regel(incident, regels[0].bewijsstuk, handeling, current_user, nu())
            form.complete(url_for(".show_bewijsstuk", nummer=nummer, stuk=stuk))
        db.session.commit()
        flash("De regel is toegevoegd.")
        return redirect(url_for(".show_bewijsstuk", nummer=nummer, stuk=stuk), 303)
    log_read(incident)
    context = {"incident": incident, "stuk": regels[0].bewijsstuk, "regels": regels, "form": form}
    return render_template("incidenten/bewijsstukken/show.html", **context), form.status


@bp.get("/<string:nummer>/bewijs/bewijslog.csv")
@requires(Recht.INCIDENT_BEHANDELEN)
def export_bewijs_csv(nummer: str) -> Response:
    incident = get_zaak_or_404(nummer, current_user)
    return csv_response(f"bewijslog {nummer}", _KOPPEN, _export(incident))


@bp.get("/<string:nummer>/bewijs/bewijslog.ods")
@requires(Recht.INCIDENT_BEHANDELEN)
def export_bewijs_ods(nummer: str) -> Response:
    incident = get_zaak_or_404(nummer, current_user)
    return ods_response(f"bewijslog {nummer}", _KOPPEN, _export(incident))


def _create(incident: Incident, form: BewijsForm) -> None:
    bijlage = form.gekozen_bijlage()
    hash_ = bijlage.sha256_origineel if bijlage else ""
    operations.create_bewijsstuk(
        incident,
        form.soort.data,
        form.omschrijving.data or "",
        bijlage,
        form.handeling(Regelsoort.VASTGELEGD, hash_),
        current_user,
        nu(),
    )


def _per_stuk(regels: list[Bewijsregel]) -> list[tuple[Bewijsstuk, list[Bewijsregel]]]:
    stukken: dict[int, tuple[Bewijsstuk, list[Bewijsregel]]] = {}
    for regel in regels:
        stukken.setdefault(regel.bewijsstuk_id, (regel.bewijsstuk, []))[1].append(regel)
    return list(stukken.values())


def _export(incident: Incident) -> Iterator[Rij]:
    """Every line with its seal; that it was taken along is recorded first."""
    log_event(db.session, "geëxporteerd", "incident", incident.id)
    db.session.commit()
    return (
        (
            regel.volgnummer,
            regel.bewijsstuk.nummer,
            regel.bewijsstuk.soort.label,
            regel.bewijsstuk.omschrijving,
            regel.soort.label,
            regel.moment,
            regel.van,
            regel.naar,
            regel.toelichting,
            regel.sha256,
            regel.door.naam,
            regel.vastgelegd_op,
            rules.format_moment(regel.moment),
            regel.door_id,
            regel.zout,
            regel.zegel,
        )
        for regel in list_regels(incident)
    )


def _stand(incident: Incident) -> str:
    return str(onderdelen.telling(incident, "bewijsstukken") or "")


onderdelen.register(
    onderdelen.Onderdeel("bewijs", "Bewijs", "incidenten.list_bewijs", is_behandelaar, _stand)
)
