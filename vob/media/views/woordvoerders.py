"""The people who speak: their list, a person with visiting card, and days off."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.download import content_disposition
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst
from vob.web.qr import qr_svg

from ..forms.onderwerpen import AfwezigForm, WoordvoerderForm
from ..models import Afwezigheid, Woordvoerder
from ..queries import onderwerpen as queries
from ..queries.rooster import diensten_van, has_agendalink
from ..visitekaart import render_vcard
from .blueprint import bp


def get_woordvoerder(id: int) -> Woordvoerder:
    return db.session.get(Woordvoerder, id) or abort(404)


def is_zelf(wie: Woordvoerder) -> bool:
    return bool(wie.gebruiker_id == current_user.id)


def get_own(id: int) -> Woordvoerder:
    """Oneself; or anyone, for who manages."""
    wie = get_woordvoerder(id)
    return wie if is_zelf(wie) or current_user.can(Recht.MEDIA_BEHEREN) else abort(404)


@bp.get("/mensen/")
@requires(Recht.MEDIA_INZIEN)
def list_woordvoerders() -> Answer:
    ook_oud = request.args.get("oud") == "ja" and current_user.can(Recht.MEDIA_BEHEREN)
    stmt = queries.woordvoerder_stmt(ook_oud=ook_oud)
    lijst = read_lijst(stmt, Sortering(Woordvoerder.naam, Woordvoerder.id, aflopend=False))
    return render_template("media/mensen.html", lijst=lijst, ook_oud=ook_oud)


@bp.get("/mensen/<int:id>")
@requires(Recht.MEDIA_INZIEN)
def show_woordvoerder(id: int) -> Answer:
    wie = get_woordvoerder(id)
    kaart = render_vcard(wie, our_organisatie().soort_naam)
    eigen = is_zelf(wie) or current_user.can(Recht.MEDIA_BEHEREN)
    return render_template(
        "media/mens.html",
        wie=wie,
        qr=qr_svg(kaart, f"QR-code met het visitekaartje van {wie.naam}"),
        eigen=eigen,
        is_zelf=is_zelf(wie),
        onderwerpen=queries.onderwerpen_van(id),
        afwezig=queries.list_afwezig(id) if eigen else [],
        diensten=diensten_van(id),
        heeft_agenda=eigen and has_agendalink(id),
    )


@bp.get("/mensen/<int:id>/visitekaart.vcf")
@requires(Recht.MEDIA_INZIEN)
def export_visitekaart(id: int) -> Response:
    kaart = render_vcard(get_woordvoerder(id), our_organisatie().soort_naam)
    response = Response(kaart, content_type="text/vcard; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition("visitekaart.vcf")
    return response


@bp.route("/mensen/nieuw", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def create_woordvoerder() -> Answer:
    form = WoordvoerderForm()
    if form.validate_on_submit() and _is_free(form, None):
        if eerder := form.claim():
            return redirect(eerder, 303)
        wie = Woordvoerder()
        form.fill(wie)
        db.session.add(wie)
        db.session.flush()
        url = form.complete(url_for(".show_woordvoerder", id=wie.id))
        db.session.commit()
        flash("De woordvoerder is toegevoegd.")
        return redirect(url, 303)
    return render_template("media/mens_form.html", form=form, wie=None), form.status


@bp.route("/mensen/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_woordvoerder(id: int) -> Answer:
    wie = get_woordvoerder(id)
    form = WoordvoerderForm(obj=wie)
    if form.validate_on_submit() and not form.is_stale(wie) and _is_free(form, wie):
        form.fill(wie)
        db.session.commit()
        flash("De woordvoerder is opgeslagen.")
        return redirect(url_for(".show_woordvoerder", id=id), 303)
    return render_template("media/mens_form.html", form=form, wie=wie), form.status


def _is_free(form: WoordvoerderForm, wie: Woordvoerder | None) -> bool:
    """An account belongs to one woordvoerder."""
    if form.gebruiker_id.data is None:
        return True
    ander = db.session.query(Woordvoerder).filter_by(gebruiker_id=form.gebruiker_id.data).first()
    if ander is None or ander is wie:
        return True
    form.gebruiker_id.errors = [f"Dit account hoort al bij {ander.naam}."]
    return False


@bp.route("/mensen/<int:id>/afwezig", methods=["GET", "POST"])
@requires(Recht.MEDIA_INZIEN)
def create_afwezigheid(id: int) -> Answer:
    wie = get_own(id)
    form = AfwezigForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        afwezig = Afwezigheid(woordvoerder_id=id)
        form.fill(afwezig)
        db.session.add(afwezig)
        url = form.complete(url_for(".show_woordvoerder", id=id))
        db.session.commit()
        flash("De afwezigheid staat erin. Op die dagen spreekt de vervanger.")
        return redirect(url, 303)
    return render_template("media/afwezig.html", form=form, wie=wie), form.status


@bp.post("/afwezigheid/<int:id>/verwijderen")
@requires(Recht.MEDIA_INZIEN)
def delete_afwezigheid(id: int) -> Answer:
    afwezig = db.session.get(Afwezigheid, id) or abort(404)
    wie = get_own(afwezig.woordvoerder_id)
    db.session.delete(afwezig)
    db.session.commit()
    flash("De afwezigheid is weg.")
    return redirect(url_for(".show_woordvoerder", id=wie.id), 303)
