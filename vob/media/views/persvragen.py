"""Press questions: the log, noting one down, taking the list along, and the figures."""

from collections.abc import Iterator

from flask import Response, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Woorden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst
from vob.web.tables import Rij, csv_response, ods_response

from ..forms.keuzes import choose_onderwerp
from ..forms.persvragen import NoteerForm
from ..models import Persvraag
from ..operations.persvragen import note_persvraag
from ..queries import persvragen as queries
from ..queries.persvragen import read_filters
from ..rules_persvraag import count_maanden, duur
from ..values import Kanaal, Status, Welke, partij_label
from .blueprint import bp

_PAD = "/persvragen"
_KOPPEN = (
    "Nummer",
    "Ontvangen",
    "Kanaal",
    "Medium",
    "Journalist",
    "Onderwerp",
    "Hoort bij",
    "Vraag",
    "Uiterlijk",
    "Status",
    "Behandelaar",
    "Afgestemd met",
    "Antwoord",
    "Antwoord door",
    "Beantwoord op",
    "Reactietijd in minuten",
    "Reden",
    "Gepubliceerd",
    "Adres",
    "Juist weergegeven",
    "Woo-gevoelig",
    "Leerpunt",
)


@bp.get(_PAD)
@requires(Recht.PERSVRAAG_NOTEREN)
def list_persvragen() -> Answer:
    filters = read_filters(request.args)
    lijst = read_lijst(queries.list_stmt(current_user, filters), filters.sortering)
    return render_template(
        "media/persvragen.html",
        lijst=lijst,
        filters=filters,
        welke=Welke,
        statussen=Status,
        moment=nu(),
    )


@bp.route(f"{_PAD}/nieuw", methods=["GET", "POST"])
@requires(Recht.PERSVRAAG_NOTEREN)
def create_persvraag() -> Answer:
    moment = nu()
    form = NoteerForm(ontvangen_op=moment, kanaal=Kanaal.TELEFOON)
    if request.method == "GET" and not form.is_concept:
        form.onderwerp_id.data = request.args.get("over", type=read_getal)
        choose_onderwerp(form.onderwerp_id, "Weet ik nog niet")
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        vraag = note_persvraag(form, current_user, moment)
        url = form.complete(url_for(".show_persvraag", id=vraag.id))
        db.session.commit()
        flash(f"De vraag is genoteerd als {vraag.nummer}.")
        return redirect(url, 303)
    bekend = _known() if current_user.can(Recht.PERSVRAAG_BEHANDELEN) else ([], [])
    return render_template("media/persvraag_nieuw.html", form=form, bekend=bekend), form.status


def _known() -> tuple[list[str], list[str]]:
    """Names and media to choose from while typing."""
    contacten = queries.known_contacten()
    return [naam for naam, _ in contacten], sorted({medium for _, medium in contacten})


@bp.get(f"{_PAD}/export.csv")
@requires(Recht.PERSVRAAG_INZIEN)
def export_persvragen_csv() -> Response:
    return csv_response(f"persvragen {vandaag()}", _KOPPEN, _export())


@bp.get(f"{_PAD}/export.ods")
@requires(Recht.PERSVRAAG_INZIEN)
def export_persvragen_ods() -> Response:
    return ods_response(f"persvragen {vandaag()}", _KOPPEN, _export())


def _export() -> Iterator[Rij]:
    """What the list shows, without what is under embargo; who took it along is recorded first."""
    filters = read_filters(request.args)
    stmt = queries.exportable(current_user, filters)
    log_event(db.session, "geëxporteerd", "persvraag")
    db.session.commit()
    woorden = our_organisatie().woorden
    return (_rij(vraag, woorden) for vraag in queries.read_all(stmt, filters.sortering))


def _afgestemd(vraag: Persvraag, woorden: Woorden) -> str:
    """Which parties were asked and what they said; no names: a file travels."""
    return ", ".join(
        f"{partij_label(a.partij, woorden)} ({a.uitkomst.label.lower()})"
        for a in vraag.afstemmingen
    )


def _rij(vraag: Persvraag, woorden: Woorden) -> Rij:
    tijd = vraag.reactietijd
    return (
        vraag.nummer,
        vraag.ontvangen_op,
        vraag.kanaal.label,
        vraag.medium,
        vraag.journalist,
        vraag.onderwerp.naam if vraag.onderwerp else "",
        vraag.dossier,
        vraag.vraag,
        vraag.uiterlijk,
        vraag.status.label,
        vraag.toegewezen.naam if vraag.toegewezen else "",
        _afgestemd(vraag, woorden),
        vraag.antwoord,
        vraag.antwoord_door,
        vraag.verzonden_op,
        int(tijd.total_seconds() // 60) if tijd is not None else None,
        vraag.reden,
        vraag.gepubliceerd_op,
        vraag.gepubliceerd_link,
        vraag.weergave.label,
        "ja" if vraag.is_woo else "nee",
        vraag.leerpunt,
    )


@bp.get(f"{_PAD}/cijfers")
@requires(Recht.PERSVRAAG_INZIEN)
def show_cijfers() -> Answer:
    jaren = queries.list_jaren(current_user) or [vandaag().year]
    jaar = request.args.get("jaar", type=read_getal)
    jaar = jaar if jaar in jaren else jaren[0]
    maanden = count_maanden(queries.read_jaar(current_user, jaar))
    return render_template("media/cijfers.html", maanden=maanden, jaar=jaar, jaren=jaren, duur=duur)
