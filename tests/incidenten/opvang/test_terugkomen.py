"""Who did not want a talk comes back on it: its clock runs on."""

from sqlalchemy import select

from tests.incidenten.opvang.conftest import Toneel
from tests.pages import send_form as send
from vob.acties.values import Status as Actiestatus
from vob.data import db
from vob.incidenten.opvang.models import Opvangmoment
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort


def _klok() -> Zaaktermijn:
    stmt = select(Zaaktermijn).filter_by(soort=Termijnsoort.OPVANGGESPREK)
    return db.session.scalars(stmt.execution_options(populate_existing=True)).one()


def _answer(toneel: Toneel, moment: Opvangmoment, naar: str) -> None:
    client = toneel.client(toneel.getroffene)
    answer = client.post(f"{toneel.pad}/momenten/{moment.id}", data={"naar": naar})
    assert answer.status_code == 303


def _offer(toneel: Toneel) -> Opvangmoment:
    pad = f"{toneel.pad}/{toneel.regel().id}/momenten/nieuw"
    send(toneel.client(toneel.opvang), pad, soort="gesprek")
    return db.session.scalars(select(Opvangmoment)).one()


def test_the_clock_of_the_talk_runs_on(toneel: Toneel) -> None:
    moment = _offer(toneel)
    eerst = _klok().uiterlijk
    _answer(toneel, moment, "afgewezen")
    assert _klok().gestopt_op is not None
    _answer(toneel, moment, "afgesproken")
    klok = _klok()
    assert (klok.gestopt_op, klok.uitkomst, klok.uiterlijk) == (None, "", eerst)
    assert klok.actie is not None
    assert klok.actie.status is Actiestatus.OPEN


def test_a_clock_that_another_talk_stopped_stays_so(toneel: Toneel) -> None:
    moment = _offer(toneel)
    pad = f"{toneel.pad}/{moment.traject_id}/momenten/nieuw"
    send(toneel.client(toneel.opvang), pad, soort="gesprek", stand="gehouden")
    _answer(toneel, moment, "afgewezen")
    _answer(toneel, moment, "afgesproken")
    assert _klok().uitkomst == "Geweest"
