"""What all pages of this room share: their blueprint, its tabs, and reading an address."""

from flask import Blueprint, request, url_for
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data.paging import CAP
from vob.web.formats import getal, meervoud

from .. import rules, rules_bijeenkomst

bp = Blueprint("risicoanalyse", __name__, url_prefix="/risicoanalyse")

_TABS: tuple[tuple[str, str, Recht], ...] = (
    ("Analyses", "risicoanalyse.list_analyses", Recht.RISICO_EIGEN),
    ("Bijeenkomsten", "risicoanalyse.list_operationeel", Recht.RISICO_OPERATIONEEL),
    ("Risico’s", "risicoanalyse.list_risicos", Recht.RISICO_INZIEN),
    ("Overzicht", "risicoanalyse.show_overzicht", Recht.RISICO_INZIEN),
    ("Aanbod", "risicoanalyse.list_aanbod", Recht.RISICO_BEHEREN),
    ("Beveiliging", "risicoanalyse.list_beveiliging", Recht.BEVEILIGING_INZIEN),
    ("Bibliotheek", "risicoanalyse.list_scenarios", Recht.RISICO_INZIEN),
)


def _tabs() -> list[tuple[str, str, bool]]:
    """The parts of this room that this user may open."""
    return [
        (label, url_for(endpoint), request.endpoint == endpoint)
        for label, endpoint, recht in _TABS
        if current_user.can(recht)
    ]


# Global, because macros use them too.
bp.add_app_template_global(_tabs, "risicotabs")
bp.add_app_template_global(rules.niveau_label, "niveau_label")
bp.add_app_template_global(rules_bijeenkomst.soort_label, "bijeenkomst_label")


def telling(aantal: int, enkel: str, meer: str) -> str:
    """12 risico’s; 1.000+ risico’s"""
    return f"{getal(CAP)}+ {meer}" if aantal > CAP else meervoud(aantal, enkel, meer)
