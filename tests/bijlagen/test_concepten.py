"""Files in a form that was not sent yet: for their user only, in that form only, not for long."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from vob.bijlagen import operations
from vob.bijlagen.models import CONCEPT, Bijlage, BijlageDeel
from vob.bijlagen.queries import list_concept_bijlagen
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

PAD = "/melden"


@pytest.fixture
def concept(lezer: Gebruiker, upload: Callable[..., FileStorage]) -> Bijlage:
    db.session.info["actor_id"] = lezer.id
    klaar = operations.prepare_uploads([upload()])
    (bijlage,) = operations.store_prepared(CONCEPT, lezer.id, klaar, concept_pad=PAD).bijlagen
    db.session.commit()
    return bijlage


def test_it_belongs_to_its_user_and_its_form(concept: Bijlage, lezer: Gebruiker) -> None:
    assert list_concept_bijlagen(lezer.id, PAD) == [concept]
    assert list_concept_bijlagen(lezer.id, "/iets-anders") == []
    assert list_concept_bijlagen(lezer.id + 1, PAD) == []


def test_nobody_else_sees_it_or_throws_it_away(
    concept: Bijlage, client_for: Callable[..., FlaskClient]
) -> None:
    ander = client_for(Rol.COORDINATOR)
    assert ander.get(f"/bijlagen/{concept.sleutel}").status_code == 404
    assert ander.post(f"/bijlagen/{concept.sleutel}/weggooien").status_code == 404


def test_its_user_reads_it_and_throws_it_away_whole(
    concept: Bijlage, lezer: Gebruiker, client_of: Callable[[Gebruiker], FlaskClient]
) -> None:
    client = client_of(lezer)
    assert client.get(f"/bijlagen/{concept.sleutel}").status_code == 200
    assert client.post(f"/bijlagen/{concept.sleutel}/weggooien").status_code == 303
    assert db.session.query(Bijlage).count() == 0
    assert db.session.query(BijlageDeel).count() == 0


def test_what_was_sent_stays(
    make_bijlage: Callable[..., Bijlage],
    lezer: Gebruiker,
    client_of: Callable[[Gebruiker], FlaskClient],
) -> None:
    answer = client_of(lezer).post(f"/bijlagen/{make_bijlage().sleutel}/weggooien")
    assert answer.status_code == 409
    assert "blijft bewaard als bewijs" in answer.text
    assert db.session.query(Bijlage).count() == 1


def test_after_half_a_day_it_is_gone(
    concept: Bijlage, make_bijlage: Callable[..., Bijlage]
) -> None:
    verstuurd = make_bijlage()
    verstuurd.toegevoegd_op = nu() - timedelta(days=400)
    concept.toegevoegd_op = nu() - timedelta(hours=11, minutes=59)
    db.session.flush()
    assert operations.delete_old_concepten() == 0
    concept.toegevoegd_op = nu() - timedelta(hours=12, minutes=1)
    db.session.flush()
    assert operations.delete_old_concepten() == 1
    db.session.commit()
    assert db.session.query(Bijlage).all() == [verstuurd]


def test_a_form_that_is_thrown_away_takes_its_files_along(
    concept: Bijlage, lezer: Gebruiker
) -> None:
    operations.discard_concepten(lezer.id, "/iets-anders")
    operations.discard_concepten(lezer.id, PAD)
    db.session.commit()
    assert db.session.query(Bijlage).count() == 0
