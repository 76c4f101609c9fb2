"""Delivering: it arrives, once, without contents, however the mail server behaves."""

import threading
from datetime import timedelta

import pytest
import time_machine

from vob.berichten import bezorger
from vob.berichten.models import Bericht
from vob.berichten.values import Berichtsoort, Berichtstatus
from vob.core.clock import nu
from vob.data import db


def fresh(bericht: Bericht) -> Bericht:
    db.session.refresh(bericht)
    return bericht


def test_a_mail_arrives_and_says_nothing_but_that_something_is_ready(postbus, make_bericht):
    bericht = make_bericht()
    assert bezorger.deliver_all() == 1
    [mail] = postbus.mails
    assert mail["To"] == bericht.gebruiker.email
    assert mail["Subject"] == "Er staat iets voor u klaar in VOB"
    assert mail["Auto-Submitted"] == "auto-generated"
    text = mail.get_content()
    assert "http://localhost/incidenten/2026-0042" in text
    assert "VOB van gemeente Waterrijk" in text
    assert fresh(bericht).status == Berichtstatus.VERSTUURD
    assert bezorger.deliver_all() == 0


def test_the_address_is_that_of_the_account_when_it_leaves(postbus, make_bericht):
    bericht = make_bericht()
    bericht.gebruiker.email = "verhuisd@waterrijk.example"
    db.session.commit()
    bezorger.deliver_all()
    assert postbus.naar == ["verhuisd@waterrijk.example"]


def test_a_server_that_was_down_gets_it_later(mailserver, make_bericht):
    bericht = make_bericht()
    with time_machine.travel(nu(), tick=False) as clock:
        assert bezorger.deliver_all() == 0
        assert fresh(bericht).fout == "De mailserver is niet bereikbaar."
        assert bericht.volgende_poging_op == nu() + timedelta(seconds=30)
        mailserver.start()
        assert bezorger.deliver_all() == 0, "not before its time"
        clock.shift(timedelta(seconds=31))
        assert bezorger.deliver_all() == 1
    assert fresh(bericht).pogingen == 2
    assert len(mailserver.postbus.mails) == 1


def test_two_deliverers_at_once_never_send_twice(app, postbus, make_bericht, make_gebruiker):
    ada = make_gebruiker()
    for nummer in range(30):
        make_bericht(ada, pad=f"/acties/{nummer}")
    sent = []

    def deliver() -> None:
        with app.app_context():
            sent.append(bezorger.deliver_all())

    threads = [threading.Thread(target=deliver) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (sum(sent), len(postbus.mails)) == (30, 30)
    assert len({mail["Message-ID"] for mail in postbus.mails}) == 30


def test_what_a_dead_deliverer_held_comes_free(postbus, make_bericht):
    make_bericht()
    with time_machine.travel(nu(), tick=False) as clock:
        assert bezorger._claim(10)
        assert bezorger.deliver_all() == 0
        clock.shift(bezorger.BEZET + timedelta(seconds=1))
        assert bezorger.deliver_all() == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again(postbus, make_bericht):
    bericht, ander = make_bericht(), make_bericht()
    postbus.weigert[bericht.gebruiker.email] = "550 No such user"
    assert bezorger.deliver_all() == 1
    assert fresh(bericht).status == Berichtstatus.MISLUKT
    assert bericht.fout == "De mailserver weigert het adres (550)."
    assert fresh(ander).status == Berichtstatus.VERSTUURD


def test_a_refusal_for_now_is_tried_again(postbus, make_bericht):
    bericht = make_bericht()
    postbus.weigert[bericht.gebruiker.email] = "451 Try later"
    bezorger.deliver_all()
    assert (fresh(bericht).status, bericht.fout[-6:]) == (Berichtstatus.WACHT, "(451).")


def test_someone_disabled_gets_no_mail(postbus, make_bericht):
    bericht = make_bericht()
    bericht.gebruiker.is_actief = False
    db.session.commit()
    assert bezorger.deliver_all() == 0
    assert fresh(bericht).fout == "Het account is uitgeschakeld."
    assert postbus.mails == []


@pytest.mark.parametrize(
    ("email", "pad"),
    [("a@x.nl\r\nBcc: b@x.nl", "/"), ("a@x.nl", "/x\nBcc: b@x.nl"), ("a@x.nl b@x.nl", "/")],
)
def test_no_line_can_be_smuggled_in(postbus, make_bericht, make_gebruiker, email, pad):
    bericht = make_bericht(make_gebruiker(email=email), pad=pad)
    assert bezorger.deliver_all() == 0
    assert postbus.mails == []
    assert fresh(bericht).status == Berichtstatus.MISLUKT


def test_the_text_of_an_invitation_is_encrypted_and_gone_once_sent(postbus, make_bericht):
    bericht = make_bericht(soort=Berichtsoort.UITNODIGING, tekst="Kies: http://x/wachtwoord/geheim")
    raw = db.session.connection().exec_driver_sql("select tekst from bericht").scalar()
    assert b"geheim" not in bytes(raw)
    bezorger.deliver_all()
    assert "wachtwoord/geheim" in postbus.mails[0].get_content()
    assert fresh(bericht).tekst is None


def test_a_reminder_goes_once_a_day(postbus, make_bericht, make_gebruiker):
    ada = make_gebruiker()
    with time_machine.travel("2026-11-23 12:00Z", tick=False) as clock:
        for _ in range(3):
            make_bericht(ada, Berichtsoort.HERINNERING, "/acties/1")
        make_bericht(ada, Berichtsoort.HERINNERING, "/acties/2")
        clock.shift(timedelta(days=1))
        make_bericht(ada, Berichtsoort.HERINNERING, "/acties/1")
        assert bezorger.deliver_all() == 3


def test_an_act_that_is_undone_sends_nothing(postbus, make_gebruiker):
    from vob.berichten.operations import queue

    queue(make_gebruiker(), Berichtsoort.KLAAR, "/")
    db.session.rollback()
    assert bezorger.deliver_all() == 0


def test_without_a_mail_server_nothing_is_lost(app, make_bericht):
    bericht = make_bericht()
    assert bezorger.deliver_all() == 0
    assert fresh(bericht).status == Berichtstatus.WACHT


@pytest.mark.parametrize("url", ["http://x", "smtp://", "smtp://x:geen", "onzin"])
def test_a_wrong_setting_is_said(app, monkeypatch, make_bericht, url):
    monkeypatch.setitem(app.config, "SMTP_URL", url)
    bericht = make_bericht()
    bezorger.deliver_all()
    assert fresh(bericht).fout == "VOB_SMTP_URL klopt niet."
