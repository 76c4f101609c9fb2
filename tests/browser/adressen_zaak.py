"""Addresses of the case and the overviews of the register; `adressen` adds them to its own."""

from collections.abc import Callable
from typing import Any, TypeVar

from vob.core.permissions import Rol

A = TypeVar("A")
C, M, W, GR, AMBT = Rol.COORDINATOR, Rol.MEDEWERKER, Rol.WOORDVOERDER, Rol.GRIFFIER, Rol.AMBTSDRAGER

NO_PAGE = {
    "incidenten.export_bewijs_csv": "a download; tests/incidenten/bewijsstukken looks at it",
    "incidenten.export_bewijs_ods": "idem",
    "incidenten.export_cijfers": "a download; tests/incidenten/cijfers looks at it",
}
NOTHING_REQUIRED = {
    "incidenten.show_analyse": "what is not known yet may be stored",
}
PAGE, FORM = False, True
# Whether it has a form, its endpoint, its address below /incidenten, its role, and what more.
LINES: tuple[tuple[bool, str, str, Rol, dict[str, Any]], ...] = (
    (PAGE, "show_bord", "bord", C, {}),
    (PAGE, "show_bord", "bord", GR, {}),
    (PAGE, "show_bord", "bord", M, {"status": 403}),
    (PAGE, "list_alle_termijnen", "termijnen", C, {}),
    (PAGE, "list_alle_termijnen", "termijnen?urgentie=later&soort=cjib&van=mij", C, {}),
    (FORM, "show_termijnen", "{zaak}/termijnen", C, {}),
    (PAGE, "show_termijnen", "{zaak}/termijnen", M, {"status": 403}),
    (FORM, "stop_termijn", "{zaak}/termijnen/{zaaktermijn}", C, {}),
    (PAGE, "show_protocol", "{zaak}/protocol", C, {"opened": True}),
    (PAGE, "show_protocol", "{geheim}/protocol", GR, {"status": 404}),
    (FORM, "show_analyse", "{zaak}/analyse", C, {"edit": True, "empty": 0, "opened": True}),
    (FORM, "list_bewijs", "{zaak}/bewijs", C, {}),
    (PAGE, "list_bewijs", "{van_ander}/bewijs", C, {}),
    (FORM, "show_bewijsstuk", "{zaak}/bewijs/1", C, {}),
    (FORM, "show_verbanden", "{zaak}/verbanden", C, {"form": "#koppelen form", "opened": True}),
    (PAGE, "list_dossiers", "dossiers/", C, {}),
    (FORM, "show_dossier", "dossiers/{dossier}", C, {"edit": True}),
    (FORM, "show_vrijgave", "{zaak}/communicatie", C, {}),
    (PAGE, "show_vrijgave", "{zaak}/communicatie", W, {}),
    (PAGE, "list_vrijgaven", "communicatie", W, {}),
    (PAGE, "list_vrijgaven", "communicatie", M, {}),
    (FORM, "show_register", "veroorzakers/", C, {}),
    (FORM, "decide_register", "veroorzakers/besluit", C, {}),
    (FORM, "show_veroorzaker", "veroorzakers/{veroorzaker}", C, {"edit": True}),
    (FORM, "link_veroorzaker", "{zaak}/veroorzaker", C, {}),
    (PAGE, "list_strafbare_feiten", "strafbare-feiten", C, {}),
    (FORM, "update_feit", "strafbare-feiten/285", C, {"edit": True}),
    (PAGE, "list_besprekingen", "besprekingen/", C, {}),
    (FORM, "create_bespreking", "besprekingen/nieuw", C, {}),
    (PAGE, "show_bespreking", "besprekingen/{bespreking}", C, {}),
    (FORM, "update_bespreking", "besprekingen/{bespreking}/wijzigen", C, {"edit": True}),
    (PAGE, "show_cijfers", "cijfers", C, {}),
    (PAGE, "show_cijfers", "cijfers", AMBT, {}),
)


def make(adres: Callable[..., A], form: Callable[..., A]) -> list[A]:
    return [
        (form if is_form else adres)(f"incidenten.{endpoint}", f"/incidenten/{pad}", rol, **more)
        for is_form, endpoint, pad, rol, more in LINES
    ]
