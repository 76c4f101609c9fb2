"""Terms of office."""

from datetime import date

import pytest

from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.organisatie.models import Termijn
from vob.organisatie.queries import current_termijn
from vob.organisatie.values import Termijnsoort

from ..pages import form_data, read_page, text_of

PAD = "/beheer/organisatie/termijnen/"
RAAD = {"soort": "raad", "begin": "2026-04-01", "einde": "2030-04-01"}


@pytest.fixture
def beheerder(client_for):
    return client_for(Rol.BEHEERDER)


def create(client, **velden):
    page = read_page(client.get(PAD + "nieuw"))
    return client.post(PAD + "nieuw", data=form_data(page, "main form") | RAAD | velden)


def termijnen() -> list[Termijn]:
    return list(db.session.scalars(db.select(Termijn).order_by(Termijn.id)))


def test_a_term_is_added_and_shown_in_our_words(beheerder, organisatie):
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    assert create(beheerder, omschrijving="Na de verkiezing").status_code == 303
    table = text_of(read_page(beheerder.get(PAD)), "table")
    assert "Zittingstermijn van het algemeen bestuur" in table
    assert "loopt nu" in table


def test_sent_twice_it_is_one_term(beheerder):
    page = read_page(beheerder.get(PAD + "nieuw"))
    data = form_data(page, "main form") | RAAD
    assert {beheerder.post(PAD + "nieuw", data=data).status_code for _ in range(3)} == {303}
    assert len(termijnen()) == 1


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"einde": "2026-04-01"}, "na het begin"),
        ({"einde": ""}, "laatste dag"),
        ({"begin": "2029-01-01", "einde": "2032-01-01"}, "overlapt"),
    ],
)
def test_what_cannot_be_is_said(beheerder, velden, zin):
    create(beheerder)
    answer = create(beheerder, **velden)
    assert answer.status_code == 422
    assert zin in text_of(read_page(answer), "#einde-fout")
    assert len(termijnen()) == 1


def test_terms_of_people_may_overlap(beheerder):
    for naam in ("Ada", "Bo"):
        assert create(beheerder, soort="persoon", omschrijving=naam).status_code == 303
    assert len(termijnen()) == 2


def test_a_term_can_be_changed_and_removed(beheerder):
    create(beheerder)
    [termijn] = termijnen()
    url = f"{PAD}{termijn.id}"
    data = form_data(read_page(beheerder.get(url)), "main form")
    assert data["begin"] == "2026-04-01"
    assert beheerder.post(url, data=data | {"einde": "2030-03-28"}).status_code == 303
    db.session.refresh(termijn)
    assert termijn.einde == date(2030, 3, 28)
    assert beheerder.post(url, data=data).status_code == 409, "an old form"
    assert beheerder.post(url + "/verwijderen").status_code == 303
    assert termijnen() == []
    assert beheerder.get(url).status_code == 404


@pytest.mark.parametrize(
    ("dag", "begin"), [("2024-01-01", None), ("2026-04-01", 2026), ("2031-01-01", 2026)]
)
def test_the_term_of_a_day(app, beheerder, dag, begin):
    create(beheerder)
    found = current_termijn(Termijnsoort.RAAD, date.fromisoformat(dag))
    assert (found and found.begin.year) == begin
