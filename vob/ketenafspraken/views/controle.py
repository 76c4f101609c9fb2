"""The round of checking: what is due, who does it, and what partners answered."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import TZ, nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.organisatie.models import Steunpunt
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.formats import meervoud
from vob.web.htmx import Answer

from .. import controle, vragen
from ..forms import VerdeelForm
from ..models import Controlepunt, Controleronde, Controlevraag
from ..values import Vraagstatus
from .blueprint import bp


def _open_ronde() -> Controleronde:
    return controle.open_ronde() or abort(404)


@bp.get("/controle")
@requires(Recht.KETEN_INZIEN)
def show_controle() -> Answer:
    return _render()


def _render(form: VerdeelForm | None = None) -> str:
    """What is due, or what a round would hold. Others see only what they were given."""
    ronde = controle.open_ronde()
    alle = controle.list_punten(ronde) if ronde else []
    leest = current_user.can(Recht.KETEN_VERTROUWELIJK)
    beheert = current_user.can(Recht.KETEN_BEHEREN)
    mijn = not leest or request.args.get("wie") == "ik"
    punten = [punt for punt in alle if not mijn or punt.punt.voor_id == current_user.id]
    vooruit = leest and ronde is None
    if ronde and beheert:
        form = form or VerdeelForm(pad=url_for(".assign_punten"))
    return render_template(
        "ketenafspraken/controle.html",
        ronde=ronde,
        vorige=controle.last_ronde() if vooruit else None,
        punten=punten,
        mijn=mijn,
        stand=controle.count_punten(alle if leest else punten),
        gevraagd=controle.asked([p.punt.contact_id for p in punten if p.punt.contact_id]),
        antwoorden=controle.waiting_answers() if beheert else [],
        verschillen=vragen.differences,
        nu_te_doen=controle.due_contacts(vandaag()) if vooruit else [],
        steunpunten=controle.due_steunpunten(vandaag()) if vooruit else [],
        form=form,
    )


@bp.post("/controle/starten")
@requires(Recht.KETEN_BEHEREN)
def start_ronde() -> Answer:
    ronde = controle.start_ronde(vandaag(), current_user.id)
    db.session.commit()
    flash(f"De ronde is gestart, met {meervoud(len(ronde.punten), 'nummer', 'nummers')}.")
    return redirect(url_for(".show_controle"), 303)


@bp.post("/controle/verdelen")
@requires(Recht.KETEN_BEHEREN)
def assign_punten() -> Answer:
    """Give the points that were ticked to one person."""
    ronde, form = _open_ronde(), VerdeelForm()
    gekozen = request.form.getlist("punt", type=read_getal)
    if form.validate_on_submit() and gekozen:
        aantal = controle.assign(ronde, gekozen, form.voor_id.data)
        db.session.commit()
        flash(f"{meervoud(aantal, 'nummer', 'nummers')} verdeeld.")
        return redirect(url_for(".show_controle"), 303)
    if not gekozen:
        form.form_errors.append("Kies eerst welke nummers u verdeelt.")
    return _render(form), 422


@bp.post("/controle/vragen")
@requires(Recht.KETEN_BEHEREN)
def ask_all() -> Answer:
    """Mail everyone in the round who has an address and was not asked in it yet."""
    ronde = _open_ronde()
    begin_write(db.session)
    open_ = [punt.punt for punt in controle.list_punten(ronde) if not punt.is_gedaan]
    gevraagd = controle.asked([punt.contact_id for punt in open_ if punt.contact_id])
    aantal = 0
    for punt in open_:
        if _may_ask(punt, gevraagd) and punt.contact is not None:
            vragen.ask(punt.contact, current_user.id)
            aantal += 1
    db.session.commit()
    if aantal:
        flash(f"Aan {meervoud(aantal, 'contact', 'contacten')} is gevraagd of alles nog klopt.")
    else:
        flash("Er is niemand meer om het per mail te vragen. Bel deze nummers zelf.", "warn")
    return redirect(url_for(".show_controle"), 303)


def _may_ask(punt: Controlepunt, gevraagd: dict[int, Controlevraag]) -> bool:
    """Once a round: nobody likes a second mail about the same."""
    contact = punt.contact
    if contact is None or not contact.email or not contact.partner.is_actief:
        return False
    eerder = gevraagd.get(contact.id)
    if eerder is None or eerder.status is Vraagstatus.INGETROKKEN:
        return True
    return eerder.status is not Vraagstatus.WACHT and (
        eerder.gevraagd_op.astimezone(TZ).date() < punt.ronde.begonnen_op
    )


@bp.post("/controle/punten/<int:id>/gecontroleerd")
@requires(Recht.KETEN_INZIEN)
def check_punt(id: int) -> Answer:
    """Done in one press, by who manages the chain or by who was given this point."""
    punt = db.session.get(Controlepunt, id) or abort(404)
    if punt.voor_id != current_user.id and not current_user.can(Recht.KETEN_BEHEREN):
        abort(404)
    if punt.contact is not None:
        punt.contact.check(vandaag(), current_user.id)
    elif isinstance(punt.steunpunt, Steunpunt):
        punt.steunpunt.gecontroleerd_op = vandaag()
    db.session.commit()
    return redirect(url_for(".show_controle", _anchor="punten"), 303)


@bp.post("/controle/afronden")
@requires(Recht.KETEN_BEHEREN)
def close_ronde() -> Answer:
    """Also with points left: they come back in the next round, and the proof keeps saying so."""
    _open_ronde().afgesloten_op = vandaag()
    db.session.commit()
    flash("De ronde is afgerond. Wat nog open stond, komt terug in de volgende ronde.")
    return redirect(url_for(".show_controle"), 303)


@bp.post("/controle/antwoorden/<int:id>")
@requires(Recht.KETEN_BEHEREN)
def settle_antwoord(id: int) -> Answer:
    """Take over what a partner answered, or not."""
    vraag = db.session.get(Controlevraag, id) or abort(404)
    if request.form.get("naar") == "overnemen":
        vragen.accept(vraag, current_user.id, nu())
        flash("Overgenomen. Het contact is vandaag gecontroleerd.")
    elif request.form.get("naar") == "niet":
        vragen.reject(vraag, current_user.id, nu())
        flash("Niet overgenomen. Het contact blijft zoals het was.")
    else:
        raise RegelOvertreden("Kies of u het antwoord overneemt.")
    db.session.commit()
    return redirect(url_for(".show_controle"), 303)
