"""Arranging care, offering it, and what became of it."""

from datetime import timedelta

from sqlalchemy import select

from tests.incidenten.opvang.conftest import Toneel
from tests.pages import form_data, read_page, text_of
from tests.pages import send_form as send
from vob.berichten.models import Bericht
from vob.core.clock import vandaag
from vob.data import AuditRegel, db
from vob.incidenten.models import Betrokkene
from vob.incidenten.opvang.models import Opvangmoment, Opvangtraject
from vob.incidenten.opvang.values import Momentsoort, Momentstand
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Betrokkenrol


def test_the_coordinator_arranges_care_for_the_victim(toneel: Toneel) -> None:
    client = toneel.client(toneel.coordinator)
    answer = send(client, f"{toneel.pad}/nieuw", opvangpersoon_id=str(toneel.opvang.id))
    assert answer.location == toneel.pad
    page = read_page(client.get(toneel.pad))
    assert "Joris Vos" in text_of(page, "#main")
    assert db.session.scalars(select(Bericht.pad).order_by(Bericht.id)).all()[-1] == toneel.pad
    stmt = select(Betrokkene.gebruiker_id).filter_by(rol=Betrokkenrol.OPVANG)
    assert db.session.scalars(stmt).all() == [toneel.opvang.id]


def test_nobody_is_no_choice(toneel: Toneel) -> None:
    traject = toneel.regel(opvangpersoon_id=None)
    pad = f"{toneel.pad}/{traject.id}/opvangpersoon"
    client = toneel.client(toneel.coordinator)
    assert client.post(pad, data={"opvangpersoon_id": ""}).status_code == 422
    assert "nog geen opvangpersoon gekozen" in client.get(toneel.pad).text


def test_the_same_person_is_cared_for_once(toneel: Toneel) -> None:
    toneel.regel()
    client = toneel.client(toneel.coordinator)
    answer = send(client, f"{toneel.pad}/nieuw", opvangpersoon_id=str(toneel.opvang.id))
    assert answer.status_code == 409
    assert db.session.query(Opvangtraject).count() == 1


def test_a_witness_without_an_account_has_a_name(toneel: Toneel) -> None:
    client, pad = toneel.client(toneel.coordinator), f"{toneel.pad}/nieuw"
    leeg = send(client, pad, voor="getuige", gebruiker_id="", naam="")
    assert leeg.status_code == 422
    assert "vul een naam in" in leeg.text
    send(client, pad, voor="getuige", gebruiker_id="", naam="Robin Willemsen", contact="0555-9")
    assert "Robin Willemsen" in client.get(toneel.pad).text


def test_a_name_is_stored_encrypted(toneel: Toneel) -> None:
    toneel.regel(gebruiker_id=None, naam="Robin Willemsen")
    ruw = db.session.connection().exec_driver_sql("select naam from opvangtraject").scalar()
    assert b"Robin" not in bytes(ruw)


def test_an_offer_stops_the_clock_of_aftercare(toneel: Toneel) -> None:
    traject = toneel.regel()
    client = toneel.client(toneel.opvang)
    answer = send(client, f"{toneel.pad}/{traject.id}/momenten/nieuw", stand="aangeboden")
    assert answer.status_code == 303
    klok = db.session.scalar(select(Zaaktermijn).filter_by(soort=Termijnsoort.NAZORG))
    assert klok is not None
    assert klok.gestopt_op is not None


def test_a_talk_that_was_held_starts_the_next_ones(toneel: Toneel) -> None:
    traject = toneel.regel()
    client, pad = toneel.client(toneel.opvang), f"{toneel.pad}/{traject.id}/momenten/nieuw"
    send(client, pad, soort="gesprek", stand="gehouden")
    assert db.session.scalars(select(Opvangmoment.gehouden_op)).one() == vandaag()
    loopt = select(Zaaktermijn.soort).where(Zaaktermijn.gestopt_op.is_(None))
    soorten = set(db.session.scalars(loopt))
    assert {Termijnsoort.VERVOLG_1, Termijnsoort.VERVOLG_2, Termijnsoort.KLACHTENCHECK} <= soorten
    assert Termijnsoort.OPVANGGESPREK not in soorten
    assert Termijnsoort.NAZORG not in soorten


def test_a_moment_that_has_not_been_is_refused(toneel: Toneel) -> None:
    traject = toneel.regel()
    pad = f"{toneel.pad}/{traject.id}/momenten/nieuw"
    client, morgen = toneel.client(toneel.opvang), vandaag() + timedelta(days=1)
    answer = send(client, pad, soort="gesprek", stand="gehouden", gehouden_op=str(morgen))
    assert answer.status_code == 422
    assert "nog niet geweest" in answer.text


def test_a_referral_says_to_whom(toneel: Toneel) -> None:
    traject = toneel.regel()
    pad, client = f"{toneel.pad}/{traject.id}/momenten/nieuw", toneel.client(toneel.opvang)
    assert send(client, pad, soort="verwijzing").status_code == 422
    assert send(client, pad, soort="verwijzing", naar="slachtofferhulp").status_code == 303
    assert "Slachtofferhulp Nederland" in client.get(toneel.pad).text


def test_the_form_proposes_the_next_moment(toneel: Toneel) -> None:
    traject = toneel.regel()
    pad, client = f"{toneel.pad}/{traject.id}/momenten/nieuw", toneel.client(toneel.opvang)
    assert form_data(read_page(client.get(pad)), "main form")["soort"] == "eerste"
    send(client, pad)
    assert form_data(read_page(client.get(pad)), "main form")["soort"] == "gesprek"


def _aanbod(toneel: Toneel) -> Opvangmoment:
    traject = toneel.regel()
    pad = f"{toneel.pad}/{traject.id}/momenten/nieuw"
    send(toneel.client(toneel.opvang), pad, soort="gesprek", opmerking="Belt na zes uur")
    return db.session.scalars(select(Opvangmoment)).one()


def test_the_victim_answers_and_the_opvangpersoon_hears_it(toneel: Toneel) -> None:
    moment = _aanbod(toneel)
    client = toneel.client(toneel.getroffene)
    page = read_page(client.get(toneel.pad))
    assert [b["value"] for b in page.select("button[name=naar]")] == ["afgesproken", "afgewezen"]
    client.post(f"{toneel.pad}/momenten/{moment.id}", data={"naar": "afgesproken"})
    db.session.refresh(moment)
    assert moment.stand is Momentstand.AFGESPROKEN
    assert moment.beantwoord_op is not None
    naar = db.session.scalars(select(Bericht.gebruiker_id).order_by(Bericht.id)).all()
    assert naar[-1] == toneel.opvang.id


def test_the_victim_cannot_write_that_a_talk_was_held(toneel: Toneel) -> None:
    moment = _aanbod(toneel)
    client = toneel.client(toneel.getroffene)
    answer = client.post(f"{toneel.pad}/momenten/{moment.id}", data={"naar": "gehouden"})
    assert answer.status_code == 409
    assert client.post(f"{toneel.pad}/momenten/{moment.id}", data={"naar": "x"}).status_code == 400


def test_a_practical_remark_is_for_who_gives_the_care(toneel: Toneel) -> None:
    _aanbod(toneel)
    assert "Belt na zes uur" in toneel.client(toneel.opvang).get(toneel.pad).text
    for ander in (toneel.getroffene, toneel.coordinator):
        assert "Belt na zes uur" not in toneel.client(ander).get(toneel.pad).text


def test_the_victim_may_ask_for_care(toneel: Toneel) -> None:
    client = toneel.client(toneel.getroffene)
    assert "Ik wil graag opvang" in client.get(toneel.pad).text
    for _ in range(2):
        assert client.post(f"{toneel.pad}/vragen").status_code == 303
    traject = db.session.scalars(select(Opvangtraject)).one()
    assert traject.gevraagd_op is not None
    assert db.session.scalar(select(Bericht.gebruiker_id)) == toneel.coordinator.id


def test_care_can_be_finished(toneel: Toneel) -> None:
    traject = toneel.regel()
    answer = toneel.client(toneel.opvang).post(f"{toneel.pad}/{traject.id}/afronden")
    assert answer.status_code == 303
    db.session.refresh(traject)
    assert traject.afgerond_op is not None


def test_looking_is_written_in_the_read_log(toneel: Toneel) -> None:
    toneel.regel()
    toneel.client(toneel.opvang).get(toneel.pad)
    regel = db.session.scalars(select(AuditRegel).filter_by(actie="opvang ingezien")).one()
    assert (regel.actor_id, regel.object_id) == (toneel.opvang.id, toneel.zaak.id)


def test_the_timeline_tells_that_it_was_offered_and_not_to_whom(toneel: Toneel) -> None:
    _aanbod(toneel)
    page = read_page(toneel.client(toneel.coordinator).get(f"/incidenten/{toneel.zaak.nummer}"))
    verloop = text_of(page, "#verloop")
    assert f"{Momentsoort.GESPREK.label}: aangeboden." in verloop
    assert "Belt na zes uur" not in verloop


def test_a_talk_is_not_held_before_what_it_is_about(toneel: Toneel) -> None:
    client, pad = toneel.client(toneel.opvang), f"{toneel.pad}/{toneel.regel().id}/momenten/nieuw"
    velden = {"soort": "gesprek", "stand": "gehouden"}
    gisteren = vandaag() - timedelta(days=1)
    toneel.zaak.voorval_op = toneel.zaak.gemeld_op
    db.session.commit()
    answer = send(client, pad, **velden, gehouden_op=str(gisteren))
    assert answer.status_code == 422
    assert "vóór het voorval" in text_of(read_page(answer), "#gehouden_op-fout")
    assert db.session.query(Opvangmoment).count() == 0
    assert send(client, pad, **velden, gehouden_op=str(vandaag())).status_code == 303
