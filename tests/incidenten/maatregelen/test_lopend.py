"""A measure that was taken: its letter, its clock, review, extension, breach, objection, end."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import page as validator
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.core.clock import vandaag
from vob.data import db
from vob.documenten.values import Versiestatus
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.queries import get_regel, list_sjabloondocumenten
from vob.incidenten.maatregelen.values import Maatregelsoort, Stand
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.organisatie.models import Organisatie


def odt_text(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archief:
        return archief.read("content.xml").decode()


def brief(toneel: Toneel, maatregel: Maatregel) -> str:
    answer = toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}/brief.odt")
    assert answer.status_code == 200
    assert "Jansen" not in answer.headers["Content-Disposition"]
    return odt_text(answer.data)


def test_a_private_law_letter_names_no_bezwaar(toneel: Toneel) -> None:
    tekst = brief(toneel, toneel.take())
    assert "J. Jansen" in tekst
    assert "Gooide een stoel naar de bode." in tekst
    assert "burgerlijke rechter" in tekst
    assert "bezwaar" not in tekst.casefold()
    assert "Noor Dekker" not in tekst, "no name of who made it goes out the door"


def test_a_besluit_names_bezwaar_and_its_term(toneel: Toneel) -> None:
    tekst = brief(toneel, toneel.take("gebiedsverbod"))
    assert "U kunt bezwaar maken" in tekst
    assert "binnen 6 weken" in tekst


def test_a_besluit_is_of_the_chairman_unless_someone_says_otherwise(toneel: Toneel) -> None:
    adres = toneel.send(toneel.coordinator, f"{toneel.pad}/nieuw", soort="toegang_vergadering")
    page = read_page(toneel.client(toneel.coordinator).get(adres.location))
    assert form_data(page, "main form")["orgaan"] == "burgemeester"
    assert "Volgens de wet besluit hierover de burgemeester." in text_of(page, "#orgaan-hint")
    tekst = brief(toneel, toneel.begin("toegang_vergadering", orgaan="raad"))
    assert "Dit is een besluit van de raad." in tekst


def test_a_platform_has_nothing_to_object_to(toneel: Toneel) -> None:
    maatregel = toneel.begin("platform")
    tekst = brief(toneel, maatregel)
    assert "het er niet mee eens" not in tekst
    assert "ombudsman" not in tekst
    assert "het er niet mee eens" in brief(toneel, toneel.begin("schriftelijk"))


def test_not_heard_the_letter_says_why(toneel: Toneel) -> None:
    niet = {"gehoord": "nee", "gehoord_toelichting": "Kwam niet."}
    assert "Wij hebben u niet gehoord. De reden: Kwam niet." in brief(toneel, toneel.begin(**niet))


def test_a_letter_says_to_where_one_answers(toneel: Toneel) -> None:
    maatregel = toneel.begin("schriftelijk", adres="Dorpsstraat 1\r\n0000 AB Waterrijk")
    client, pad = toneel.client(toneel.coordinator), f"{toneel.pad}/{maatregel.id}"
    organisatie = db.session.query(Organisatie).one()
    assert "Er staat nog geen adres" in client.get(pad).text
    assert f"een brief aan {organisatie.soort_naam}" in brief(toneel, maatregel)
    organisatie.postadres = "Postbus 100\n0000 AA Waterrijk"
    db.session.commit()
    met = brief(toneel, maatregel)
    assert "Postbus 100<text:line-break/>0000 AA Waterrijk" in met
    assert "J. Jansen<text:line-break/>Dorpsstraat 1<text:line-break/>0000 AB Waterrijk" in met
    assert "een brief aan het adres bovenaan" in met
    assert "Er staat nog geen adres" not in client.get(pad).text


def test_the_letter_is_a_pdf_too(toneel: Toneel) -> None:
    maatregel = toneel.take()
    answer = toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}/brief.pdf")
    oordeel = validator.validate_pdf_bytes(answer.data, profile="ua1")
    assert not oordeel.failures, str(oordeel)


def test_a_draft_says_that_it_is_one(toneel: Toneel) -> None:
    assert "niet versturen" in brief(toneel, toneel.begin())
    assert "niet versturen" not in brief(toneel, toneel.take())


def test_the_letter_stays_as_it_was_decided(toneel: Toneel) -> None:
    maatregel = toneel.take()
    oud = brief(toneel, maatregel)
    document = get_regel(Maatregelsoort.TOEGANG_GEBOUW).document
    assert document is not None
    document.versies[0].geldig_tot = vandaag() - timedelta(days=1)
    db.session.commit()
    assert brief(toneel, maatregel) == oud


def test_without_an_adopted_template_it_is_not_taken(toneel: Toneel) -> None:
    for document in list_sjabloondocumenten():
        document.versies[0].geldig_tot = vandaag() - timedelta(days=1)
    db.session.commit()
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    answer = toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    assert answer.status_code == 409
    assert "nog geen vastgesteld sjabloon" in answer.text


def test_a_template_that_promises_bezwaar_stops_a_private_ban(toneel: Toneel) -> None:
    document = get_regel(Maatregelsoort.TOEGANG_GEBOUW).document
    assert document is not None
    versie = document.versies[0]
    versie.status = Versiestatus.CONCEPT
    db.session.flush()
    versie.tekst = "U kunt bezwaar maken."
    db.session.flush()
    versie.status = Versiestatus.VASTGESTELD
    db.session.commit()
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    answer = toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    assert "geen besluit" in answer.text


def test_made_known_it_stops_the_clock_and_starts_the_term_for_bezwaar(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    client = toneel.client(toneel.coordinator)
    adres = f"{toneel.pad}/{maatregel.id}"
    gisteren = str(vandaag() - timedelta(days=1))
    assert client.post(f"{adres}/bekendmaken", data={"op": gisteren}).status_code == 409
    assert client.post(f"{adres}/bekendmaken", data={"op": str(vandaag())}).status_code == 303
    assert "Bezwaar kan tot en met" in client.get(adres).text


def test_an_area_ban_has_a_clock_that_ends_with_it(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.GEBIEDSVERBOD)).one()
    assert klok.actie is not None
    assert klok.actie.uiterlijk == maatregel.tot


def test_lifting_asks_why_and_ends_its_actions(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    adres = f"{toneel.pad}/{maatregel.id}/opheffen"
    assert toneel.send(toneel.coordinator, adres, reden="").status_code == 422
    assert toneel.send(toneel.coordinator, adres, reden="Het is rustig.").status_code == 303
    db.session.refresh(maatregel)
    assert maatregel.stand(vandaag()) is Stand.OPGEHEVEN
    assert toneel.act(toneel.coordinator, maatregel, "opheffen", reden="x").status_code == 409
    acties = db.session.scalars(select(Actie).filter_by(bron_soort="maatregel"))
    assert not [actie for actie in acties if actie.status in OPEN]


def test_a_review_is_an_action_that_is_done(toneel: Toneel) -> None:
    maatregel = toneel.take()
    stmt = select(Actie).filter_by(bron_soort="maatregel", eigenaar_id=toneel.coordinator.id)
    actie = db.session.scalars(stmt).one()
    assert actie.titel == "Maatregel toetsen"
    assert actie.uiterlijk == maatregel.toets_op
    adres = f"{toneel.pad}/{maatregel.id}/toets"
    assert toneel.send(toneel.coordinator, adres, uitkomst="doorgaan").status_code == 303
    db.session.refresh(maatregel)
    assert maatregel.getoetst_op == vandaag()


def test_a_breach_is_written_down(toneel: Toneel) -> None:
    maatregel = toneel.take()
    adres = f"{toneel.pad}/{maatregel.id}/overtreding"
    assert toneel.send(toneel.coordinator, adres, wat="").status_code == 422
    answer = toneel.send(toneel.coordinator, adres, wat="Stond in de hal.", is_politie="y")
    assert answer.status_code == 303
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}"))
    assert "Stond in de hal." in text_of(page, "#daarna")


def test_a_day_to_come_is_refused(toneel: Toneel) -> None:
    maatregel, later = toneel.take(), str(vandaag() + timedelta(days=2))
    adres = f"{toneel.pad}/{maatregel.id}"
    for wat, velden in (
        ("bekendmaken", {"op": later}),
        ("bezwaar", {"bezwaar_op": later, "bezwaar_uitkomst": "loopt"}),
        ("overtreding", {"moment": f"{later}T10:00", "wat": "Kwam binnen."}),
    ):
        answer = toneel.send(toneel.coordinator, f"{adres}/{wat}", **velden)
        assert answer.status_code == 422, wat


def test_an_objection_and_its_outcome(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    adres, today = f"{toneel.pad}/{maatregel.id}/bezwaar", str(vandaag())
    mist = toneel.send(toneel.coordinator, adres, bezwaar_op=today, bezwaar_uitkomst="gegrond")
    assert mist.status_code == 422
    assert (
        toneel.send(
            toneel.coordinator,
            adres,
            bezwaar_op=today,
            bezwaar_uitkomst="gegrond",
            bezwaar_uitkomst_op=today,
        ).status_code
        == 303
    )
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}"))
    assert "Gegrond" in text_of(page, "#daarna")
