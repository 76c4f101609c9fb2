"""What every template may use: the rights, today, how VOB writes a date, and where one can go."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request, url_for
from flask.templating import Environment
from flask_login import current_user
from jinja2 import StrictUndefined

from vob.core.bewijs import Oordeel
from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht

from .formats import FILTERS
from .htmx import is_htmx
from .markdown import linkify_plain, render_markdown


@dataclass(frozen=True)
class Menupunt:
    label: str
    url: str
    huidig: bool


# The order in which a newcomer looks for things. What one may not use is not shown.
_MENU: tuple[tuple[str, str, Recht], ...] = (
    ("Vandaag", "start.show_start", Recht.ACCOUNT_EIGEN),
    ("Checklist", "checklist.list_stappen", Recht.CHECKLIST_INZIEN),
    ("Incidenten", "incidenten.list_incidenten", Recht.INCIDENT_INZIEN),
    ("Mijn meldingen", "incidenten.list_meldingen", Recht.INCIDENT_MELDEN),
    ("Opvang", "incidenten.list_opvang", Recht.OPVANG_GEVEN),
    ("Toegang", "incidenten.list_toegangsontzeggingen", Recht.TOEGANGSONTZEGGING_INZIEN),
    ("Vandaag risicovol", "risicoanalyse.show_balie", Recht.RISICO_BALIE),
    ("Risico’s", "risicoanalyse.list_analyses", Recht.RISICO_OPERATIONEEL),
    ("Media", "media.show_wie_spreekt", Recht.MEDIA_INZIEN),
    ("Keten", "ketenafspraken.list_partners", Recht.KETEN_INZIEN),
    ("Acties", "acties.list_acties", Recht.ACTIE_INZIEN),
    ("Documenten", "documenten.list_documenten", Recht.DOCUMENT_INZIEN),
    ("Steunpunten", "organisatie.list_steunpunten", Recht.STEUNPUNT_INZIEN),
    ("Zoeken", "zoeken.show_zoeken", Recht.ZOEKEN),
    ("Beheer", "beheer.show_beheer", Recht.ORGANISATIE_BEHEREN),
    ("Logboek", "beheer.list_logboek", Recht.AUDIT_INZIEN),
)


def navigatie() -> list[Menupunt]:
    """The main menu of this user, with the room one is in marked."""
    if not current_user.is_authenticated:
        return []
    known, root = current_app.view_functions, request.script_root
    wie = current_user._get_current_object()  # asked for every line of the menu, on every page
    punten = [
        (label, _address(root, endpoint))
        for label, endpoint, recht in _MENU
        if endpoint in known and wie.can(recht)
    ]
    hier = _menu_url_of(request.path, [url for _, url in punten])
    return [Menupunt(label, url, url == hier) for label, url in punten]


def _menu_url_of(pad: str, urls: list[str]) -> str | None:
    """The longest menu address that this path lies under: `/beheer/organisatie/` is in Beheer."""
    rooms = (url for url in urls if pad == url or f"{pad}/".startswith(_folder(url)))
    return max(rooms, key=len, default=None)


def _folder(url: str) -> str:
    """`/` is a page, not the folder of all others."""
    return "//" if url == "/" else url.rstrip("/") + "/"


def adres(endpoint: str) -> str | None:
    """The address of a page; None while that room does not exist."""
    known = endpoint in current_app.view_functions
    return _address(request.script_root, endpoint) if known else None


@lru_cache(maxsize=512)
def _address(_root: str, endpoint: str) -> str:
    """Built once: every page asks it of a dozen endpoints, and the answer is always the same."""
    return url_for(endpoint)


class Omgeving(Environment):
    """Jinja's, for templates that all share the same globals.

    Jinja puts an empty layer over them for each template, and looks through both for every name at
    every import of a macro: one part in ten of the time that a page takes.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined  # a fragment that misses a variable must fail
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        Recht=Recht,
        Oordeel=Oordeel,
        vandaag=vandaag,
        nu=nu,
        is_htmx=is_htmx,
        navigatie=navigatie,
        adres=adres,
    )
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.filters.update(markdown=render_markdown, alinea=linkify_plain)
