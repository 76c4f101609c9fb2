"""Every part of a page in a real Chromium: light and dark, on a desk and on a phone."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, g, render_template
from playwright.sync_api import Browser
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    EmailField,
    Form,
    HiddenField,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from tests.browser.stage import SITE, check_accessibility, open_chromium, serve
from vob.core.bewijs import Oordeel
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker

pytestmark = pytest.mark.browser
GEDRAG = ("Schelden of beledigen", "Bedreigen", "Online haat of doxing")
SIZES = [(1280, 800), (320, 640)]


class Voorbeeld(Form):
    versie = HiddenField()
    titel = StringField("Titel", [InputRequired("Vul een titel in.")])
    tekst = TextAreaField("Vertel het in uw eigen woorden")
    wie = RadioField(
        "Om wie gaat het?",
        choices=[SelectChoice("m", "Mijzelf"), SelectChoice("a", "Iemand anders")],
    )
    vorm = SelectMultipleField("Wat voor gedrag?", choices=[SelectChoice(g, g) for g in GEDRAG])
    wanneer = DateTimeLocalField("Wanneer?", [InputRequired("Vul in wanneer het was.")])
    email = EmailField("E-mailadres", [InputRequired("Vul uw e-mailadres in.")])
    bestanden = MultipleFileField("Foto of bericht")
    bellen = BooleanField("Bel mij terug")
    zoek = StringField("Zoeken")
    ernst = SelectField("Ernst", choices=[SelectChoice("", "Alle"), SelectChoice("hoog", "Hoog")])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def voorbeelden(app: Flask, make_gebruiker: Callable[..., Gebruiker]) -> str:
    fout = Voorbeeld(MultiDict({"fout-bellen": "y", "fout-vorm": "Bedreigen"}), prefix="fout-")
    fout.validate()
    with app.test_request_context("/"):
        g._login_user = make_gebruiker(Rol.COORDINATOR)
        return render_template(
            "components/voorbeelden.html",
            form=Voorbeeld(prefix="leeg-"),
            fout=fout,
            oordelen=(list(Oordeel) * 5)[:23],
            url=lambda sort: f"/?sort={sort}",
        )


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_part_is_accessible(
    app: Flask, chromium: Browser, voorbeelden: str, theme: str, size: tuple[int, int]
) -> None:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme
    )
    page = context.new_page()
    trouble = serve(page, app, lambda request: (200, {}, voorbeelden))
    page.goto(SITE + "/")
    assert check_accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"
    assert trouble == []
    context.close()
