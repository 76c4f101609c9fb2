"""The pages of the media room, for `adressen.py`."""

from collections.abc import Callable
from typing import TypeVar

from vob.core.permissions import Rol

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
}


def media_adressen(page: Callable[..., T], form: Callable[..., T]) -> tuple[T, ...]:
    """`page` and `form`: how `adressen.py` makes a line."""
    m = "media."
    return (
        page(f"{m}show_wie_spreekt", "/media/", M),
        page(f"{m}show_wie_spreekt", "/media/", W),
        page(f"{m}show_wie_spreekt", "/media/?q=asielopvamg", M, opened=True),
        page(f"{m}show_wie_spreekt", "/media/?q=bestaatnergens", M),
        page(f"{m}show_wie_spreekt", "/media/?onderwerp={onderwerp}", W),
        page(f"{m}list_onderwerpen", "/media/woordvoerders", W),
        page(f"{m}list_onderwerpen", "/media/woordvoerders?welk=gaten", M),
        page(f"{m}list_onderwerpen", "/media/woordvoerders?welk=verlopen&gebied=niets", W),
        page(f"{m}show_onderwerp", "/media/onderwerpen/{onderwerp}", W),
        page(f"{m}show_onderwerp", "/media/onderwerpen/{onderwerp}", M),
        form(f"{m}create_onderwerp", "/media/onderwerpen/nieuw", W),
        form(f"{m}update_onderwerp", "/media/onderwerpen/{onderwerp}/wijzigen", W, edit=True),
        page(f"{m}list_woordvoerders", "/media/mensen/", M),
        page(f"{m}list_woordvoerders", "/media/mensen/?oud=ja", W),
        page(f"{m}show_woordvoerder", "/media/mensen/{spreker}", W),
        page(f"{m}show_woordvoerder", "/media/mensen/{spreker}", M),
        form(f"{m}create_woordvoerder", "/media/mensen/nieuw", W),
        form(f"{m}update_woordvoerder", "/media/mensen/{spreker}/wijzigen", W, edit=True),
        form(f"{m}create_afwezigheid", "/media/mensen/{spreker}/afwezig", W),
        page(f"{m}make_agendalink", "/media/mensen/{spreker}/agenda", W),
        page(f"{m}make_agendalink", "/media/mensen/{spreker}/agenda", M, 404),
        page(f"{m}show_rooster", "/media/rooster/", W),
        page(f"{m}show_rooster", "/media/rooster/?week=2027-05-03", M),
        form(f"{m}create_dienst", "/media/rooster/nieuw", W),
        form(f"{m}update_dienst", "/media/rooster/{dienst}", W, edit=True),
        form(f"{m}fill_rooster", "/media/rooster/vullen", W),
        form(f"{m}import_dagen", "/media/rooster/inlezen", W),
        form(f"{m}create_ruil", "/media/rooster/{dienst}/ruilen", W),
        page(f"{m}create_ruil", "/media/rooster/{dienst}/ruilen", M, 404),
        form(f"{m}show_ruil", "/media/ruil/{ruil}", BEST),
        page(f"{m}show_ruil", "/media/ruil/{ruil}", W),
        page(f"{m}list_kernboodschappen", "/media/lijnen/", M),
        page(f"{m}list_kernboodschappen", "/media/lijnen/?stand=verlopen", W),
        page(f"{m}list_kernboodschappen", "/media/lijnen/?q=staatnergens&soort=vraag", W),
        page(f"{m}show_kernboodschap", "/media/lijnen/{lijn}", W, opened=True),
        page(f"{m}show_kernboodschap", "/media/lijnen/{lijn}", BEST),
        page(f"{m}show_kernboodschap", "/media/lijnen/{lijn}", M, 404),
        page(f"{m}show_kernboodschap", "/media/lijnen/{lijn_oud}", W),
        page(f"{m}show_kernboodschap", "/media/lijnen/{lijn_nu}", M),
        form(f"{m}create_kernboodschap", "/media/lijnen/nieuw", W),
        form(f"{m}update_kernboodschap", "/media/lijnen/{lijn}/wijzigen", W, edit=True),
        page(f"{m}list_incidentberichten", "/media/incidentberichten/", C),
        page(f"{m}list_incidentberichten", "/media/incidentberichten/", M),
        page(f"{m}show_incidentbericht", "/media/incidentberichten/{incidentbericht}", W),
        page(f"{m}show_incidentbericht", "/media/incidentberichten/{incidentbericht}", C),
        page(f"{m}show_incidentbericht", "/media/incidentberichten/{incidentbericht}", M, 404),
        form(f"{m}create_incidentbericht", "/media/incidentberichten/nieuw", C),
        form(
            f"{m}update_incidentbericht",
            "/media/incidentberichten/{incidentbericht}/tekst",
            W,
            edit=True,
            empty=0,
        ),
        form(
            f"{m}update_feiten", "/media/incidentberichten/{incidentbericht}/feiten", C, edit=True
        ),
        page(f"{m}list_persvragen", "/media/persvragen", W),
        page(f"{m}list_persvragen", "/media/persvragen?welke=alle&status=beantwoord", C),
        page(f"{m}list_persvragen", "/media/persvragen?q=staatnergens", M),
        page(f"{m}show_persvraag", "/media/persvragen/{persvraag}", W, opened=True),
        page(f"{m}show_persvraag", "/media/persvragen/{embargo}", W),
        page(f"{m}show_persvraag", "/media/persvragen/{embargo}", C, 404),
        page(f"{m}show_persvraag", "/media/persvragen/{beantwoord}", C),
        page(f"{m}show_persvraag", "/media/persvragen/{beantwoord}", M),
        form(f"{m}create_persvraag", "/media/persvragen/nieuw", W, opened=True),
        form(f"{m}update_persvraag", "/media/persvragen/{persvraag}/wijzigen", W, edit=True),
        form(f"{m}update_afloop", "/media/persvragen/{beantwoord}/afloop", W, edit=True, empty=0),
        page(f"{m}show_cijfers", "/media/persvragen/cijfers", C),
        page(f"{m}list_perscontacten", "/media/perscontacten/", W),
        page(f"{m}list_perscontacten", "/media/perscontacten/?medium=nergens", W),
        page(f"{m}show_perscontact", "/media/perscontacten/{perscontact}", W),
        form(f"{m}create_perscontact", "/media/perscontacten/nieuw", W),
        form(f"{m}update_perscontact", "/media/perscontacten/{perscontact}/wijzigen", W, edit=True),
        form(f"{m}merge_perscontact", "/media/perscontacten/{perscontact}/samenvoegen", W),
        page(f"{m}show_beleid", "/media/beleid", M),
        page(f"{m}show_beleid", "/media/beleid?q=woordvoerder", C),
        page(f"{m}show_werk", "/media/werk", W),
    )  # fmt: skip
