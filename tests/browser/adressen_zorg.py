"""Addresses of care, aangifte, measures, damage and evaluation; `adressen` adds them to its own."""

from collections.abc import Callable
from typing import TypeVar

from vob.core.permissions import Rol

A = TypeVar("A")
C, M, BEST, GR = Rol.COORDINATOR, Rol.MEDEWERKER, Rol.BESTUURDER, Rol.GRIFFIER
ZAAK = "/incidenten/{zaak}"
I = "incidenten."  # noqa: E741 - the blueprint, in a table that is full of it

NO_PAGE = {
    "incidenten.export_aangifte": "a download; tests/incidenten/aangifte looks at it",
    "incidenten.export_brief": "a download; tests/incidenten/maatregelen looks at it",
    "incidenten.export_brief_odt": "idem",
}
NOTHING_REQUIRED = {
    "incidenten.update_aangifte": "nothing is known yet, and that may be stored",
    "incidenten.create_moment": "what comes next is filled in already",
    "incidenten.update_maatregel": "a measure in preparation may be empty",
    "incidenten.decide_maatregel": "which button was pressed is the answer",
    "incidenten.update_claim": "everything has a value already",
    "incidenten.review_maatregel": "the outcome has a value already",
    "incidenten.create_maatregel": "the first kind is a choice",
    "incidenten.update_opvanglid": "everything has a value already",
    "incidenten.update_soort": "no basis is a choice",
}


_STANDEN = ("concept", "voorgelegd", "genomen", "afgewezen")


def make(adres: Callable[..., A], form: Callable[..., A]) -> tuple[A, ...]:
    """A line per page and state, by the two makers of `adressen`."""
    return _opvang(adres, form) + _maatregelen(adres, form) + _schade(adres, form)


def _opvang(adres: Callable[..., A], form: Callable[..., A]) -> tuple[A, ...]:
    return (
        adres(I + "show_opvang", f"{ZAAK}/opvang", C),
        adres(I + "show_opvang", f"{ZAAK}/opvang", M),
        adres(I + "show_opvang", f"{ZAAK}/opvang", Rol.OPVANG),
        adres(I + "show_opvang", f"{ZAAK}/opvang", GR, 404),
        adres(I + "list_opvang", "/incidenten/opvang", Rol.OPVANG),
        form(I + "create_traject", f"{ZAAK}/opvang/nieuw", C),
        form(I + "assign_opvangpersoon", f"{ZAAK}/opvang/{{traject}}/opvangpersoon", C),
        form(I + "create_moment", f"{ZAAK}/opvang/{{traject}}/momenten/nieuw", Rol.OPVANG, empty=0),
        adres(I + "list_opvangteam", "/incidenten/opvangteam", C),
        form(I + "create_opvanglid", "/incidenten/opvangteam/nieuw", C),
        form(I + "update_opvanglid", "/incidenten/opvangteam/{lid}", C, edit=True, empty=0),
        adres(I + "show_aangifte", f"{ZAAK}/aangifte", C),
        form(I + "update_aangifte", f"{ZAAK}/aangifte/wijzigen", C, edit=True, empty=0),
        form(I + "create_klacht", f"{ZAAK}/aangifte/klachten/nieuw", C),
        form(I + "update_klacht", f"{ZAAK}/aangifte/klachten/{{klacht}}", C, edit=True),
    )


def _maatregelen(adres: Callable[..., A], form: Callable[..., A]) -> tuple[A, ...]:
    m = ZAAK + "/maatregelen"
    return (
        adres(I + "list_alle_maatregelen", "/incidenten/maatregelen", C),
        adres(I + "list_alle_maatregelen", "/incidenten/maatregelen?welke=besluit", BEST),
        adres(I + "show_maatregelen", m, C),
        form(I + "create_maatregel", f"{m}/nieuw", C, empty=0),
        form(I + "update_maatregel", f"{m}/{{maatregel_concept}}/wijzigen", C, edit=True, empty=0),
        *(adres(I + "show_maatregel", f"{m}/{{maatregel_{s}}}", C) for s in _STANDEN),
        adres(I + "show_maatregel", f"{m}/{{maatregel_voorgelegd}}", BEST),
        adres(I + "show_maatregel", f"{m}/{{maatregel_concept}}", BEST, 404),
        form(I + "decide_maatregel", f"{m}/{{maatregel_voorgelegd}}/besluit", BEST, empty=0),
        form(I + "withdraw_maatregel", f"{m}/{{maatregel_concept}}/stoppen", C),
        form(I + "announce_maatregel", f"{m}/{{maatregel_genomen}}/bekendmaken", C),
        form(I + "lift_maatregel", f"{m}/{{maatregel_genomen}}/opheffen", C),
        form(I + "review_maatregel", f"{m}/{{maatregel_genomen}}/toets", C, empty=0),
        form(I + "create_overtreding", f"{m}/{{maatregel_genomen}}/overtreding", C),
        form(I + "update_bezwaar", f"{m}/{{maatregel_genomen}}/bezwaar", C, edit=True),
        adres(I + "list_toegangsontzeggingen", "/incidenten/toegangsontzeggingen", Rol.BEVEILIGING),
        adres(I + "list_toegangsontzeggingen", "/incidenten/toegangsontzeggingen", C, 403),
        adres(I + "list_soorten", "/incidenten/maatregelen/soorten", C),
        form(
            I + "update_soort",
            "/incidenten/maatregelen/soorten/{soort}",
            C,
            edit=True,
            empty=0,
        ),
        adres(I + "show_ladder", "/incidenten/maatregelen/ladder", C),
        form(I + "update_trede", "/incidenten/maatregelen/ladder/2", C),
    )


def _schade(adres: Callable[..., A], form: Callable[..., A]) -> tuple[A, ...]:
    return (
        adres(I + "list_schade", f"{ZAAK}/schade", C),
        adres(I + "list_schade", f"{ZAAK}/schade", M),
        form(I + "create_claim", f"{ZAAK}/schade/nieuw", C),
        adres(I + "show_claim", f"{ZAAK}/schade/{{claim}}", C),
        adres(I + "show_claim", f"{ZAAK}/schade/{{claim}}", M),
        form(I + "update_claim", f"{ZAAK}/schade/{{claim}}/wijzigen", C, edit=True, empty=0),
        form(I + "add_post", f"{ZAAK}/schade/{{claim}}/posten", C),
        form(I + "add_betaling", f"{ZAAK}/schade/{{claim}}/betalingen", C),
        adres(I + "show_evaluatie", f"{ZAAK}/evaluatie", C),
        form(I + "update_evaluatie", f"{ZAAK}/evaluatie/wijzigen", C, edit=True),
        form(I + "create_verbeterpunt", f"{ZAAK}/evaluatie/verbeterpunten", C),
    )
