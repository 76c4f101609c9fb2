"""What people do on the pages, in the words that stand there."""

from playwright.sync_api import Page

from tests.browser.wereld import make_foto

FOTO = {"name": "balie.jpg", "mimeType": "image/jpeg", "buffer": make_foto()}


def fill_melding(page: Page, tekst: str) -> None:
    """The six answers that are asked."""
    page.goto("/incidenten/melden")
    page.get_by_label("Vertel het in uw eigen woorden").fill(tekst)
    page.get_by_label("Mijzelf").check()
    page.get_by_label("Bedreigen of intimideren").check()
    page.get_by_label("Hoe gebeurde het?").select_option(label="Persoonlijk")
    page.get_by_label("Ja", exact=True).check()


def report(page: Page, tekst: str) -> str:
    """Report something that happened to oneself, with a photo; the number of the case."""
    fill_melding(page, tekst)
    page.get_by_label("Foto, schermafdruk of mail toevoegen").set_input_files(FOTO)
    page.get_by_role("button", name="Melding versturen").click()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    return page.locator("#nummer").inner_text()


def find(page: Page, woord: str) -> None:
    """Open a case that has this word in it, from the register."""
    page.goto("/incidenten/")
    page.get_by_label("Zoek op woord of nummer").fill(woord)
    page.get_by_role("button", name="Tonen").click()
    page.locator("#telling", has_text="1 zaak").wait_for()
    page.locator(".rijlink").click()
    page.wait_for_url("**/incidenten/2*")


def take_up(page: Page) -> None:
    page.get_by_role("button", name="In behandeling nemen").click()
    page.locator("#stand").get_by_text("In behandeling", exact=True).wait_for()


def note(page: Page, tekst: str) -> None:
    page.get_by_label("Wat wilt u vastleggen?").fill(tekst)
    page.get_by_role("button", name="Notitie opslaan").click()
    page.locator("#verloop").get_by_text(tekst).wait_for()


def handle(page: Page) -> None:
    """Judge how grave it was, and finish."""
    page.get_by_label("Ernst", exact=True).select_option(label="Ernstig")
    page.get_by_role("button", name="Ernst vastleggen").click()
    page.locator("#verloop").get_by_text("Ernst beoordeeld").wait_for()
    page.get_by_role("button", name="Afgehandeld").click()
    page.locator("#stand").get_by_text("Afgehandeld", exact=True).wait_for()


def report_drill(page: Page) -> str:
    """By the coordinator, about someone else."""
    fill_melding(page, "Proef: een oefening met de bode.")
    page.get_by_label("Iemand anders").check()
    page.get_by_label("Naam", exact=True).fill("Een oefening")
    page.get_by_label("Functie", exact=True).select_option(label="medewerker")
    page.get_by_label("Dit is een proefmelding").check()
    page.get_by_role("button", name="Melding versturen").click()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    return page.locator("#nummer").inner_text()


def log_in(page: Page, email: str, wachtwoord: str) -> None:
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(wachtwoord)
    page.get_by_role("button", name="Inloggen").click()
