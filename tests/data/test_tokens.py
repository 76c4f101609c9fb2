from datetime import timedelta

import time_machine

from vob.core.clock import nu
from vob.data import db
from vob.data.tokens import KEEP, Formuliertoken, claim, fulfil


def test_the_first_may_go_on_and_the_second_hears_where_it_led(app):
    assert claim(db.session, "abc") is None
    fulfil(db.session, "abc", "/incidenten/2026-0001")
    db.session.commit()
    assert claim(db.session, "abc") == "/incidenten/2026-0001"


def test_a_failed_attempt_leaves_the_token_free(app):
    assert claim(db.session, "abc") is None
    db.session.rollback()
    assert claim(db.session, "abc") is None


def test_old_tokens_are_forgotten(app):
    claim(db.session, "oud")
    db.session.commit()
    with time_machine.travel(nu() + KEEP + timedelta(hours=1)):
        claim(db.session, "nieuw")
        db.session.commit()
    assert db.session.scalars(db.select(Formuliertoken.token)).all() == ["nieuw"]
