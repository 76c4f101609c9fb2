"""Speed that can be asserted: few statements, none per row, and each by an index."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX
from tests.queries import count_queries, plans_of
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten import register
from vob.incidenten.filters import read_filters
from vob.incidenten.models import Incident
from vob.incidenten.operations import add_gebeurtenis
from vob.incidenten.values import Gebeurtenissoort

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


def statements(client: FlaskClient, pad: str, **kwargs: object) -> int:
    """How many the page sends, the read log included."""
    with count_queries() as sent:
        assert client.get(pad, **kwargs).status_code == 200  # type: ignore[arg-type]  # of the test client
    return len(sent)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.GRIFFIER])
@pytest.mark.parametrize(
    "query", ["", "?status=open&vorm=belediging", "?q=balie", "?behandelaar=mij"]
)
def test_the_register_asks_the_same_for_one_case_as_for_many(
    client_of: ClientOf, make_gebruiker: Maker, make_incident: Zaken, rol: Rol, query: str
) -> None:
    client, melder = client_of(make_gebruiker(rol)), make_gebruiker(Rol.MEDEWERKER)
    pad = f"/incidenten/{query}"
    client.get(pad)
    een = statements(client, pad)
    for n in range(30):
        make_incident(melder, nu() - timedelta(minutes=n))
    veel = statements(client, pad)
    assert een <= veel <= een + 1  # counting, once there is more than a page
    assert veel <= 8
    assert statements(client, pad, headers=HTMX) <= 6


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.GRIFFIER])
def test_the_case_asks_the_same_whatever_happened(
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_incident: Zaken,
    make_lijn: Callable[..., object],
    rol: Rol,
) -> None:
    wie, melder = make_gebruiker(rol), make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)
    make_lijn(Functie.RAADSLID, wie)
    zaak = make_incident(melder)
    client, pad = client_of(wie), f"/incidenten/{zaak.nummer}"
    client.get(pad)
    een = statements(client, pad)
    for _ in range(60):
        add_gebeurtenis(zaak, Gebeurtenissoort.NOTITIE, melder.id, nu(), tekst="x", is_intern=True)
    db.session.commit()
    assert statements(client, pad) == een <= 8
    assert statements(client_of(melder), pad) <= 8


INDEX = {
    "": "ix_incident_gemeld",
    "status=open": "ix_incident_open",
    "status=gesloten": "ix_incident_status",
    "ernst=4": "ix_incident_ernst",
    "kanaal=brief": "ix_incident_kanaal",
    "getroffene=raadslid": "ix_incident_functie",
    "behandelaar=mij": "ix_incident_behandelaar",
    "behandelaar=niemand": "ix_incident_behandelaar",
    "periode=dit-jaar": "ix_incident_gemeld",
    "vorm=stalking": "sqlite_autoindex_incident_vorm_1",
    "sort=-voorval": "ix_incident_voorval",
    "sort=-ernst": "ix_incident_ernst_volgorde",
    "sort=gemeld": "ix_incident_gemeld",
    "q=fietsen": "VIRTUAL",
}


def plan(gebruiker: Gebruiker, query: str) -> str:
    """The plan of the list, with as many cases as make it worth an index."""
    filters = read_filters(dict([query.split("=")] if query else []))
    keuze = register.choose(gebruiker, filters, vandaag())
    return plans_of(lambda: keuze.read_page(None, None))[-1]


def is_sqlite() -> bool:
    """PostgreSQL reads a handful of rows without any index, whatever they are."""
    return db.engine.dialect.name == "sqlite"


@pytest.mark.parametrize("query", INDEX)
def test_every_filter_and_order_has_its_index(make_gebruiker: Maker, query: str) -> None:
    coordinator = make_gebruiker(Rol.COORDINATOR)
    if is_sqlite():
        gevonden = plan(coordinator, query)
        assert INDEX[query] in gevonden.split(), gevonden
        assert "TEMP B-TREE" not in gevonden
        assert "SCAN incident\n" not in gevonden + "\n"


def test_someone_with_few_cases_begins_with_those(make_gebruiker: Maker) -> None:
    bestuurder = make_gebruiker(Rol.BESTUURDER)
    if is_sqlite():
        assert "ix_betrokkene_gebruiker" in plan(bestuurder, "")
        assert "zoekdoc_fts" not in plan(bestuurder, "q=fietsen")


def test_counting_what_was_found_asks_the_index_of_words_first(make_gebruiker: Maker) -> None:
    coordinator = make_gebruiker(Rol.COORDINATOR)
    if is_sqlite():
        keuze = register.choose(coordinator, read_filters({"q": "fietsen"}), vandaag())
        stappen = plans_of(keuze.count)[-1].splitlines()
        assert "VIRTUAL TABLE" in next(
            stap for stap in stappen if stap.startswith(("SCAN", "SEARCH"))
        )
