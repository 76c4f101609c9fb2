"""The speaking matrix: its list, and a topic."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ..forms.onderwerpen import OnderwerpForm
from ..models import Onderwerp
from ..operations import onderwerpen as operations
from ..queries import onderwerpen as queries
from ..queries import wie
from ..queries.onderwerpen import Filter
from ..queries.zichtbaar import get_onderwerp
from ..values import Welk
from .blueprint import bp


@bp.get("/woordvoerders")
@requires(Recht.MEDIA_INZIEN)
def list_onderwerpen() -> Answer:
    welk = request.args.get("welk", "")
    filter = Filter(
        q=request.args.get("q", "").strip(),
        gebied=request.args.get("gebied", "").strip(),
        welk=Welk(welk) if welk in set(Welk) else None,
    )
    stmt = queries.list_stmt(current_user, filter)
    lijst = read_lijst(stmt, Sortering(Onderwerp.naam, Onderwerp.id, aflopend=False))
    return render_template(
        "media/onderwerpen.html",
        lijst=lijst,
        filter=filter,
        welk=Welk,
        gebieden=queries.list_gebieden(),
        met_lijn=queries.lines_with_current([onderwerp.id for onderwerp in lijst.rijen]),
    )


@bp.post("/woordvoerders/startset")
@requires(Recht.MEDIA_BEHEREN)
def create_startset() -> Answer:
    organisatie = our_organisatie()
    aantal = operations.add_startset(organisatie.type, organisatie.woorden)
    db.session.commit()
    flash(f"{meervoud(aantal, 'onderwerp', 'onderwerpen')} toegevoegd. Loop ze na.")
    return redirect(url_for(".list_onderwerpen"), 303)


@bp.get("/onderwerpen/<int:id>")
@requires(Recht.MEDIA_INZIEN)
def show_onderwerp(id: int) -> Answer:
    onderwerp = get_onderwerp(id, current_user)
    antwoord = wie.read_antwoord(onderwerp, wie.read_stand(nu()))
    return render_template("media/onderwerp.html", onderwerp=onderwerp, antwoord=antwoord)


@bp.route("/onderwerpen/nieuw", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def create_onderwerp() -> Answer:
    form = OnderwerpForm(geldig_van=vandaag())
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        onderwerp = Onderwerp()
        operations.fill_onderwerp(form, onderwerp)
        db.session.add(onderwerp)
        db.session.flush()
        url = form.complete(url_for(".show_onderwerp", id=onderwerp.id))
        db.session.commit()
        flash("Het onderwerp is toegevoegd.")
        return redirect(url, 303)
    return render_template("media/onderwerp_form.html", form=form, onderwerp=None), form.status


@bp.route("/onderwerpen/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_onderwerp(id: int) -> Answer:
    onderwerp = get_onderwerp(id, current_user)
    form = OnderwerpForm(obj=onderwerp)
    if form.validate_on_submit() and not form.is_stale(onderwerp):
        operations.update_onderwerp(form, onderwerp)
        form.discard_concept()
        db.session.commit()
        flash("Het onderwerp is opgeslagen.")
        return redirect(url_for(".show_onderwerp", id=id), 303)
    return render_template("media/onderwerp_form.html", form=form, onderwerp=onderwerp), form.status


@bp.post("/onderwerpen/<int:id>/verwijderen")
@requires(Recht.MEDIA_BEHEREN)
def remove_onderwerp(id: int) -> Answer:
    operations.delete_onderwerp(get_onderwerp(id, current_user))
    db.session.commit()
    flash("Het onderwerp is verwijderd.")
    return redirect(url_for(".list_onderwerpen"), 303)
