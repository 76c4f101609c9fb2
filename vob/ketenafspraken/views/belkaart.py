"""The belkaart: on a screen, on paper in two sizes, and kept by a phone for without a network.

What a phone keeps is a page of its own (`show_los`): the public part, without the name of who
looked, without a menu and without a token.
"""

from flask import Response, current_app, render_template, url_for

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import public, requires
from vob.web.adres import read_keuze
from vob.web.htmx import Answer
from vob.web.pdf import pdf_response
from vob.web.qr import qr_svg
from vob.web.static import STATIC

from ..belkaart import read_belkaart
from ..values import Kaart
from .blueprint import bp


def _render(template: str, *, is_vol: bool, **meer: object) -> str:
    adres = current_app.config["BASE_URL"].rstrip("/") + url_for(".show_belkaart")
    return render_template(
        template,
        kaart=read_belkaart(vandaag(), is_vol=is_vol),
        qr=qr_svg(adres, "QR-code naar de actuele belkaart"),
        adres_kaart=adres,
        **meer,
    )


@bp.get("/belkaart")
@requires(Recht.KETEN_INZIEN)
def show_belkaart() -> Answer:
    return _render("ketenafspraken/belkaart.html", is_vol=False)


@bp.get("/belkaart-vertrouwelijk")
@requires(Recht.KETEN_VERTROUWELIJK)
def show_vertrouwelijk() -> Answer:
    log_event(db.session, "ingezien", "contact", belkaart=True)
    db.session.commit()
    return _render("ketenafspraken/belkaart.html", is_vol=True)


@bp.get("/belkaart/los")
@requires(Recht.KETEN_INZIEN)
def show_los() -> Answer:
    """What a phone keeps: nothing in it belongs to who asked for it."""
    return _render("ketenafspraken/belkaart_los.html", is_vol=False)


@bp.get("/belkaart.pdf")
@requires(Recht.KETEN_INZIEN)
def export_belkaart() -> Response:
    return _pdf(is_vol=False)


@bp.get("/belkaart-vertrouwelijk.pdf")
@requires(Recht.KETEN_VERTROUWELIJK)
def export_vertrouwelijk() -> Response:
    log_event(db.session, "geëxporteerd", "contact", belkaart=True)
    return _pdf(is_vol=True)


def _pdf(*, is_vol: bool) -> Response:
    formaat = read_keuze(Kaart, "formaat") or Kaart.A4
    html = _render("ketenafspraken/belkaart_pdf.html", is_vol=is_vol, formaat=formaat)
    db.session.commit()  # nothing stays open while the PDF is made
    naam = "Belkaart vertrouwelijk" if is_vol else "Belkaart"
    return pdf_response(html, f"{naam} {formaat.label.lower()}.pdf")


@bp.get("/belkaart.js")
@public
def show_bewaker() -> Response:
    """The script that keeps the card. It stands here, because it may keep no page above its own
    folder; it holds no data."""
    response = Response((STATIC / "js" / "belkaart.js").read_bytes(), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response
