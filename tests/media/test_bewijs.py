"""Step 2 of the checklist, proved from what the room holds; and who is reminded of what."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from tests.documenten.conftest import make_document, schrijver  # noqa: F401 - fixtures
from vob.beheer.herinneringen import queue_herinneringen
from vob.berichten.models import Bericht
from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document
from vob.documenten.values import Documentsoort
from vob.gebruikers.models import Gebruiker
from vob.media.bewijs import BEWIJZEN
from vob.media.models import Afstemming, Dienst, Onderwerp, Woordvoerder
from vob.media.values import Partij, Status

Maak = Callable[..., Any]


@pytest.fixture
def in_request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.fixture
def op_orde(
    make_document: Maak,  # noqa: F811 - the fixture
    make_spreker: Maak,
    make_onderwerp: Maak,
    make_dienst: Maak,
    in_request: None,
) -> Document:
    """Policy in force for long, one topic with two people, and a roster of three weeks."""
    een, twee = make_spreker("Een"), make_spreker("Twee")
    make_onderwerp(eerste_id=een.id, vervanger_id=twee.id)
    make_dienst(een, dagen=22)
    toets = vandaag() + timedelta(days=200)
    return make_document("Mediabeleid", soort=Documentsoort.MEDIABELEID, toets_op=toets)


def look() -> Bewijs:
    return BEWIJZEN[2](vandaag())


@pytest.mark.usefixtures("op_orde")
def test_all_is_in_order() -> None:
    assert look().oordeel is Oordeel.OP_ORDE, look().zin


@pytest.mark.usefixtures("in_request")
def test_without_a_policy_it_is_not() -> None:
    bewijs = look()
    assert bewijs.oordeel is Oordeel.NIET_OP_ORDE
    assert bewijs.link == "/media/beleid"


@pytest.mark.parametrize(
    ("dagen", "oordeel"),
    [(61, Oordeel.OP_ORDE), (60, Oordeel.LET_OP), (0, Oordeel.LET_OP), (-1, Oordeel.NIET_OP_ORDE)],
)
def test_the_review_of_the_policy_has_an_edge(
    op_orde: Document, dagen: int, oordeel: Oordeel
) -> None:
    op_orde.versies[0].geldig_tot = None
    db.session.commit()
    versie = op_orde.versies[0]
    db.session.execute(
        db.update(type(versie))
        .where(type(versie).id == versie.id)
        .values(toets_op=vandaag() + timedelta(days=dagen))
    )
    db.session.commit()
    db.session.refresh(versie)
    assert look().oordeel is oordeel


@pytest.mark.usefixtures("op_orde")
def test_a_topic_without_a_deputy_is_a_weak_spot_and_without_a_first_is_wrong() -> None:
    onderwerp = db.session.scalars(db.select(Onderwerp)).one()
    onderwerp.vervanger_id = None
    db.session.commit()
    assert look().oordeel is Oordeel.LET_OP
    onderwerp.eerste_id = None
    db.session.commit()
    assert look().zin == "1 van 1 onderwerpen zonder woordvoerder."


@pytest.mark.usefixtures("op_orde")
def test_someone_who_speaks_no_more_does_not_count() -> None:
    db.session.scalars(db.select(Woordvoerder).filter_by(naam="Twee")).one().is_actief = False
    db.session.commit()
    assert "zonder vervanger" in look().zin


@pytest.mark.usefixtures("op_orde")
@pytest.mark.parametrize(("tot", "oordeel"), [(14.001, Oordeel.OP_ORDE), (13.99, Oordeel.LET_OP)])
def test_the_roster_is_closed_for_fourteen_days(tot: float, oordeel: Oordeel) -> None:
    dienst = db.session.scalars(db.select(Dienst)).one()
    dienst.einde = nu() + timedelta(days=tot)
    db.session.commit()
    bewijs = look()
    assert bewijs.oordeel is oordeel
    assert bewijs.link == (
        "/media/rooster/" if oordeel is Oordeel.LET_OP else "/media/woordvoerders"
    )


@pytest.mark.usefixtures("op_orde")
def test_every_weak_spot_is_named_and_the_link_is_that_of_the_first() -> None:
    onderwerp = db.session.scalars(db.select(Onderwerp)).one()
    onderwerp.vervanger_id = None
    dienst = db.session.scalars(db.select(Dienst)).one()
    dienst.einde = nu() + timedelta(days=5)
    db.session.commit()
    bewijs = look()
    assert "1 van 1 onderwerpen zonder vervanger. Er is niemand van dienst van" in bewijs.zin
    assert bewijs.link == "/media/woordvoerders"


@pytest.mark.usefixtures("op_orde")
def test_a_policy_that_must_be_reviewed_is_found_at_the_policy(op_orde: Document) -> None:
    versie = op_orde.versies[0]
    versie.geldig_tot = vandaag() + timedelta(days=10)
    db.session.commit()
    assert look().link == "/media/beleid"


@pytest.mark.usefixtures("op_orde")
def test_no_roster_at_all_is_wrong() -> None:
    db.session.delete(db.session.scalars(db.select(Dienst)).one())
    db.session.commit()
    assert look().oordeel is Oordeel.NIET_OP_ORDE
    assert look().link == "/media/rooster/"


def reminded() -> set[tuple[int, str]]:
    queue_herinneringen(vandaag())
    db.session.commit()
    berichten = db.session.scalars(db.select(Bericht)).all()
    assert all(bericht.tekst is None for bericht in berichten)
    return {(bericht.gebruiker_id, bericht.pad) for bericht in berichten}


def test_a_question_due_today_is_brought_to_mind(
    make_vraag: Maak, sanne: Gebruiker, make_gebruiker: Maak
) -> None:
    make_gebruiker(Rol.WOORDVOERDER)
    make_vraag(toegewezen_id=sanne.id, uiterlijk=nu() - timedelta(hours=1))
    make_vraag(uiterlijk=nu() + timedelta(days=3))
    make_vraag(uiterlijk=nu(), status=Status.AFGESLOTEN)
    assert reminded() == {(sanne.id, "/media/werk")}


def test_a_question_of_nobody_is_brought_to_everyones_mind(
    make_vraag: Maak, sanne: Gebruiker, make_gebruiker: Maak
) -> None:
    ander = make_gebruiker(Rol.WOORDVOERDER)
    make_vraag(uiterlijk=nu())
    assert reminded() == {(sanne.id, "/media/werk"), (ander.id, "/media/werk")}


def test_who_must_agree_is_reminded_of_the_start_page(
    make_lijn: Maak, make_gebruiker: Maak
) -> None:
    baas, weg = make_gebruiker(Rol.BESTUURDER), make_gebruiker(Rol.BESTUURDER, is_actief=False)
    lijn = make_lijn(tot=vandaag() + timedelta(days=90))
    for wie in (baas, weg):
        db.session.add(
            Afstemming(
                soort="kernboodschap", ref=lijn.id, partij=Partij.BURGEMEESTER, gebruiker_id=wie.id
            )
        )
    db.session.commit()
    assert reminded() == {(baas.id, "/")}


@pytest.mark.parametrize(("dagen", "herinnerd"), [(7, True), (8, False), (0, True), (-1, False)])
def test_a_line_that_ends_is_announced(
    make_lijn: Maak, sanne: Gebruiker, dagen: int, herinnerd: bool
) -> None:
    make_lijn(tot=vandaag() + timedelta(days=dagen))
    assert reminded() == ({(sanne.id, "/media/werk")} if herinnerd else set())


def test_a_gap_within_a_week_is_announced_where_a_roster_is_kept(
    sanne: Gebruiker, make_spreker: Maak, make_dienst: Maak
) -> None:
    assert reminded() == set()
    dienst = make_dienst(make_spreker(), dagen=9)
    assert reminded() == set()
    dienst.einde = nu() + timedelta(days=3)
    db.session.commit()
    assert reminded() == {(sanne.id, "/media/werk")}
