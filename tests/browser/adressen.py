"""Every page of VOB: an address of each, as its widest role, in the states that look different.

A new page needs a line here, or `test_no_page_is_forgotten` fails. Between braces: what `wereld`
made. A line with `form` stands for three states: as it opens, sent empty (422), and, where the form
knows which version it changes, sent after someone else changed it (409).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.browser import adressen_zaak, adressen_zorg
from vob.core.permissions import Rol

C, B, FG = Rol.COORDINATOR, Rol.BEHEERDER, Rol.FG
M, BEST = Rol.MEDEWERKER, Rol.BESTUURDER
FORM = "main form[method=post]:has(input:not([type=hidden]), select, textarea)"

# A GET that is not a page says here why.
NO_PAGE = {
    "static": "a file",
    "gezond.show_gezond": "one word for a machine",
    "bijlagen.show_bijlage": "a download",
    "checklist.export_rapport": "a download; tests/checklist and test_afdrukken look at it",
    "documenten.export_versie": "a download; tests/documenten looks at it",
    "incidenten.export_csv": "a download",
    "incidenten.export_ods": "a download",
    "incidenten.export_verslag_pdf": "a download; tests/incidenten/vergaderingen looks at it",
    "incidenten.export_verslag_tekst": "a download",
    "organisatie.show_logo": "a picture",
    "organisatie.show_huisstijl": "a style sheet; the filled pages are shown in its colours",
    **adressen_zorg.NO_PAGE,
    **adressen_zaak.NO_PAGE,
}


@dataclass(frozen=True)
class Adres:
    """`bare`: the status in a VOB that was just set up, where it differs.

    `empty` and `outdated`: the status after its form was sent like that; 0: it is not.
    `opened`: also with every menu and every "meer" open.
    """

    endpoint: str
    pad: str
    rol: Rol | None
    status: int = 200
    bare: int = 0
    empty: int = 0
    outdated: int = 0
    opened: bool = False
    form: str = FORM

    @property
    def needs_data(self) -> bool:
        return "{" in self.pad


@dataclass(frozen=True)
class Toestand:
    """One thing to look at. `act`: what is done on the page first."""

    adres: Adres
    act: str
    status: int

    def __str__(self) -> str:
        return f"{self.adres.pad} {self.act} {self.status}".replace("  ", " ")


def _form(endpoint: str, pad: str, rol: Rol | None, *, edit: bool = False, **more: object) -> Adres:
    outdated = {"outdated": 409} if edit else {}
    return Adres(endpoint, pad, rol, **{"empty": 422} | outdated | more)  # type: ignore[arg-type]  # as named


ADRESSEN = (
    Adres("acties.list_acties", "/acties/", C),
    Adres("acties.list_acties", "/acties/?welke=alle&status=", C),
    Adres("acties.list_acties", "/acties/?welke=laat&status=vervallen&eigenaar=99999", C),
    Adres("acties.show_actie", "/acties/{actie_laat}", C),
    Adres("acties.show_actie", "/acties/{actie_laat}", M, 404),
    _form("acties.create_actie", "/acties/nieuw", C),
    _form("acties.update_actie", "/acties/{actie}/wijzigen", C, edit=True),
    Adres("beheer.show_beheer", "/beheer/", B),
    Adres("beheer.show_beheer", "/beheer/", C, 403),
    Adres("beheer.show_rechten", "/beheer/rechten", B),
    Adres("beheer.list_logboek", "/beheer/logboek", FG),
    Adres("beheer.list_logboek", "/beheer/logboek?tabel=nergens&van=2026-01-01", FG),
    Adres("beheer.list_gebruikers", "/beheer/gebruikers/", B),
    Adres("beheer.list_gebruikers", "/beheer/gebruikers/?q=niemand+heet+zo&staat=alle", B),
    _form("beheer.create_gebruiker", "/beheer/gebruikers/nieuw", B),
    _form("beheer.show_gebruiker", "/beheer/gebruikers/{medewerker}", B, edit=True),
    Adres("beheer.show_gebruiker", "/beheer/gebruikers/{weg}", B),
    Adres("berichten.list_berichten", "/beheer/berichten/", B),
    Adres("berichten.list_berichten", "/beheer/berichten/?status=verstuurd", B),
    _form("organisatie.show_organisatie", "/beheer/organisatie/", B, edit=True),
    _form("organisatie.change_huisstijl", "/beheer/organisatie/huisstijl", B, edit=True, empty=0),
    _form("organisatie.update_instellingen", "/beheer/organisatie/instellingen", B, edit=True),
    Adres("organisatie.list_termijnen", "/beheer/organisatie/termijnen/", B),
    _form("organisatie.create_termijn", "/beheer/organisatie/termijnen/nieuw", B),
    _form("organisatie.update_termijn", "/beheer/organisatie/termijnen/{termijn}", B, edit=True),
    Adres("organisatie.list_steunpunten", "/steunpunten/", C),
    Adres("organisatie.list_steunpunten", "/steunpunten/", M),
    _form("organisatie.create_steunpunt", "/steunpunten/nieuw", C),
    _form("organisatie.update_steunpunt", "/steunpunten/{steunpunt}", C, edit=True),
    Adres("checklist.list_stappen", "/checklist/", C),
    Adres("checklist.list_stappen", "/checklist/", M),
    Adres("checklist.list_stappen", "/checklist/?eigenaar=niemand&status=gereed", C),
    _form("checklist.show_stap", "/checklist/6", C, edit=True, form="form[action='/checklist/6']"),
    Adres("checklist.show_stap", "/checklist/8", M),
    Adres("checklist.show_stap", "/checklist/99", C, 404),
    _form("checklist.update_planning", "/checklist/6/planning", C, edit=True, bare=409),
    _form("checklist.create_bewijsstuk", "/checklist/6/bewijsstukken/nieuw", C, bare=409),
    Adres("checklist.list_geschiedenis", "/checklist/6/geschiedenis", C),
    Adres("checklist.list_ronden", "/checklist/rondes", C),
    Adres("checklist.show_ronde", "/checklist/rondes/{oude_ronde}", C),
    Adres("checklist.show_ronde", "/checklist/rondes/{ronde}", C),
    _form("checklist.close_ronde", "/checklist/rondes/{ronde}/afsluiten", C),
    _form("checklist.create_ronde", "/checklist/rondes/nieuw", C, status=409, bare=200),
    Adres("documenten.list_documenten", "/documenten/", C),
    Adres("documenten.list_documenten", "/documenten/?q=staatnergens&welke=toets", C),
    _form("documenten.create_document", "/documenten/nieuw", C),
    Adres("documenten.show_document", "/documenten/{document}", C),
    Adres("documenten.show_document", "/documenten/{document}", M),
    Adres("documenten.show_document", "/documenten/{nieuw_document}", BEST),
    Adres("documenten.show_document", "/documenten/{nieuw_document}", M, 404),
    Adres("documenten.show_versie", "/documenten/{document}/versies/1", C),
    Adres("documenten.list_lezers", "/documenten/{document}/gelezen", C),
    Adres("documenten.compare_versies", "/documenten/{document}/vergelijken", C),
    _form("documenten.update_document", "/documenten/{document}/gegevens", C, edit=True),
    _form("documenten.update_versie", "/documenten/{document}/bewerken", C, edit=True, empty=0),
    _form("documenten.adopt_versie", "/documenten/{document}/vaststellen", BEST),
    _form("documenten.withdraw_versie", "/documenten/{document}/versies/2/intrekken", BEST),
    Adres("incidenten.list_incidenten", "/incidenten/", C, opened=True),
    Adres("incidenten.list_incidenten", "/incidenten/?q=staatnergens", C),
    Adres("incidenten.list_incidenten", "/incidenten/?status=onzin&van=gisteren", C),
    Adres(
        "incidenten.list_incidenten",
        "/incidenten/?status=open&vorm=belediging&kanaal=email&sort=-ernst&van=2026-01-01",
        C,
    ),
    Adres("incidenten.list_incidenten", "/incidenten/", M, 403),
    _form("incidenten.show_incident", "/incidenten/{zaak}", C, form="form[action$='/notities']"),
    _form("incidenten.show_incident", "/incidenten/{zaak}", M, form="form[action$='/berichten']"),
    Adres("incidenten.show_incident", "/incidenten/{geheim}", M),
    Adres("incidenten.show_incident", "/incidenten/{geheim}", Rol.GRIFFIER, 404),
    Adres("incidenten.show_incident", "/incidenten/{van_ander}", M, 404),
    _form("incidenten.update_feiten", "/incidenten/{zaak}/wijzigen", C, edit=True),
    _form("incidenten.list_behandelaars", "/incidenten/{zaak}/behandelaars", C),
    _form("incidenten.add_bijlagen", "/incidenten/{zaak}/bijlagen", C),
    _form("incidenten.add_bijlagen", "/incidenten/{zaak}/bijlagen", M),
    _form("incidenten.create_melding", "/incidenten/melden", M, opened=True),
    Adres("incidenten.show_ontvangst", "/incidenten/{zaak}/ontvangst", M),
    Adres("incidenten.show_ontvangst", "/incidenten/{van_ander}/ontvangst", M, 404),
    Adres("incidenten.list_meldingen", "/incidenten/mijn-meldingen", M),
    Adres("incidenten.list_meldlijnen", "/incidenten/meldlijn", C),
    _form("incidenten.update_meldlijn", "/incidenten/meldlijn/raadslid", C, edit=True, empty=0),
    Adres("incidenten.list_vergaderingen", "/incidenten/vergaderingen", C),
    Adres("incidenten.list_vergaderingen", "/incidenten/vergaderingen?q=staatnergens", C),
    Adres("incidenten.list_vergaderingen", "/incidenten/vergaderingen", M, 403),
    Adres("incidenten.show_vergadering", "/incidenten/vergaderingen/{vergadering}", C),
    Adres("incidenten.show_vergadering", "/incidenten/vergaderingen/999999", C, 404),
    Adres("incidenten.show_live", "/incidenten/vergaderingen/{vergadering}/live", C),
    _form("incidenten.create_vergadering", "/incidenten/vergaderingen/nieuw", C),
    _form(
        "incidenten.update_vergadering",
        "/incidenten/vergaderingen/{vergadering}/wijzigen",
        C,
        edit=True,
    ),
    _form(
        "incidenten.add_toevoeging",
        "/incidenten/vergaderingen/{vergadering}/regels/{logregel}",
        C,
    ),
    _form("incidenten.find_ordeverstoringen", "/incidenten/vergaderingen/ordeverstoringen", C),
    _form("incidenten.update_grondslag", "/incidenten/vergaderingen/grondslag", C, edit=True),
    _form(
        "incidenten.update_agendabron",
        "/incidenten/vergaderingen/agendabron",
        B,
        edit=True,
        empty=0,
    ),
    _form("incidenten.read_agendabestand", "/incidenten/vergaderingen/agenda", C),
    _form("gebruikers.show_profiel", "/profiel", M, edit=True, empty=0),
    _form(
        "gebruikers.show_profiel", "/profiel", M, form="form[action='/profiel/wachtwoord']"
    ),
    _form("gebruikers.login", "/inloggen", None),
    _form("gebruikers.set_wachtwoord", "{wachtwoordlink}", None),
    Adres("gebruikers.set_wachtwoord", "/wachtwoord/bestaat-niet", None, 404),
    Adres("start.show_start", "/", C, opened=True),
    Adres("start.show_start", "/", M),
    Adres("start.show_start", "/", B),
    Adres("zoeken.show_zoeken", "/zoeken", C),
    Adres("zoeken.show_zoeken", "/zoeken?q=balie", C),
    Adres("zoeken.show_zoeken", "/zoeken?q=staatnergens", C),
    *adressen_zaak.make(Adres, _form),
    Adres("", "/bestaat-niet", C, 404),
    *adressen_zorg.make(Adres, _form),
)  # fmt: skip
# These take an empty form as an answer: there is nothing wrong to show.
NOTHING_REQUIRED = {
    "organisatie.change_huisstijl": "no colour and no logo is the look of VOB itself",
    "documenten.update_versie": "a draft may be empty",
    "incidenten.update_meldlijn": "nobody is a choice",
    **adressen_zorg.NOTHING_REQUIRED,
    **adressen_zaak.NOTHING_REQUIRED,
    "incidenten.update_agendabron": "no address is a choice",
}


def states(*, filled: bool) -> Iterator[Toestand]:
    """What there is to see, in a filled VOB or in one that was just set up."""
    seen = set()
    for adres in ADRESSEN:
        if not filled and (adres.needs_data or "?" in adres.pad):
            continue
        status = adres.status if filled else adres.bare or adres.status
        if (adres.pad, adres.rol) not in seen:
            seen.add((adres.pad, adres.rol))
            yield Toestand(adres, "", status)
        if filled and adres.opened:
            yield Toestand(adres, "opened", adres.status)
        if not filled and not adres.bare:
            continue  # its form is the same in a filled VOB
        if adres.empty and status == 200:
            yield Toestand(adres, "empty", adres.empty)
        if adres.outdated and status == 200:
            yield Toestand(adres, "outdated", adres.outdated)
