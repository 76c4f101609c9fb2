"""The pages of the media room, for `adressen.py`."""

from collections.abc import Callable
from typing import Any, TypeVar

from vob.core.permissions import Rol

BERICHT = "/media/incidentberichten/{incidentbericht}"
T = TypeVar("T")
W, C, M, BEST = Rol.WOORDVOERDER, Rol.COORDINATOR, Rol.MEDEWERKER, Rol.BESTUURDER
NO_PAGE_MEDIA = {
    "media.export_visitekaart": "a download",
    "media.export_rooster": "a file for an agenda; tests/media looks at it",
    "media.export_persvragen_csv": "a download",
    "media.export_persvragen_ods": "a download",
}
NOTHING_REQUIRED_MEDIA = {
    "media.make_agendalink": "nothing is asked",
    "media.update_incidentbericht": "a draft may be empty",
    "media.update_afloop": "what is not known yet stays empty",
}


PAGE, FORM = False, True
# Whether it has a form, its endpoint, an address, its widest role, and what more `Adres` knows.
LINES: tuple[tuple[bool, str, str, Rol, dict[str, Any]], ...] = (
    (PAGE, "show_wie_spreekt", "/media/", M, {}),
    (PAGE, "show_wie_spreekt", "/media/", W, {}),
    (PAGE, "show_wie_spreekt", "/media/?q=asielopvamg", M, {"opened": True}),
    (PAGE, "show_wie_spreekt", "/media/?q=bestaatnergens", M, {}),
    (PAGE, "show_wie_spreekt", "/media/?onderwerp={onderwerp}", W, {}),
    (PAGE, "list_onderwerpen", "/media/woordvoerders", W, {}),
    (PAGE, "list_onderwerpen", "/media/woordvoerders?welk=gaten", M, {}),
    (PAGE, "list_onderwerpen", "/media/woordvoerders?welk=verlopen&gebied=niets", W, {}),
    (PAGE, "show_onderwerp", "/media/onderwerpen/{onderwerp}", W, {}),
    (PAGE, "show_onderwerp", "/media/onderwerpen/{onderwerp}", M, {}),
    (FORM, "create_onderwerp", "/media/onderwerpen/nieuw", W, {}),
    (FORM, "update_onderwerp", "/media/onderwerpen/{onderwerp}/wijzigen", W, {"edit": True}),
    (PAGE, "list_woordvoerders", "/media/mensen/", M, {}),
    (PAGE, "list_woordvoerders", "/media/mensen/?oud=ja", W, {}),
    (PAGE, "show_woordvoerder", "/media/mensen/{spreker}", W, {}),
    (PAGE, "show_woordvoerder", "/media/mensen/{spreker}", M, {}),
    (FORM, "create_woordvoerder", "/media/mensen/nieuw", W, {}),
    (FORM, "update_woordvoerder", "/media/mensen/{spreker}/wijzigen", W, {"edit": True}),
    (FORM, "create_afwezigheid", "/media/mensen/{spreker}/afwezig", W, {}),
    (PAGE, "make_agendalink", "/media/mensen/{spreker}/agenda", W, {}),
    (PAGE, "make_agendalink", "/media/mensen/{spreker}/agenda", M, {"status": 404}),
    (PAGE, "show_rooster", "/media/rooster/", W, {}),
    (PAGE, "show_rooster", "/media/rooster/?week=2027-05-03", M, {}),
    (FORM, "create_dienst", "/media/rooster/nieuw", W, {}),
    (FORM, "update_dienst", "/media/rooster/{dienst}", W, {"edit": True}),
    (FORM, "fill_rooster", "/media/rooster/vullen", W, {}),
    (FORM, "import_dagen", "/media/rooster/inlezen", W, {}),
    (FORM, "create_ruil", "/media/rooster/{dienst}/ruilen", W, {}),
    (PAGE, "create_ruil", "/media/rooster/{dienst}/ruilen", M, {"status": 404}),
    (FORM, "show_ruil", "/media/ruil/{ruil}", BEST, {}),
    (PAGE, "show_ruil", "/media/ruil/{ruil}", W, {}),
    (PAGE, "list_kernboodschappen", "/media/lijnen/", M, {}),
    (PAGE, "list_kernboodschappen", "/media/lijnen/?stand=verlopen", W, {}),
    (PAGE, "list_kernboodschappen", "/media/lijnen/?q=staatnergens&soort=vraag", W, {}),
    (PAGE, "show_kernboodschap", "/media/lijnen/{lijn}", W, {"opened": True}),
    (PAGE, "show_kernboodschap", "/media/lijnen/{lijn}", BEST, {}),
    (PAGE, "show_kernboodschap", "/media/lijnen/{lijn}", M, {"status": 404}),
    (PAGE, "show_kernboodschap", "/media/lijnen/{lijn_oud}", W, {}),
    (PAGE, "show_kernboodschap", "/media/lijnen/{lijn_nu}", M, {}),
    (FORM, "create_kernboodschap", "/media/lijnen/nieuw", W, {}),
    (FORM, "update_kernboodschap", "/media/lijnen/{lijn}/wijzigen", W, {"edit": True}),
    (PAGE, "list_incidentberichten", "/media/incidentberichten/", C, {}),
    (PAGE, "list_incidentberichten", "/media/incidentberichten/", M, {}),
    (PAGE, "show_incidentbericht", BERICHT, W, {}),
    (PAGE, "show_incidentbericht", BERICHT, C, {}),
    (PAGE, "show_incidentbericht", BERICHT, M, {"status": 404}),
    (PAGE, "list_van_zaak", "/media/zaken/{zaak}", C, {}),
    (PAGE, "list_van_zaak", "/media/zaken/{zaak}", Rol.GRIFFIER, {"status": 404}),
    (FORM, "create_incidentbericht", "/media/incidentberichten/nieuw", C, {}),
    (FORM, "update_incidentbericht", BERICHT + "/tekst", W, {"edit": True, "empty": 0}),
    (FORM, "update_feiten", BERICHT + "/feiten", C, {"edit": True}),
    (PAGE, "list_persvragen", "/media/persvragen", W, {}),
    (PAGE, "list_persvragen", "/media/persvragen?welke=alle&status=beantwoord", C, {}),
    (PAGE, "list_persvragen", "/media/persvragen?q=staatnergens", M, {}),
    (PAGE, "show_persvraag", "/media/persvragen/{persvraag}", W, {"opened": True}),
    (PAGE, "show_persvraag", "/media/persvragen/{embargo}", W, {}),
    (PAGE, "show_persvraag", "/media/persvragen/{embargo}", C, {"status": 404}),
    (PAGE, "show_persvraag", "/media/persvragen/{beantwoord}", C, {}),
    (PAGE, "show_persvraag", "/media/persvragen/{beantwoord}", M, {}),
    (FORM, "create_persvraag", "/media/persvragen/nieuw", W, {"opened": True}),
    (FORM, "update_persvraag", "/media/persvragen/{persvraag}/wijzigen", W, {"edit": True}),
    (FORM, "update_afloop", "/media/persvragen/{beantwoord}/afloop", W, {"edit": True, "empty": 0}),
    (PAGE, "show_cijfers", "/media/persvragen/cijfers", C, {}),
    (PAGE, "list_perscontacten", "/media/perscontacten/", W, {}),
    (PAGE, "list_perscontacten", "/media/perscontacten/?medium=nergens", W, {}),
    (PAGE, "show_perscontact", "/media/perscontacten/{perscontact}", W, {}),
    (FORM, "create_perscontact", "/media/perscontacten/nieuw", W, {}),
    (FORM, "update_perscontact", "/media/perscontacten/{perscontact}/wijzigen", W, {"edit": True}),
    (FORM, "merge_perscontact", "/media/perscontacten/{perscontact}/samenvoegen", W, {}),
    (PAGE, "show_beleid", "/media/beleid", M, {}),
    (PAGE, "show_beleid", "/media/beleid?q=woordvoerder", C, {}),
    (PAGE, "show_werk", "/media/werk", W, {}),
)  # fmt: skip


def media_adressen(page: Callable[..., T], form: Callable[..., T]) -> tuple[T, ...]:
    """`page` and `form`: how `adressen.py` makes a line."""
    return tuple(
        (form if has_form else page)(f"media.{endpoint}", pad, rol, **more)
        for has_form, endpoint, pad, rol, more in LINES
    )
