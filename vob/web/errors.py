"""Every refusal looks the same: a page for a browser, a message for htmx."""

import logging

from flask import Flask, Response, current_app, make_response, render_template
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from vob.core.errors import AndersGewijzigd, RegelOvertreden
from vob.data import db

from .access import page_before
from .htmx import is_htmx
from .pdf import PdfNietGelukt

LOG = logging.getLogger("vob")

MELDINGEN = {
    400: "De aanvraag klopt niet. Ververs de pagina en probeer het opnieuw.",
    403: "U heeft geen recht om dit te doen. Denkt u van wel? Vraag het de beheerder.",
    404: "Deze pagina bestaat niet, of is niet voor u bestemd.",
    405: "Dat kan op deze pagina niet.",
    413: "Dit is te groot. Een bestand mag 25 MB zijn, een tekst 2 MB.",
    429: "U deed dit te vaak achter elkaar. Wacht even en probeer het opnieuw.",
}
ONVERWACHT = (
    "Er ging iets mis. De fout is vastgelegd. Probeer het over een paar minuten opnieuw; "
    "blijft het misgaan, bel dan de beheerder."
)
_TERUG = {400, 409, 413, 429}  # the page one came from still works
FORMULIER_VERLOPEN = "Dit formulier is verlopen. Ververs de pagina en verstuur het opnieuw."
OPSLAG = (
    "Opslaan lukt nu niet. Wat u typte staat nog in het formulier: ga terug en probeer het "
    "over een minuut opnieuw."
)


def _render(code: int, melding: str) -> Response:
    template = "errors/_melding.html" if is_htmx() else "errors/page.html"
    terug = page_before() if code in _TERUG else None
    page = render_template(template, code=code, melding=melding, terug=terug)
    return _retarget(make_response(page, code))


def _retarget(response: Response) -> Response:
    """For htmx: leave the row as it was; say it where every refusal is said."""
    if is_htmx():
        response.headers["HX-Retarget"] = "#melding"
        response.headers["HX-Reswap"] = "outerHTML"
        response.headers["HX-Reselect"] = "#melding"  # whatever part the element had asked for
        response.headers["HX-Push-Url"] = "false"  # a refusal is not a place to be
    return response


def _http_error(error: HTTPException) -> Response:
    if error.response is not None:  # abort(response): a view made its own answer
        return make_response(error.response)
    code = error.code or 500
    return _render(code, MELDINGEN.get(code, ONVERWACHT))


def _csrf_error(error: CSRFError) -> Response:
    return _render(400, FORMULIER_VERLOPEN)


def _rule_broken(error: RegelOvertreden) -> Response:
    db.session.rollback()
    return _render(409, str(error))


def _stale(error: StaleDataError) -> Response:
    """Two people saved within the same moment; the second one hears it."""
    db.session.rollback()
    return _render(409, str(AndersGewijzigd()))


def _database_error(error: DBAPIError) -> Response:
    """Disk full, read-only, locked, gone: a calm sentence, and the log has the reason.

    A page that asks nothing of the database, so past every context processor.
    """
    db.session.rollback()
    LOG.exception("database")
    name = "errors/_melding.html" if is_htmx() else "errors/storing.html"
    page = current_app.jinja_env.get_template(name).render(melding=OPSLAG)
    return _retarget(make_response(page, 503))


def _pdf_failed(error: PdfNietGelukt) -> Response:
    return _render(503, str(error))


def _unexpected(error: Exception) -> Response:
    db.session.rollback()
    LOG.exception("unexpected")
    return _render(500, ONVERWACHT)


def init_app(app: Flask) -> None:
    app.register_error_handler(CSRFError, _csrf_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(RegelOvertreden, _rule_broken)
    app.register_error_handler(StaleDataError, _stale)
    app.register_error_handler(DBAPIError, _database_error)
    app.register_error_handler(PdfNietGelukt, _pdf_failed)
    app.register_error_handler(Exception, _unexpected)
