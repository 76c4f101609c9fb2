"""A threat by mail to a raadslid, from report to closed: each step by the person who may, and the
audit tells it. And what an opvangpersoon, a guard, an uninvolved griffier and the subject see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import zorgstappen as stap
from tests.browser.conftest import Open
from tests.browser.wereld import make_incident
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.documenten.values import Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.incidenten.maatregelen.inrichten import add_sjablonen
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.queries import list_sjabloondocumenten
from vob.incidenten.maatregelen.values import Maatregelsoort, Maatregelstatus, Rechtsaard
from vob.incidenten.models import Incident
from vob.incidenten.opvang.models import Opvanglid
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
NAMEN = {
    Rol.AMBTSDRAGER: ("Yasmin Smit", Functie.RAADSLID),
    Rol.COORDINATOR: ("Noor Dekker", Functie.MEDEWERKER),
    Rol.OPVANG: ("Joris Vos", Functie.MEDEWERKER),
    Rol.BESTUURDER: ("Marijke Postma", Functie.BURGEMEESTER),
}


@dataclass(frozen=True)
class Mensen:
    raadslid: Gebruiker
    coordinator: Gebruiker
    opvang: Gebruiker
    burgemeester: Gebruiker


@pytest.fixture
def mensen(make_gebruiker: Make) -> Mensen:
    """With an opvangteam, and the letters adopted."""
    wie = [make_gebruiker(rol, naam=naam, functie=f) for rol, (naam, f) in NAMEN.items()]
    mensen = Mensen(*wie)
    db.session.add(Opvanglid(gebruiker_id=mensen.opvang.id))
    add_sjablonen(mensen.coordinator)
    for document in list_sjabloondocumenten():
        versie = document.versies[0]
        versie.status, versie.geldig_van = Versiestatus.VASTGESTELD, vandaag()
    db.session.commit()
    return mensen


def _care(raadslid: Page, opvang: Page, zaak: str) -> None:
    """Offered, wanted, held; and the talks after it."""
    stap.record_moment(opvang, zaak, "Opvanggesprek", "Aangeboden")
    raadslid.goto(f"{zaak}/opvang")
    raadslid.get_by_role("button", name="Ja, graag").click()
    opvang.goto(f"{zaak}/opvang")
    opvang.get_by_role("button", name="Geweest").click()
    for soort in (
        "Eerste vervolggesprek",
        "Tweede vervolggesprek",
        "Navraag: is er nog hulp nodig?",
    ):
        stap.record_moment(opvang, zaak, soort, "Niet gewenst")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_from_report_to_closed(open_venster: Open, mensen: Mensen, javascript: bool) -> None:
    def open_(wie: Gebruiker, **hoe: Any) -> Page:
        return open_venster(wie, javascript=javascript, **hoe).page

    raadslid, desk = open_(mensen.raadslid, breedte=375), open_(mensen.coordinator)
    opvang, burgemeester = open_(mensen.opvang), open_(mensen.burgemeester)
    zaak = f"/incidenten/{stap.report_threat(raadslid)}"
    stap.begin(desk, zaak)
    stap.arrange_opvang(desk, zaak, mensen.opvang.naam)
    _care(raadslid, opvang, zaak)
    stap.record_aangifte(desk, zaak)
    blad = desk.context.request.get(f"{zaak}/aangifte/voorbereiding.pdf")
    assert blad.body().startswith(b"%PDF-")
    maatregel = stap.prepare_letter(desk, zaak, mensen.burgemeester.naam)
    stap.decide(burgemeester, maatregel)
    assert desk.context.request.get(f"{maatregel}/brief.pdf").body().startswith(b"%PDF-")
    stap.announce(desk, maatregel)
    stap.record_schade(desk, zaak)
    stap.look_back(desk, zaak)
    stap.close(desk, zaak)
    _check_audit(mensen)


def _check_audit(mensen: Mensen) -> None:
    """Who did what: told by the log, not by us."""
    gedaan = {
        (regel.tabel, regel.actie, regel.actor_id)
        for regel in db.session.scalars(select(AuditRegel))
    }
    raadslid, coordinator = mensen.raadslid.id, mensen.coordinator.id
    for stap_ in (
        ("incident", "aangemaakt", raadslid),
        ("opvangtraject", "aangemaakt", coordinator),
        ("opvangmoment", "aangemaakt", mensen.opvang.id),
        ("opvangmoment", "gewijzigd", raadslid),
        ("klacht", "aangemaakt", coordinator),
        ("incident", "aangifteblad gemaakt", coordinator),
        ("maatregel", "aangemaakt", coordinator),
        ("maatregel", "gewijzigd", mensen.burgemeester.id),
        ("maatregel", "brief gemaakt", coordinator),
        ("schadeclaim", "aangemaakt", coordinator),
        ("evaluatie", "aangemaakt", coordinator),
    ):
        assert stap_ in gedaan, stap_
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).one()
    assert klok.gestopt_op is not None, "the klacht was in time"


@pytest.fixture
def zaak(mensen: Mensen) -> Incident:
    """A case with a ban that runs."""
    zaak = make_incident(mensen.raadslid, titel="Dreigmail", veroorzaker="J. Jansen, buurman")
    db.session.add(
        Maatregel(
            incident_id=zaak.id,
            soort=Maatregelsoort.TOEGANG_GEBOUW,
            aard=Rechtsaard.PRIVAAT,
            status=Maatregelstatus.GENOMEN,
            persoon="J. Jansen",
            gebouw="Gemeentehuis",
            van=vandaag(),
            tot=vandaag(),
            gemaakt_door_id=mensen.coordinator.id,
        )
    )
    db.session.commit()
    return zaak


def test_an_opvangpersoon_sees_the_care_only(
    open_venster: Open, mensen: Mensen, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    stap.arrange_opvang(open_venster(mensen.coordinator).page, pad, mensen.opvang.naam)
    venster = open_venster(mensen.opvang)
    venster.page.goto("/")
    venster.page.get_by_role("link", name="Opvang", exact=True).click()
    venster.page.get_by_role("link", name="Yasmin Smit").click()
    expect(venster.page.locator("h1")).to_have_text("Opvang en nazorg")
    expect(venster.page.locator("body")).not_to_contain_text("Jansen")
    expect(venster.page.locator("body")).not_to_contain_text("Dreigmail")
    for rest, status in (("", 404), ("/schade", 404), ("/maatregelen", 403), ("/aangifte", 403)):
        assert venster.visit(pad + rest).status == status, rest


def test_a_guard_sees_a_name_a_building_and_a_day(
    open_venster: Open, make_gebruiker: Make, zaak: Incident
) -> None:
    venster = open_venster(make_gebruiker(Rol.BEVEILIGING), breedte=320)
    venster.visit("/incidenten/toegangsontzeggingen")
    rij = venster.page.locator("tbody tr")
    expect(rij).to_have_count(1)
    expect(rij).to_contain_text("J. Jansen")
    expect(rij).to_contain_text("Gemeentehuis")
    expect(venster.page.locator("body")).not_to_contain_text(zaak.nummer)
    assert venster.visit(f"/incidenten/{zaak.nummer}").status == 404


def test_an_uninvolved_griffier_finds_nothing(
    open_venster: Open, make_gebruiker: Make, zaak: Incident
) -> None:
    venster = open_venster(make_gebruiker(Rol.GRIFFIER))
    venster.visit("/incidenten/maatregelen?welke=alle")
    expect(venster.page.locator("#maatregelen")).to_contain_text("0 maatregelen")
    for rest in ("", "/opvang", "/aangifte", "/maatregelen", "/schade", "/evaluatie"):
        assert venster.visit(f"/incidenten/{zaak.nummer}{rest}").status == 404, rest


def test_the_subject_sees_own_care_and_damage(
    open_venster: Open, mensen: Mensen, zaak: Incident
) -> None:
    venster, pad = open_venster(mensen.raadslid, breedte=375), f"/incidenten/{zaak.nummer}"
    venster.visit(pad)
    for deel in ("Opvang", "Schade"):
        venster.page.locator("#onderdelen").get_by_role("link", name=deel).click()
        expect(venster.page.locator("h1")).to_contain_text(deel)
    expect(venster.page.locator("body")).not_to_contain_text("Jansen")
    for rest in ("/aangifte", "/maatregelen", "/evaluatie"):
        assert venster.visit(pad + rest).status == 403, rest
