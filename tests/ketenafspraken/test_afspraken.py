"""Agreements: making, signing, changing, ending, renewing, evaluating."""

import io

import pytest
from flask.testing import FlaskClient

from vob.bijlagen.models import Bijlage
from vob.core.permissions import Rol
from vob.data import db
from vob.ketenafspraken.models import Afspraak, Partner
from vob.ketenafspraken.values import Afspraaksoort, Afspraakstatus

from ..pages import form_data, read_page, text_of
from ..queries import count_queries
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken/afspraken/"


@pytest.fixture
def politie(make_partner: Maak) -> Partner:
    return make_partner()


@pytest.fixture
def concept(make_afspraak: Maak, politie: Partner) -> Afspraak:
    return make_afspraak(politie, status=Afspraakstatus.CONCEPT)


def gegevens(client: FlaskClient, partner: Partner, **anders: object) -> dict[str, object]:
    data: dict[str, object] = dict(form_data(read_page(client.get(f"{PAD}nieuw")), "main form"))
    data |= {"titel": "Werkafspraak", "soort": "werkafspraak", "onderwerp": "aangifte"}
    return data | {"partner_ids": [str(partner.id)]} | anders


def sign(client: FlaskClient, id: int) -> int:
    for naam in ("M. Bakker", "J. Vonk"):
        data = form_data(read_page(client.get(f"{PAD}{id}")), "form[action$='/ondertekenaars']")
        client.post(f"{PAD}{id}/ondertekenaars", data=data | {"naam": naam, "namens": "ons"})
    return client.post(f"{PAD}{id}/ondertekenen").status_code


def test_the_signed_paper_may_come_after_the_signing(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner, client_for: Client
) -> None:
    pad = f"{PAD}{make_afspraak(politie).id}"
    stuk = (io.BytesIO(b"%PDF-1.7\nx"), "getekend.pdf")
    assert "Stuk toevoegen" in text_of(read_page(beheer.get(pad)), "#bijlagen-kaart")
    leeg = beheer.post(f"{pad}/stukken", data={})
    assert leeg.status_code == 422
    assert "Kies eerst een bestand." in text_of(read_page(leeg), "#fouten")
    assert beheer.post(f"{pad}/stukken", data={"bijlagen": stuk}).status_code == 303
    kaart = text_of(read_page(beheer.get(pad)), "#bijlagen-kaart")
    assert "getekend.pdf" in kaart
    assert "Weggooien" not in kaart
    assert client_for(Rol.BESTUURDER).get(f"{pad}/stukken").status_code == 403


def test_from_draft_to_signed_with_its_document(beheer: FlaskClient, politie: Partner) -> None:
    stuk = (io.BytesIO(b"%PDF-1.7\nx"), "convenant.pdf")
    delen = {"grondslag": "AVG", "delen_wel": "Wat nodig is.", "delen_niet": "De rest."}
    r = beheer.post(f"{PAD}nieuw", data=gegevens(beheer, politie, bijlagen=stuk, **delen))
    assert r.status_code == 303
    page = read_page(beheer.get(r.location))
    assert text_of(page, ".titelrij .badge") == "concept"
    assert "De rest." in text_of(page, "#informatie")
    assert "convenant.pdf" in text_of(page, "#bijlagen-kaart")
    assert "Politie" in text_of(page, "#gegevens")
    id = int(r.location.rpartition("/")[2])
    assert "ten minste twee partijen" in text_of(page, "#gegevens")
    assert beheer.post(f"{PAD}{id}/ondertekenen").status_code == 409, "nobody signed yet"
    assert sign(beheer, id) == 303
    page = read_page(beheer.get(r.location))
    assert text_of(page, ".titelrij .badge") == "geldig"
    assert "J. Vonk" in text_of(page, "#ondertekenaars")


def test_sent_twice_is_one_agreement(beheer: FlaskClient, politie: Partner) -> None:
    data = gegevens(beheer, politie)
    first, again = (beheer.post(f"{PAD}nieuw", data=data) for _ in range(2))
    assert first.location == again.location
    assert db.session.query(Afspraak).count() == 1


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"titel": ""}, "Geef de afspraak een titel."),
        ({"partner_ids": []}, "Kies ten minste één partner."),
        ({"einddatum": "2020-01-01"}, "niet vóór de eerste dag"),
    ],
)
def test_what_is_refused(
    beheer: FlaskClient, politie: Partner, anders: dict[str, object], zin: str
) -> None:
    r = beheer.post(f"{PAD}nieuw", data=gegevens(beheer, politie, **anders))
    assert r.status_code == 422
    assert zin in text_of(read_page(r), "#fouten")
    assert db.session.query(Afspraak).count() == 0


def test_a_draft_changes_and_both_versions_name_the_partners(
    beheer: FlaskClient, concept: Afspraak, make_partner: Maak
) -> None:
    ander = make_partner("RIEC")
    pad = f"{PAD}{concept.id}/wijzigen"
    data = form_data(read_page(beheer.get(pad)), "main form")
    assert beheer.post(pad, data=data | {"partner_ids": [str(ander.id)]}).status_code == 303
    assert [partner.naam for partner in concept.partners] == ["RIEC"]
    r = beheer.post(pad, data=data)
    assert r.status_code == 409
    fouten = text_of(read_page(r), "#fouten")
    assert "RIEC" in fouten
    assert "Politie" in fouten


def test_what_was_signed_does_not_change(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    id = make_afspraak(politie).id
    assert beheer.get(f"{PAD}{id}/wijzigen").status_code == 409
    data = {"naam": "X", "namens": "Y", "ondertekend_op": str(dag(0))}
    assert beheer.post(f"{PAD}{id}/ondertekenaars", data=data).status_code == 409
    assert beheer.post(f"{PAD}{id}/ondertekenaars/1/verwijderen").status_code == 409
    assert beheer.post(f"{PAD}{id}/ondertekenen").status_code == 409


def test_a_signatory_may_be_taken_away_before_signing(
    beheer: FlaskClient, concept: Afspraak
) -> None:
    data = {"naam": "X", "namens": "Y", "ondertekend_op": str(dag(0))}
    beheer.post(f"{PAD}{concept.id}/ondertekenaars", data=data)
    nr = concept.ondertekenaars[0].id
    beheer.post(f"{PAD}{concept.id}/ondertekenaars/{nr}/verwijderen")
    db.session.refresh(concept)
    assert concept.ondertekenaars == []


def test_one_signs_not_tomorrow(beheer: FlaskClient, concept: Afspraak) -> None:
    data = {"naam": "X", "namens": "Y", "ondertekend_op": str(dag(1))}
    r = beheer.post(f"{PAD}{concept.id}/ondertekenaars", data=data)
    assert r.status_code == 422
    assert "die al is geweest" in text_of(read_page(r), "#fouten")


def test_a_word_is_not_signed(beheer: FlaskClient, concept: Afspraak) -> None:
    concept.soort = Afspraaksoort.MONDELING
    db.session.commit()
    assert "wordt niet ondertekend" in read_page(beheer.get(f"{PAD}{concept.id}")).text
    assert beheer.post(f"{PAD}{concept.id}/ondertekenen").status_code == 303


def test_the_list_is_narrowed_by_how_it_stands(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    for titel, meer in {
        "geldig": {},
        "zonder einde": {"einddatum": None},
        "verloopt": {"einddatum": dag(90)},
        "verlopen": {"einddatum": dag(-1)},
        "straks": {"ingangsdatum": dag(1)},
        "concept": {"status": Afspraakstatus.CONCEPT},
        "opgezegd": {"status": Afspraakstatus.OPGEZEGD, "einddatum": dag(5)},
    }.items():
        make_afspraak(politie, titel=titel, **meer)
    for stand, wie in {
        "geldig": ["geldig", "zonder einde"],
        "verloopt": ["verloopt"],
        "verlopen": ["verlopen"],
        "ondertekend": ["straks"],
        "concept": ["concept"],
        "opgezegd": ["opgezegd"],
    }.items():
        page = read_page(beheer.get(f"{PAD}?stand={stand}"))
        assert [a.text for a in page.select("tbody th a")] == wie, stand


def test_the_list_is_searched(beheer: FlaskClient, make_afspraak: Maak, politie: Partner) -> None:
    for titel in ("Werkafspraak aangifte", "Convenant"):
        make_afspraak(politie, titel=titel)
    page = read_page(beheer.get(f"{PAD}?q=werkafs"))
    assert [a.text for a in page.select("tbody th a")] == ["Werkafspraak aangifte"]
    assert "geen afspraken die hierbij passen" in read_page(beheer.get(f"{PAD}?q=nergens")).text


def test_the_list_goes_on(beheer: FlaskClient, make_afspraak: Maak, politie: Partner) -> None:
    for nummer in range(26):
        make_afspraak(politie, titel=f"Afspraak {nummer:02}")
    page = read_page(beheer.get(PAD))
    volgende = read_page(beheer.get(str(page.select("a[rel=next]")[0]["href"])))
    assert [a.text for a in volgende.select("tbody th a")] == ["Afspraak 25"]
    assert beheer.get(f"{PAD}?na=onzin").status_code == 303
    db.session.expire_all()
    with count_queries() as statements:
        beheer.get(PAD)
    assert len(statements) <= 8, "\n\n".join(statements)


def test_agreements_and_their_documents_are_for_who_may(
    client_for: Client, beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    r = beheer.post(
        f"{PAD}nieuw",
        data=gegevens(beheer, politie, bijlagen=(io.BytesIO(b"%PDF-1.7\nx"), "a.pdf")),
    )
    sleutel = db.session.scalars(db.select(Bijlage.sleutel)).one()
    bijlage = f"/bijlagen/{sleutel}"
    assert client_for(Rol.BESTUURDER).get(bijlage).status_code == 200
    assert client_for(Rol.BESTUURDER).get(r.location).status_code == 200
    for rol in (Rol.MEDEWERKER, Rol.FG, Rol.BEHEERDER):
        client = client_for(rol)
        assert client.get(r.location).status_code == 403
        assert client.get(bijlage).status_code == 404
    assert beheer.get(f"{PAD}999").status_code == 404


def test_a_document_of_a_draft_may_go_and_of_a_signed_one_not(
    beheer: FlaskClient, client_for: Client, politie: Partner
) -> None:
    stuk = (io.BytesIO(b"%PDF-1.7\nx"), "a.pdf")
    r = beheer.post(f"{PAD}nieuw", data=gegevens(beheer, politie, bijlagen=stuk))
    weg = f"/bijlagen/{db.session.scalars(db.select(Bijlage.sleutel)).one()}/weggooien"
    assert client_for(Rol.BESTUURDER).post(weg).status_code == 409
    id = int(r.location.rpartition("/")[2])
    assert read_page(beheer.get(r.location)).select(f"form[action='{weg}']")
    sign(beheer, id)
    assert beheer.post(weg).status_code == 409
    assert not read_page(beheer.get(r.location)).select(f"form[action='{weg}']")
    assert db.session.query(Bijlage).count() == 1


def test_a_file_that_is_refused_keeps_the_rest_of_the_form(
    beheer: FlaskClient, politie: Partner
) -> None:
    stuk = (io.BytesIO(b"MZ"), "virus.exe")
    r = beheer.post(f"{PAD}nieuw", data=gegevens(beheer, politie, bijlagen=stuk))
    assert r.status_code == 422
    assert form_data(read_page(r), "main form")["titel"] == "Werkafspraak"


def test_an_action_comes_from_an_agreement_and_only_for_who_works_on_it(
    beheer: FlaskClient, client_for: Client, make_afspraak: Maak, politie: Partner
) -> None:
    afspraak = make_afspraak(politie)
    adres = f"/acties/nieuw?soort=afspraak&id={afspraak.id}"
    assert read_page(beheer.get(f"{PAD}{afspraak.id}")).select(f"a[href='{adres}']")
    for client, status in ((beheer, 303), (client_for(Rol.BESTUURDER), 404)):
        data = form_data(read_page(client.get(adres)), "main form[method=post]")
        data |= {"titel": "Convenant bespreken", "eigenaar_id": str(afspraak.eigenaar_id)}
        assert client.post("/acties/nieuw", data=data).status_code == status
