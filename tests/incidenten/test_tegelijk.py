"""Eight people report at once: nothing lost, nothing refused, no number twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from flask.testing import FlaskClient

from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.models import Incident

from .conftest import melding

Client = Callable[..., FlaskClient]
PAD = "/incidenten/melden"


def _send(app: Flask, client: FlaskClient, tokens: list[str]) -> list[tuple[int, str]]:
    with app.app_context():
        answers = [client.post(PAD, data=melding(eenmalig=token)) for token in tokens]
    return [(answer.status_code, answer.location) for answer in answers]


def test_eight_at_once_each_get_a_number(app: Flask, client_for: Client) -> None:
    clients = [client_for(Rol.MEDEWERKER) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        jobs = [
            pool.submit(_send, app, client, [f"{i}-{n}" for n in range(5)])
            for i, client in enumerate(clients)
        ]
        answers = [answer for job in jobs for answer in job.result()]
    assert {status for status, _ in answers} == {303}
    assert len({place for _, place in answers}) == 40
    nummers = sorted(db.session.scalars(db.select(Incident.volgnummer)))
    assert nummers == list(range(1, 41))


def test_one_form_sent_eight_times_at_once_makes_one_case(app: Flask, client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    clients = [client, *(client_copy(app, client) for _ in range(7))]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(_send, app, client, ["zelfde"]) for client in clients]
        places = {job.result()[0] for job in jobs}
    nummer = db.session.scalars(db.select(Incident.nummer)).one()
    assert places == {(303, f"/incidenten/{nummer}/ontvangst")}


def client_copy(app: Flask, client: FlaskClient) -> FlaskClient:
    """Another tab of the same browser."""
    copy = app.test_client()
    cookie = client.get_cookie("session")
    assert cookie is not None
    copy.set_cookie("session", cookie.value)
    return copy
