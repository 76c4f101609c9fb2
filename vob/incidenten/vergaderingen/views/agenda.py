"""Meetings from an agenda: first what would change, then, once someone agreed, the change."""

from flask import flash, redirect, render_template, request, url_for

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.web.access import requires
from vob.web.formats import meervoud, opsomming
from vob.web.htmx import Answer

from ...views.blueprint import bp
from .. import agenda
from ..forms_instellingen import AgendaForm
from ..ophalen import fetch_agenda
from ..queries import our_agendabron
from .vergaderingen import PAD, label


@bp.route(f"{PAD}/agenda", methods=["GET", "POST"])
@requires(Recht.VERGADERING_BIJHOUDEN)
def read_agendabestand() -> Answer:
    """A file, or the address that who manages VOB has set. Nothing is stored here."""
    form, weigering = AgendaForm(), ""
    if form.validate_on_submit():
        try:
            return _preview(_content(form))
        except RegelOvertreden as fout:
            weigering = str(fout)
            if "ophalen" not in request.form:
                form.bestand.errors, weigering = [weigering], ""
    return render_template(
        "incidenten/vergaderingen/agenda.html",
        form=form,
        bron=our_agendabron(),
        weigering=weigering,
    ), form.status


def _content(form: AgendaForm) -> bytes:
    """Raises RegelOvertreden."""
    if "ophalen" in request.form:
        bron = our_agendabron()
        if not bron.url:
            raise RegelOvertreden("Er is geen adres ingesteld.")
        return fetch_agenda(bron.url, bron.intern_host)
    if not form.bestand.data or not form.bestand.data.filename:
        raise RegelOvertreden("Kies een agendabestand.")
    inhoud: bytes = form.bestand.data.read()
    return inhoud


def _preview(inhoud: bytes) -> Answer:
    gelezen = agenda.read_vergaderingen(inhoud, vandaag())
    verschil = agenda.compare(gelezen.punten)
    return render_template(
        "incidenten/vergaderingen/agenda_verschil.html",
        gelezen=gelezen,
        verschil=verschil,
        zegel=agenda.seal(gelezen.punten),
        label=label,
    )


@bp.post(f"{PAD}/agenda/overnemen")
@requires(Recht.VERGADERING_BIJHOUDEN)
def import_agenda() -> Answer:
    """Compared once more, with the database as it is now: twice is the same as once."""
    punten = agenda.unseal(request.form.get("zegel", ""))
    begin_write(db.session)
    verschil = agenda.compare(punten)
    agenda.apply(verschil)
    bron = our_agendabron()
    if bron.id is not None:
        bron.gelezen_op = nu()
    db.session.commit()
    delen = [
        meervoud(len(deel), enkel, meer)
        for deel, enkel, meer in (
            (verschil.nieuw, "vergadering toegevoegd", "vergaderingen toegevoegd"),
            (verschil.gewijzigd, "vergadering gewijzigd", "vergaderingen gewijzigd"),
        )
        if deel
    ]
    flash(f"De agenda is overgenomen: {opsomming(delen) if delen else 'er was niets nieuws'}.")
    return redirect(url_for(".list_vergaderingen"), 303)
