"""Lines and questions with their answer: the list, one of them, and what happens to it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.web.access import requires
from vob.web.adres import read_getal, read_keuze
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .. import rules
from ..forms.boodschappen import KernboodschapForm
from ..models import Kernboodschap
from ..operations import boodschappen as operations
from ..queries.boodschappen import Filter, list_stmt
from ..queries.zichtbaar import get_kernboodschap
from ..values import Boodschapsoort, Boodschapstand
from .afstemming import context_of
from .blueprint import bp

_MAANDEN = 3  # how long a new line holds, unless someone says otherwise


@bp.get("/lijnen/")
@requires(Recht.MEDIA_INZIEN)
def list_kernboodschappen() -> Answer:
    beheert = current_user.can(Recht.MEDIA_BEHEREN)
    stand = read_keuze(Boodschapstand, "stand") if beheert else None
    filter = Filter(
        q=request.args.get("q", "").strip(),
        stand=stand or Boodschapstand.GELDIG,
        soort=read_keuze(Boodschapsoort, "soort"),
        onderwerp=request.args.get("over", type=read_getal),
    )
    sortering = Sortering(Kernboodschap.geldig_tot, Kernboodschap.id, aflopend=False)
    return render_template(
        "media/lijnen.html",
        lijst=read_lijst(list_stmt(current_user, filter), sortering),
        filter=filter,
        standen=Boodschapstand,
        soorten=Boodschapsoort,
    )


@bp.get("/lijnen/<int:id>")
@requires(Recht.MEDIA_INZIEN)
def show_kernboodschap(id: int) -> Answer:
    return render_template("media/lijn.html", **_context(get_kernboodschap(id, current_user)))


def _context(lijn: Kernboodschap) -> dict[str, Any]:
    beheert, partijen = current_user.can(Recht.MEDIA_BEHEREN), lijn.onderwerp.partijen
    akkoord = context_of("kernboodschap", lijn.id, mag_vragen=beheert, partijen=partijen)
    return {
        "lijn": lijn,
        "stand": lijn.stand(vandaag()),
        "wacht_op": operations.why_not_yet(lijn, akkoord["afstemmingen"]),
        **akkoord,
    }


@bp.route("/lijnen/nieuw", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def create_kernboodschap() -> Answer:
    form = KernboodschapForm(
        onderwerp_id=request.args.get("over", type=read_getal),
        soort=read_keuze(Boodschapsoort, "soort"),
        geldig_tot=plus_maanden(vandaag(), _MAANDEN),
    )
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        lijn = Kernboodschap(maker_id=current_user.id, gemaakt_op=nu())
        operations.write_kernboodschap(form, lijn)
        url = form.complete(url_for(".show_kernboodschap", id=lijn.id))
        db.session.commit()
        flash("De lijn is gemaakt, als concept. Vraag nu om akkoord.")
        return redirect(url, 303)
    return render_template("media/lijn_form.html", form=form, lijn=None), form.status


@bp.route("/lijnen/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_kernboodschap(id: int) -> Answer:
    lijn = get_kernboodschap(id, current_user)
    rules.check_wijzigen(lijn.status)
    form = KernboodschapForm(obj=lijn)
    if form.validate_on_submit() and not form.is_stale(lijn):
        operations.write_kernboodschap(form, lijn)
        form.discard_concept()
        db.session.commit()
        flash("De lijn is opgeslagen.")
        return redirect(url_for(".show_kernboodschap", id=id), 303)
    return render_template("media/lijn_form.html", form=form, lijn=lijn), form.status


@bp.post("/lijnen/<int:id>/akkoord")
@requires(Recht.MEDIA_BEHEREN)
def agree_kernboodschap(id: int) -> Answer:
    lijn = get_kernboodschap(id, current_user)
    operations.agree_kernboodschap(lijn, nu())
    db.session.commit()
    flash("De lijn geldt. Iedereen ziet hem bij ‘Wie spreekt?’.")
    return redirect(url_for(".show_kernboodschap", id=id), 303)


@bp.post("/lijnen/<int:id>/intrekken")
@requires(Recht.MEDIA_BEHEREN)
def withdraw_kernboodschap(id: int) -> Answer:
    operations.withdraw_kernboodschap(get_kernboodschap(id, current_user))
    db.session.commit()
    flash("De lijn is ingetrokken.")
    return redirect(url_for(".show_kernboodschap", id=id), 303)


@bp.post("/lijnen/<int:id>/opnieuw")
@requires(Recht.MEDIA_BEHEREN)
def copy_kernboodschap(id: int) -> Answer:
    nieuw = operations.copy_kernboodschap(get_kernboodschap(id, current_user), current_user, nu())
    db.session.commit()
    flash("Er is een nieuw concept met dezelfde tekst. Kies tot wanneer het geldt.")
    return redirect(url_for(".update_kernboodschap", id=nieuw.id), 303)
