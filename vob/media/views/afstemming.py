"""Whose consent something needs: asking, and answering. Used by lines, press questions and
messages about cases."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, flash, redirect, url_for
from flask_login import current_user

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db
from vob.web import objecten
from vob.web.access import requires
from vob.web.htmx import Answer, redirect_to

from ..forms.boodschappen import AkkoordForm, VraagAkkoordForm
from ..models import Afstemming
from ..operations.boodschappen import ask_akkoord
from ..queries.boodschappen import afstemmingen_of
from ..queries.zichtbaar import get_incidentbericht, get_kernboodschap, get_persvraag
from ..values import Partij, Uitkomst
from .blueprint import bp

# Of each kind: how it is found, and who wrote its text.
_SOORTEN: dict[str, tuple[Callable[..., Any], Callable[[Any], int | None]]] = {
    "kernboodschap": (get_kernboodschap, lambda lijn: lijn.maker_id),
    "persvraag": (get_persvraag, lambda vraag: vraag.toegewezen_id),
    "incidentbericht": (get_incidentbericht, lambda bericht: None),
}


def context_of(
    soort: str, ref: int, *, mag_vragen: bool, partijen: Sequence[Partij] = ()
) -> dict[str, Any]:
    """What the card about consent needs. `partijen`: who should be asked for this topic."""
    afstemmingen = afstemmingen_of(soort, ref)
    gevraagd = {a.partij for a in afstemmingen}
    pad = url_for("media.ask_afstemming")
    return {
        "afstemmingen": afstemmingen,
        "nog_vragen": [partij for partij in partijen if partij not in gevraagd],
        "vraag_form": VraagAkkoordForm(pad=pad, soort=soort, ref=ref) if mag_vragen else None,
        "mag_vastleggen": mag_vragen,
        "aan_mij": [
            a
            for a in afstemmingen
            if a.gebruiker_id == current_user.id and a.uitkomst is Uitkomst.GEVRAAGD
        ],
    }


def _find(soort: str, ref: int) -> tuple[Any, int | None]:
    """The object, if this user may see it, and who wrote it."""
    if soort not in _SOORTEN:
        abort(404)
    load, maker = _SOORTEN[soort]
    obj = load(ref, current_user)
    return obj, maker(obj)


@bp.post("/afstemming")
@requires(Recht.MEDIA_BEHEREN)
def ask_afstemming() -> Answer:
    form = VraagAkkoordForm()
    if form.ref.data is None:
        abort(404)
    _, maker = _find(form.soort.data or "", form.ref.data)
    url = objecten.url_of(form.soort.data, form.ref.data) or "/"
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        afstemming = ask_akkoord(form, maker or 0, nu())
        form.complete(url)
        db.session.commit()
        flash(f"{afstemming.wie} is gevraagd." if afstemming.gebruiker else "Opgeschreven.")
    else:
        flash(" ".join(fout for fouten in form.errors.values() for fout in fouten), "bad")
    return redirect_to(f"{url}#afstemming")


@bp.post("/afstemming/<int:id>")
@requires(Recht.MEDIA_INZIEN)
def answer_afstemming(id: int) -> Answer:
    """By who was asked; or recorded by who keeps the lines, and then that shows."""
    afstemming = db.session.get(Afstemming, id) or abort(404)
    _find(afstemming.soort, afstemming.ref)
    if afstemming.gebruiker_id != current_user.id and not current_user.can(Recht.MEDIA_BEHEREN):
        abort(404)
    form = AkkoordForm()
    url = objecten.url_of(afstemming.soort, afstemming.ref) or "/"
    if form.validate_on_submit():
        afstemming.answer(form.uitkomst.data, form.toelichting.data or "", current_user.id, nu())
        db.session.commit()
        flash("Uw antwoord is vastgelegd.")
    else:
        flash("Kies akkoord of niet akkoord.", "bad")
    return redirect_to(f"{url}#afstemming")
