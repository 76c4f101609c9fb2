"""Logo and colours: changed here, served here to everyone, logged in or not."""

from flask import Response, abort, flash, redirect, render_template, url_for

from vob.core.errors import BestandGeweigerd
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import public, requires
from vob.web.htmx import Answer

from .. import rules
from ..forms import HuisstijlForm
from ..operations import set_logo, stored_organisatie
from ..queries import our_organisatie
from .blueprint import bp

EEN_JAAR = "public, max-age=31536000, immutable"  # the address names the version


@bp.route("/beheer/organisatie/huisstijl", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def change_huisstijl() -> Answer:
    organisatie = our_organisatie()
    form = HuisstijlForm(obj=organisatie)
    if form.validate_on_submit() and not form.is_stale(organisatie) and _save(form):
        db.session.commit()
        flash("De huisstijl is opgeslagen.")
        return redirect(url_for(".change_huisstijl"), 303)
    return render_template("organisatie/huisstijl.html", form=form), form.status


def _save(form: HuisstijlForm) -> bool:
    organisatie = stored_organisatie()
    if form.logobestand.data:
        try:
            set_logo(organisatie, form.logobestand.data)
        except BestandGeweigerd as fault:
            form.logobestand.errors = [str(fault)]
            return False
    organisatie.kleur = form.kleur.data or ""
    organisatie.kleur_donker = form.kleur_donker.data or ""
    return True


@bp.post("/beheer/organisatie/huisstijl/logo-verwijderen")
@requires(Recht.ORGANISATIE_BEHEREN)
def delete_logo() -> Answer:
    organisatie = stored_organisatie()
    organisatie.logo, organisatie.logo_type = None, ""
    db.session.commit()
    flash("Het logo is verwijderd.")
    return redirect(url_for(".change_huisstijl"), 303)


@bp.get("/organisatie/logo")
@public
def show_logo() -> Answer:
    organisatie = our_organisatie()
    if not organisatie.logo:
        abort(404)
    return _immutable(Response(organisatie.logo, mimetype=organisatie.logo_type))


@bp.get("/organisatie/thema.css")
@public
def show_huisstijl() -> Answer:
    """The accent tokens of NL Design System in our colours: checked values, nothing else."""
    organisatie = our_organisatie()
    if not organisatie.kleur:
        abort(404)
    tokens = rules.house_style(organisatie.kleur, organisatie.kleur_donker)
    lines = (f"--basis-color-accent-1-{name}: {value};" for name, value in tokens.items())
    return _immutable(Response(":root {\n" + "\n".join(lines) + "\n}\n", mimetype="text/css"))


def _immutable(response: Response) -> Response:
    response.headers["Cache-Control"] = EEN_JAAR
    return response
