"""The register of offenders: off until decided, encrypted, found by exactly one name, logged."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, insert, text

from tests.pages import form_data, read_page, text_of
from vob.acties.values import Status as Actiestatus
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import AuditInhoud, AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.veroorzakers.models import Registerbesluit, Veroorzaker
from vob.web import objecten

from ..test_queries_count import statements

REGISTER = "/incidenten/veroorzakers/"
NAAM = "Karel Kroniek"
Maker = Callable[..., Gebruiker]


def decide(client: FlaskClient, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    data = {"grond": "Arbowet", "fg_naam": "F. Gee", "akkoord_op": str(vandaag())}
    return client.post(f"{REGISTER}besluit", data=data | velden)


def place(client: FlaskClient, zaak: Incident, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    data = {"naam": NAAM, "gedrag": "Stuurde dreigmails", "eenmalig": zaak.nummer}
    return client.post(f"/incidenten/{zaak.nummer}/veroorzaker", data=data | velden)


@pytest.fixture
def aan(client: FlaskClient) -> None:
    assert decide(client).status_code == 303


def one() -> Veroorzaker:
    return db.session.scalars(db.select(Veroorzaker)).one()


def test_one_finds_it_from_the_dossiers(client: FlaskClient) -> None:
    assert read_page(client.get("/incidenten/dossiers/")).select(f"a[href='{REGISTER}']")


def test_it_is_off_and_then_there_is_nothing(client: FlaskClient, zaak: Incident) -> None:
    page = read_page(client.get(REGISTER))
    assert "Staat uit" in page.text
    assert not page.select("#zoeken")
    assert client.post(REGISTER, data={"naam": NAAM}).status_code == 409
    assert client.get(f"/incidenten/{zaak.nummer}/veroorzaker").status_code == 404
    assert place(client, zaak).status_code == 404
    assert client.get(f"{REGISTER}1").status_code == 404
    tabs = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}")), "#onderdelen")
    assert "Veroorzaker" not in tabs


@pytest.mark.parametrize(
    ("veld", "waarde"), [("grond", ""), ("fg_naam", " "), ("akkoord_op", ""), ("akkoord_op", "x")]
)
def test_it_goes_on_only_with_ground_date_and_name(
    client: FlaskClient, veld: str, waarde: str
) -> None:
    assert decide(client, **{veld: waarde}).status_code == 422
    morgen = str(vandaag() + timedelta(days=1))
    assert decide(client, akkoord_op=morgen).status_code == 422
    assert "Staat uit" in client.get(REGISTER).text


@pytest.mark.usefixtures("aan")
def test_who_agreed_and_why_is_shown(client: FlaskClient) -> None:
    stand = text_of(read_page(client.get(REGISTER)), "#stand")
    for deel in ("Staat aan", "Arbowet", "F. Gee", "Noor Bakker"):
        assert deel in stand


@pytest.mark.usefixtures("aan")
def test_someone_is_placed_from_a_case_and_looked_at_again(
    client: FlaskClient, zaak: Incident
) -> None:
    assert [place(client, zaak).status_code for _ in range(2)] == [303, 303]
    assert (one().naam, one().geinformeerd_op) == (NAAM, None)
    soort = Termijnsoort.HERBEOORDELING
    termijn = db.session.scalars(db.select(Zaaktermijn).filter_by(soort=soort)).one()
    assert NAAM not in termijn.actie.titel
    opzaak = read_page(client.get(f"/incidenten/{zaak.nummer}/veroorzaker"))
    assert NAAM in text_of(opzaak, "#bekend")
    page = read_page(client.get(f"{REGISTER}{one().id}"))
    assert "nog geen bericht" in page.text
    assert zaak.nummer in text_of(page, "#zaken")


@pytest.mark.usefixtures("aan")
def test_the_same_name_is_the_same_person_unless_said_otherwise(
    client: FlaskClient, zaak: Incident, make_incident: Callable[..., Incident], melder: Gebruiker
) -> None:
    place(client, zaak)
    place(client, make_incident(melder), naam=" karel  KRONIEK")
    assert len(one().zaken) == 2
    assert place(client, zaak, eenmalig="nog een keer").status_code == 409
    place(client, make_incident(melder), is_ander="y")
    assert db.session.query(Veroorzaker).count() == 2


@pytest.mark.usefixtures("aan")
@pytest.mark.parametrize(
    ("naam", "gevonden"), [("karel kroniek", 1), ("Karel", 0), ("Karel Kronieken", 0)]
)
def test_exactly_one_name_is_found_by_post(
    client: FlaskClient, zaak: Incident, naam: str, gevonden: int
) -> None:
    place(client, zaak)
    answer = client.post(REGISTER, data={"naam": naam})
    assert answer.status_code == 200
    assert len(read_page(answer).select("#gevonden a")) == gevonden
    stmt = db.select(AuditRegel).filter_by(actie="gezocht", tabel="veroorzaker")
    assert db.session.scalars(stmt).one()
    assert not read_page(client.get(f"{REGISTER}?naam={naam}")).select("#gevonden")
    assert client.post(REGISTER, data={"naam": ""}).status_code == 422


@pytest.mark.usefixtures("aan")
def test_no_name_is_kept_in_clear_or_logged(
    client: FlaskClient, zaak: Incident, caplog: pytest.LogCaptureFixture
) -> None:
    place(client, zaak, contact="Dorpsstraat 1")
    client.post(REGISTER, data={"naam": NAAM})
    rij = db.session.execute(text("SELECT * FROM veroorzaker")).one()
    ruw = b"".join(bytes(w) for w in rij if isinstance(w, bytes | memoryview)) + str(rij).encode()
    inhoud = "".join(db.session.scalars(db.select(AuditInhoud.inhoud))) + caplog.text
    for woord in ("Kroniek", "kroniek", "Dorpsstraat", "dreigmails"):
        assert woord.encode() not in ruw
        assert woord not in inhoud


@pytest.mark.usefixtures("aan")
def test_reading_an_entry_is_in_the_read_log(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    client.get(f"{REGISTER}{one().id}")
    stmt = db.select(AuditRegel).filter_by(actie="ingezien", tabel="veroorzaker")
    assert [regel.object_id for regel in db.session.scalars(stmt)] == [one().id]


@pytest.mark.usefixtures("aan")
def test_an_entry_is_told_and_looked_at_again(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    pad, morgen = f"{REGISTER}{one().id}", str(vandaag() + timedelta(days=1))
    data = form_data(read_page(client.get(pad)), "#gegevens form")
    for veld, waarde in (
        ("naam", ""),
        ("herbeoordeling_op", str(vandaag())),
        ("herbeoordeling_op", ""),
        ("geinformeerd_op", morgen),
    ):
        assert client.post(pad, data=data | {veld: waarde}).status_code == 422
    data |= {"geinformeerd_op": str(vandaag()), "herbeoordeling_op": morgen, "naam": "Karel K."}
    assert [client.post(pad, data=data).status_code for _ in range(2)] == [303, 409]
    assert "nog geen bericht" not in client.get(pad).text
    assert f"Registratie {one().id}" in text_of(read_page(client.get(REGISTER)), "#beoordelen")
    assert read_page(client.post(REGISTER, data={"naam": "karel k."})).select("#gevonden a")


@pytest.mark.usefixtures("aan")
def test_erasing_one_asks_to_be_sure(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    pad = f"{REGISTER}{one().id}/verwijderen"
    assert client.post(pad).status_code == 409
    assert client.post(pad, data={"zeker": "ja"}).status_code == 303
    assert db.session.query(Veroorzaker).count() == 0
    assert client.get(f"/incidenten/{zaak.nummer}").status_code == 200


@pytest.mark.usefixtures("aan")
def test_switching_it_off_erases_it(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    adres = f"{REGISTER}besluit"
    assert client.post(adres, data={"reden": "", "zeker": "y"}).status_code == 422
    answer = client.post(adres, data={"reden": "FG trok in"})
    assert answer.status_code == 422
    assert form_data(read_page(answer), "main form")["reden"].strip() == "FG trok in"
    assert db.session.query(Veroorzaker).count() == 1
    assert client.post(adres, data={"reden": "FG trok in", "zeker": "y"}).status_code == 303
    assert db.session.query(Veroorzaker).count() == 0
    gewist = db.session.scalars(db.select(AuditRegel).filter_by(actie="register gewist")).one()
    assert gewist.actor_id is not None
    assert "FG trok in" in client.get(REGISTER).text
    assert [b.is_aan for b in db.session.query(Registerbesluit)] == [True, False]
    assert decide(client).status_code == 303


def herbeoordeling() -> Zaaktermijn:
    stmt = db.select(Zaaktermijn).filter_by(soort=Termijnsoort.HERBEOORDELING)
    return db.session.scalars(stmt).one()


@pytest.mark.usefixtures("aan")
def test_the_next_look_is_the_day_that_was_chosen(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    pad, dan = f"{REGISTER}{one().id}", vandaag() + timedelta(days=30)
    assert herbeoordeling().actie.uiterlijk == one().herbeoordeling_op
    data = form_data(read_page(client.get(pad)), "#gegevens form")
    assert client.post(pad, data=data | {"herbeoordeling_op": str(dan)}).status_code == 303
    assert herbeoordeling().actie.uiterlijk == dan


@pytest.mark.usefixtures("aan")
@pytest.mark.parametrize("alles", [True, False], ids=["register", "entry"])
def test_nobody_must_look_again_at_who_was_erased(
    client: FlaskClient, zaak: Incident, alles: bool
) -> None:
    place(client, zaak)
    pad = "besluit" if alles else f"{one().id}/verwijderen"
    client.post(REGISTER + pad, data={"reden": "FG trok in", "zeker": "ja"})
    assert (herbeoordeling().uitkomst, herbeoordeling().actie.status) == (
        "Registratie gewist.",
        Actiestatus.GEDAAN,
    )


@pytest.mark.usefixtures("aan")
def test_who_comes_in_after_it_is_looked_at_again(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    client.post(f"{REGISTER}{one().id}/verwijderen", data={"zeker": "ja"})
    place(client, zaak, eenmalig="opnieuw", naam="Iemand Anders")  # SQLite gives the number again
    soort = Termijnsoort.HERBEOORDELING
    loopt = db.select(Zaaktermijn).filter_by(soort=soort, gestopt_op=None)
    assert db.session.scalars(loopt).one().actie.uiterlijk == one().herbeoordeling_op


@pytest.mark.usefixtures("aan")
def test_nobody_is_placed_in_it_while_it_is_switched_off(
    client: FlaskClient, zaak: Incident, coordinator: Gebruiker
) -> None:
    uit = {"is_aan": False, "reden": "FG trok in", "door_id": coordinator.id, "op": nu()}

    def switch_off(*_: object) -> None:
        """Another does so just after this request saw that it is on."""
        with db.engine.begin() as connection:
            connection.execute(insert(Registerbesluit).values(grond="", fg_naam="", **uit))

    event.listen(Registerbesluit, "load", switch_off, once=True)
    assert place(client, zaak).status_code == 404
    assert db.session.query(Registerbesluit).count() == 2
    assert db.session.query(Veroorzaker).count() == 0


@pytest.mark.usefixtures("aan")
@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.COORDINATOR])
def test_only_the_coordinator(
    client: FlaskClient,
    client_of: Callable[[Gebruiker], FlaskClient],
    make_gebruiker: Maker,
    coordinator: Gebruiker,
    zaak: Incident,
    rol: Rol,
) -> None:
    place(client, zaak)
    gebruiker = make_gebruiker(rol)
    for pad in ("", "besluit", str(one().id)):
        assert client_of(gebruiker).get(REGISTER + pad).status_code == 403
    assert not objecten.may_see(gebruiker, "veroorzaker", one().id)
    assert objecten.may_see(coordinator, "veroorzaker", one().id)


@pytest.mark.usefixtures("aan")
def test_the_pages_ask_little(client: FlaskClient, zaak: Incident) -> None:
    place(client, zaak)
    for pad in (REGISTER, f"{REGISTER}{one().id}", f"/incidenten/{zaak.nummer}/veroorzaker"):
        assert statements(client, pad) <= 8
