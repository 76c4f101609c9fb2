"""Agreements over time: a next version, ending, and evaluating."""

from flask.testing import FlaskClient

from vob.data import db
from vob.ketenafspraken.models import Partner
from vob.ketenafspraken.values import Afspraakstatus

from ..pages import form_data, read_page, text_of
from .conftest import Maak, dag
from .test_afspraken import PAD, politie, sign

__all__ = ["politie"]


def test_renewing_is_a_next_version_that_ends_the_first(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    oud = make_afspraak(politie, einddatum=dag(20), inhoud="Wij bellen.")
    r = beheer.post(f"{PAD}{oud.id}/verlengen")
    assert r.status_code == 303
    nieuw = oud.opvolger
    assert nieuw is not None
    assert (nieuw.nummer, nieuw.inhoud, nieuw.ingangsdatum) == (2, "Wij bellen.", dag(21))
    assert [partner.naam for partner in nieuw.partners] == ["Politie"]
    assert beheer.post(f"{PAD}{oud.id}/verlengen").status_code == 409
    nieuw.ingangsdatum = dag(5)
    db.session.commit()
    assert sign(beheer, nieuw.id) == 303
    assert oud.einddatum == dag(4)
    assert "een nieuwe versie" in read_page(beheer.get(f"{PAD}{oud.id}")).text


def test_an_agreement_that_ran_out_is_renewed_from_today(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    oud = make_afspraak(politie, einddatum=dag(-20))
    assert "Verlopen." in read_page(beheer.get(f"{PAD}{oud.id}")).text
    beheer.post(f"{PAD}{oud.id}/verlengen")
    nieuw = oud.opvolger
    assert nieuw is not None
    assert nieuw.ingangsdatum == dag(0)
    sign(beheer, nieuw.id)
    assert oud.einddatum == dag(-20), "what was over stays over"
    assert "Naar de nieuwe versie" in read_page(beheer.get(f"{PAD}{oud.id}")).text


def test_signing_after_the_first_was_ended_leaves_that(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    oud = make_afspraak(politie, einddatum=None)
    beheer.post(f"{PAD}{oud.id}/verlengen")
    data = {"per": str(dag(3)), "reden": "Gaat anders."}
    assert beheer.post(f"{PAD}{oud.id}/opzeggen", data=data).status_code == 303
    assert oud.opvolger is not None
    sign(beheer, oud.opvolger.id)
    assert (oud.status, oud.einddatum) == (Afspraakstatus.OPGEZEGD, dag(3))
    assert "Gaat anders." in read_page(beheer.get(f"{PAD}{oud.id}")).text


def test_it_does_not_end_before_it_began(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    afspraak = make_afspraak(politie)
    data = {"per": str(dag(-200)), "reden": "Fout."}
    assert beheer.post(f"{PAD}{afspraak.id}/opzeggen", data=data).status_code == 409
    assert beheer.post(f"{PAD}{afspraak.id}/opzeggen", data={"per": ""}).status_code == 422


def test_an_evaluation_is_recorded_and_the_next_one_planned(
    beheer: FlaskClient, make_afspraak: Maak, politie: Partner
) -> None:
    afspraak = make_afspraak(politie, evaluatie_op=dag(-3))
    assert "3 dagen te laat" in text_of(read_page(beheer.get(f"{PAD}{afspraak.id}")), "#evaluatie")
    pad = f"{PAD}{afspraak.id}/evaluatie"
    data = form_data(read_page(beheer.get(pad)), "main form")
    assert data["geevalueerd_op"] == str(dag(0))
    assert beheer.post(pad, data=data).status_code == 422
    for fout in ({"geevalueerd_op": str(dag(1))}, {"evaluatie_op": str(dag(-1))}):
        r = beheer.post(pad, data=data | {"evaluatie_uitkomst": "Goed."} | fout)
        assert r.status_code == 422
    assert beheer.post(pad, data=data | {"evaluatie_uitkomst": "Goed."}).status_code == 303
    assert "Goed." in text_of(read_page(beheer.get(f"{PAD}{afspraak.id}")), "#evaluatie")
