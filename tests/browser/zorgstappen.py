"""The acts after a report: care, police, measure, damage and looking back, as the pages say it."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from vob.core.clock import vandaag

GISTEREN = str(vandaag() - timedelta(days=1))
VANDAAG = str(vandaag())


def report_threat(page: Page) -> str:
    """A raadslid reports a mail; the number of the case."""
    page.goto("/incidenten/melden")
    page.get_by_label("Vertel het in uw eigen woorden").fill("Een mail: ik weet je te vinden.")
    page.get_by_label("Mijzelf").check()
    page.get_by_label("Bedreigen of intimideren").check()
    page.get_by_label("Schelden of beledigen").check()
    page.get_by_label("Hoe gebeurde het?").select_option(label="E-mail")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name="Melding versturen").click()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    return page.locator("#nummer").inner_text()


def begin(page: Page, zaak: str) -> None:
    """The coordinator takes it up and judges how grave it is."""
    page.goto(zaak)
    page.get_by_role("button", name="In behandeling nemen").click()
    page.locator("#stand").get_by_text("In behandeling", exact=True).wait_for()
    page.get_by_label("Ernst", exact=True).select_option(label="Ernstig")
    page.get_by_role("button", name="Ernst vastleggen").click()
    page.locator("#verloop").get_by_text("Ernst beoordeeld").wait_for()


def arrange_opvang(page: Page, zaak: str, wie: str) -> None:
    page.goto(f"{zaak}/opvang")
    page.get_by_role("link", name="Opvang regelen voor iemand").click()
    page.get_by_label("Opvangpersoon").select_option(label=f"{wie}, op werkdagen")
    page.get_by_role("button", name="Opvang regelen").click()
    expect(page.locator("#main")).to_contain_text(f"Opvangpersoon: {wie}")


def record_moment(page: Page, zaak: str, soort: str, stand: str) -> None:
    page.goto(f"{zaak}/opvang")
    page.get_by_role("link", name="Moment vastleggen").click()
    page.get_by_label("Welk moment").select_option(label=soort)
    page.get_by_label("Hoe staat het").select_option(label=stand)
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("#main")).to_contain_text(soort)


def record_aangifte(page: Page, zaak: str) -> None:
    """A klacht, which stops its clock, and the aangifte, with consent."""
    page.goto(f"{zaak}/aangifte")
    page.get_by_role("link", name="Klacht toevoegen").click()
    page.get_by_label("Klacht met verzoek tot vervolging ingediend op").fill(VANDAAG)
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Beoordelen en vastleggen").click()
    page.get_by_label("Hoe beoordelen wij het?").select_option(label="Vermoedelijk strafbaar")
    page.get_by_label("Wat is er gedaan").select_option(label="Aangifte")
    page.get_by_label("Stemt de getroffene in?").select_option(label="Ja")
    page.get_by_label("Op welke dag zei").fill(GISTEREN)
    page.get_by_label("Gedaan op").fill(VANDAAG)
    page.get_by_label("VPT-code gevraagd?").select_option(label="Ja")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator("#stand")).to_contain_text("Vermoedelijk strafbaar")


def prepare_letter(page: Page, zaak: str, beslisser: str) -> str:
    """A warning in writing, put to who decides; its address."""
    page.goto(f"{zaak}/maatregelen/nieuw")
    page.get_by_label("Welke maatregel?").select_option(label="Schriftelijke waarschuwing")
    page.get_by_role("button", name="Verder").click()
    for label, tekst in (
        ("Voor wie is de maatregel?", "J. Jansen"),
        ("Wat gebeurde er?", "Schreef: ik weet je te vinden."),
        ("Op welke dag?", GISTEREN),
        ("Wat zei de persoon ervan", "Reageerde niet op onze brief."),
        ("Waarom deze maatregel?", "De getroffene durft niet alleen naar huis."),
        ("Waarom is dit het lichtste middel", "Een gesprek wilde hij niet."),
    ):
        page.get_by_label(label).fill(tekst)
    page.get_by_label("Hoe noemt u dit gedrag?").select_option(label="Grens over")
    page.get_by_label("Is de persoon gehoord?").select_option(label="Nee")
    page.get_by_label("Is er een gesprek aangeboden?").select_option(label="Ja")
    page.get_by_label("Namens wie?").select_option(label="Burgemeester")
    page.get_by_label("Wie beslist?").select_option(label=beslisser)
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("button", name="Voorleggen voor besluit").click()
    expect(page.locator("#main")).to_contain_text(f"Voorgelegd aan {beslisser}")
    return page.url


def decide(page: Page, maatregel: str) -> None:
    page.goto(maatregel)
    page.get_by_role("link", name="Besluiten").click()
    page.get_by_role("button", name="Maatregel nemen").click()
    expect(page.locator("#main")).to_contain_text("Gedaan")


def announce(page: Page, maatregel: str) -> None:
    page.goto(maatregel)
    page.get_by_role("button", name="Bekendgemaakt").click()
    expect(page.locator("#inhoud")).to_contain_text("Bekend sinds")


def record_schade(page: Page, zaak: str) -> None:
    """What it cost, and that it was paid."""
    page.goto(f"{zaak}/schade/nieuw")
    page.get_by_label("Hoe verhalen wij het?").select_option(label="Voegen in de strafzaak")
    page.get_by_role("button", name="Schade vastleggen").click()
    page.get_by_role("link", name="Post toevoegen").click()
    page.get_by_label("Bedrag, in euro").fill("185,50")
    page.get_by_role("button", name="Toevoegen").click()
    page.get_by_role("link", name="Betaling vastleggen").click()
    page.get_by_label("Bedrag, in euro").fill("185,50")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("#stand")).to_contain_text("Open€ 0,00")


def look_back(page: Page, zaak: str) -> None:
    """Tell what was done, say what it was, and what we learned."""
    page.goto(zaak)
    page.get_by_label("Uw bericht").fill("Er is aangifte gedaan en een brief verstuurd.")
    page.get_by_label("Dit is de terugkoppeling").check()
    page.get_by_role("button", name="Bericht versturen").click()
    page.locator("#verloop").get_by_text("Er is aangifte gedaan").wait_for()
    page.goto(f"{zaak}/analyse")
    page.get_by_label("Is het eerder gebeurd?").select_option(index=0)
    page.get_by_role("button", name="Analyse opslaan").click()
    page.goto(f"{zaak}/evaluatie/wijzigen")
    page.get_by_label("Wat ging er goed?").fill("Binnen een uur belde iemand.")
    page.get_by_label("Wat leren wij ervan?").fill("Sneller een vaste contactpersoon.")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Verbeterpunt toevoegen").click()
    page.get_by_label("Wat gaan wij beter doen?").fill("Vaste contactpersoon in het protocol")
    page.get_by_role("button", name="Actie maken").click()
    expect(page.locator("#verbeterpunten")).to_contain_text("Vaste contactpersoon")


def close(page: Page, zaak: str) -> None:
    """Along the three last steps, each offered because nothing is missing."""
    page.goto(zaak)
    for knop, stand in (
        ("Afgehandeld", "Afgehandeld"),
        ("Geëvalueerd", "Geëvalueerd"),
        ("Sluiten", "Gesloten"),
    ):
        page.get_by_role("button", name=knop, exact=True).click()
        page.locator("#stand .badge").get_by_text(stand, exact=True).wait_for()
