"""Whoever reads the log of a meeting is in the read log, by whichever way it was asked."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.pages import HTMX
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.incidenten.vergaderingen.models import Vergadering

from .conftest import Log, MakeVergadering


def lines(vergadering: Vergadering) -> int:
    gelezen = db.session.query(AuditRegel).filter_by(actie="ingezien", tabel="vergadering")
    return gelezen.filter_by(object_id=vergadering.id).count()


def test_asking_as_the_script_does_is_recorded_once_a_day_for_each_reader(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    make_vergadering: MakeVergadering,
    log: Log,
) -> None:
    regel = log(make_vergadering(), tekst="Jullie zijn dieven")
    live = f"/incidenten/vergaderingen/{regel.vergadering_id}/live"
    for lezer, verwacht in ((client, 1), (client, 1), (client_for(Rol.GRIFFIER), 2)):
        assert "dieven" in lezer.get(live, headers=HTMX).text
        assert lines(regel.vergadering) == verwacht


def test_another_meeting_has_its_own_line(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    for vergadering in (make_vergadering(), make_vergadering()):
        client.get(f"/incidenten/vergaderingen/{vergadering.id}/live", headers=HTMX)
        assert lines(vergadering) == 1


def test_an_entry_opened_to_add_to_it_and_a_refused_one_are_recorded(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    pad = f"/incidenten/vergaderingen/{regel.vergadering_id}/regels"
    assert client.get(f"{pad}/{regel.id}").status_code == 200
    assert lines(regel.vergadering) == 1
    assert client.post(pad, data={"soort": "dansen"}).status_code == 422
    assert lines(regel.vergadering) == 2
