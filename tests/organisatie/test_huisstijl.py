"""House style: colours that are checked, a logo that is made anew, both served for a year."""

import io

import pytest
import tinycss2
from PIL import Image

from vob.core.permissions import Rol
from vob.data import db

from ..pages import form_data, read_page, text_of

PAD = "/beheer/organisatie/huisstijl"


@pytest.fixture
def beheerder(client_for):
    return client_for(Rol.BEHEERDER)


def send(client, **velden):
    return client.post(PAD, data=form_data(read_page(client.get(PAD)), "main form") | velden)


def picture(soort="PNG", maat=(1200, 600), **options) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", maat, "#006b66").save(out, soort, **options)
    return io.BytesIO(out.getvalue())


def test_our_colour_is_on_every_page_and_kept_for_a_year(app, beheerder):
    assert send(beheerder, kleur="#006B66").status_code == 303
    page = read_page(app.test_client().get("/inloggen"))
    url = page.select_one("link[href*='thema.css']")["href"]
    answer = app.test_client().get(url)
    assert answer.mimetype == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in answer.headers
    assert "--basis-color-accent-1-color-default: light-dark(#006b66," in answer.text
    [rule] = tinycss2.parse_stylesheet(answer.text, skip_whitespace=True)
    names = [d.name for d in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)]
    assert all(name.startswith("--basis-color-accent-1-") for name in names)


@pytest.mark.parametrize(
    ("velden", "veld", "zin"),
    [
        ({"kleur": "#ffcc00"}, "kleur", "te licht"),
        ({"kleur": "rood"}, "kleur", "zes tekens"),
        ({"kleur": "#154273", "kleur_donker": "#101010"}, "kleur_donker", "te donker"),
        ({"kleur": "", "kleur_donker": "#8fbcec"}, "kleur", "ook de hoofdkleur"),
        ({"kleur": "#fff;}*{"}, "kleur", "niet meer dan 7"),
    ],
)
def test_a_colour_that_will_not_do_is_refused_in_words(beheerder, organisatie, velden, veld, zin):
    answer = send(beheerder, **velden)
    assert answer.status_code == 422
    assert zin in text_of(read_page(answer), f"#{veld}-fout")
    db.session.refresh(organisatie)
    assert organisatie.kleur == ""


@pytest.mark.parametrize("soort", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_made_anew_and_shown(app, beheerder, soort):
    exif = Image.Exif()
    exif[0x010E] = "geheime omschrijving"
    bestand = (picture(soort, exif=exif), "logo." + soort.lower())
    assert send(beheerder, logobestand=bestand).status_code == 303
    page = read_page(app.test_client().get("/inloggen"))
    answer = app.test_client().get(page.select_one(".merk img")["src"])
    assert answer.mimetype == "image/png"
    assert b"geheime omschrijving" not in answer.data
    assert Image.open(io.BytesIO(answer.data)).size == (320, 160)
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"<svg onload=alert(1)>", "geen afbeelding"),
        (b"\x89PNG\r\n\x1a\n kapot", "geen afbeelding"),
        (b"x" * 210_000, "groter dan 200 kB"),
        (picture("GIF", (9, 9)).getvalue(), "geen afbeelding"),
        (picture(maat=(5000, 5000)).getvalue(), "te veel beeldpunten"),
    ],
)
def test_what_is_no_fitting_picture_is_refused(beheerder, organisatie, inhoud, zin):
    answer = send(beheerder, logobestand=(io.BytesIO(inhoud), "logo.png"))
    assert answer.status_code == 422
    assert zin in text_of(read_page(answer), "#logobestand-fout")
    db.session.refresh(organisatie)
    assert organisatie.logo is None


def test_a_logo_can_be_removed(app, beheerder):
    send(beheerder, logobestand=(picture(), "logo.png"))
    assert beheerder.post(PAD + "/logo-verwijderen").status_code == 303
    assert app.test_client().get("/organisatie/logo").status_code == 404


def test_without_a_house_style_there_is_nothing_to_fetch(app):
    client = app.test_client()
    assert client.get("/organisatie/thema.css").status_code == 404
    assert not read_page(client.get("/inloggen")).select("link[href*='thema.css']")
