"""The pages of risk analyses; read by adressen.py, which says what a line means."""

from vob.core.permissions import Rol

C, BEST, G = Rol.COORDINATOR, Rol.BESTUURDER, Rol.GRIFFIER
A, M, BODE = Rol.AMBTSDRAGER, Rol.MEDEWERKER, Rol.BEVEILIGING
_STAPPEN = ("afbakening", "deelnemers", "dreigingen", "score", "bestaand", "maatregelen")
_STAPPEN += ("restrisico", "acceptatie")
R, N = "/risicoanalyse", "risicoanalyse"
_STAP = "form[action*='/stap/']"

NO_PAGE = {
    f"{N}.export_csv": "a download",
    f"{N}.export_ods": "a download",
    f"{N}.export_pdf": "a download; tests/risicoanalyse looks at it",
    f"{N}.export_odt": "a download; tests/risicoanalyse looks at it",
    f"{N}.export_overzicht": "a download; tests/risicoanalyse looks at it",
}
NOTHING_REQUIRED = {
    f"{N}.show_stap": "one can stop at any point, with nothing filled in yet",
    f"{N}.update_lezers": "nobody is a choice",
}
# (endpoint, address, role, what adressen.Adres takes besides): a page, or "form" with its faults.
PAGINAS: tuple[tuple[str, str, Rol, dict[str, object]], ...] = (
    (f"{N}.list_analyses", f"{R}/", C, {}),
    (f"{N}.list_analyses", f"{R}/", M, {}),
    (f"{N}.list_analyses", f"{R}/", A, {}),
    (f"{N}.list_analyses", f"{R}/?welke=vervangen&gebied=999", C, {}),
    (f"{N}.show_analyse", f"{R}/{{analyse}}", C, {}),
    (f"{N}.show_analyse", f"{R}/{{vastgesteld}}", G, {}),
    (f"{N}.show_analyse", f"{R}/{{vastgesteld}}?matrix=na&kans=2&effect=1", BEST, {}),
    (f"{N}.show_analyse", f"{R}/{{wacht}}", BEST, {}),
    (f"{N}.show_analyse", f"{R}/{{verlopen_analyse}}", C, {}),
    (f"{N}.show_analyse", f"{R}/{{persoonlijk}}", A, {}),
    (f"{N}.show_analyse", f"{R}/{{persoonlijk}}", G, {"status": 404}),
    (f"{N}.compare_versies", f"{R}/{{analyse}}/vergelijken", C, {}),
    *(
        (f"{N}.show_stap", f"{R}/{{analyse}}/stap/{stap}", C, {"form": _STAP, "opened": True})
        for stap in _STAPPEN
    ),
    (f"{N}.show_stap", f"{R}/{{persoonlijk}}/stap/afbakening", A, {"form": _STAP}),
    (f"{N}.show_risico", f"{R}/{{vastgesteld}}/risicos/{{vast_risico}}", C, {}),
    (f"{N}.list_risicos", f"{R}/risicos", C, {}),
    (f"{N}.list_risicos", f"{R}/risicos?klasse=4&gebied=999", G, {}),
    (f"{N}.show_overzicht", f"{R}/overzicht", BEST, {}),
    (f"{N}.list_aanbod", f"{R}/aanbod", C, {}),
    (f"{N}.confirm_destroy", f"{R}/{{persoonlijk}}/vernietigen", A, {}),
    (f"{N}.list_operationeel", f"{R}/operationeel/", G, {}),
    (f"{N}.list_operationeel", f"{R}/operationeel/?kleur=groen&terugblik=nodig", M, {}),
    (f"{N}.show_operationeel", f"{R}/operationeel/{{morgen}}", G, {}),
    (f"{N}.show_operationeel", f"{R}/operationeel/{{gisteren}}", C, {}),
    (f"{N}.show_balie", f"{R}/balie", BODE, {}),
    (f"{N}.list_beveiliging", f"{R}/beveiliging/?alles=1", C, {}),
    (f"{N}.list_beveiliging", f"{R}/beveiliging/", BEST, {}),
    (f"{N}.list_scenarios", f"{R}/bibliotheek/?alles=1", C, {}),
    (f"{N}.list_scenarios", f"{R}/bibliotheek/", G, {}),
    (f"{N}.list_voorbeelden", f"{R}/bibliotheek/maatregelen/", C, {}),
    (f"{N}.list_gebieden", f"{R}/bibliotheek/gebieden/", C, {}),
)
_EDIT: dict[str, object] = {"edit": True}
FORMULIEREN: tuple[tuple[str, str, Rol, dict[str, object]], ...] = (
    (f"{N}.create_analyse", f"{R}/nieuw", C, {}),
    (f"{N}.update_risico", f"{R}/{{analyse}}/risicos/{{risico}}/wijzigen", C, _EDIT),
    (f"{N}.create_maatregel", f"{R}/{{analyse}}/risicos/{{risico}}/maatregelen/nieuw", C, {}),
    (f"{N}.update_maatregel", f"{R}/{{analyse}}/maatregelen/{{risicomaatregel}}", C, _EDIT),
    (f"{N}.adopt", f"{R}/{{wacht}}/vaststellen", BEST, {}),
    (f"{N}.send_back", f"{R}/{{wacht}}/terugsturen", BEST, {}),
    (f"{N}.update_lezers", f"{R}/{{persoonlijk}}/meelezers", A, {"empty": 0}),
    (f"{N}.create_operationeel", f"{R}/operationeel/nieuw", G, {}),
    (f"{N}.update_operationeel", f"{R}/operationeel/{{morgen}}/wijzigen", G, _EDIT),
    (f"{N}.look_back", f"{R}/operationeel/{{gisteren}}/terugblik", G, _EDIT),
    (f"{N}.create_beveiliging", f"{R}/beveiliging/nieuw", C, {}),
    (f"{N}.update_beveiliging", f"{R}/beveiliging/{{beveiliging}}", C, _EDIT),
    (f"{N}.create_scenario", f"{R}/bibliotheek/scenarios/nieuw", C, {}),
    (f"{N}.update_scenario", f"{R}/bibliotheek/scenarios/1", C, _EDIT | {"bare": 404}),
    (f"{N}.create_voorbeeld", f"{R}/bibliotheek/maatregelen/nieuw", C, {}),
    (f"{N}.update_voorbeeld", f"{R}/bibliotheek/maatregelen/1", C, _EDIT | {"bare": 404}),
    (f"{N}.create_gebied", f"{R}/bibliotheek/gebieden/nieuw", C, {}),
    (f"{N}.update_gebied", f"{R}/bibliotheek/gebieden/1", C, _EDIT | {"bare": 404}),
)
