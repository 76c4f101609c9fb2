"""The first set-up: an organisation, its support lines, an administrator with a link."""

import pytest

from vob.beheer.inrichten import add_first_beheerder
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie, Steunpunt

from ..pages import read_page


@pytest.fixture
def leeg(app, organisatie):
    """A database in which nobody has set up anything."""
    db.session.delete(organisatie)
    db.session.commit()
    return app


def test_it_makes_all_that_one_starts_with(leeg):
    pad = add_first_beheerder(" Ada ", "Ada@X.nl", "Vlietlanden", Organisatietype.WATERSCHAP)
    db.session.commit()
    assert db.session.scalars(db.select(Organisatie)).one().soort_naam == "waterschap Vlietlanden"
    ada = db.session.scalars(db.select(Gebruiker)).one()
    assert (ada.naam, ada.email, ada.rollen) == ("Ada", "ada@x.nl", ["beheerder"])
    namen = db.session.scalars(db.select(Steunpunt.naam)).all()
    assert "Ondersteuningsteam Weerbaar Bestuur" in namen
    assert "ada@x.nl" in read_page(leeg.test_client().get(pad)).text


def test_it_happens_once(leeg, make_gebruiker):
    make_gebruiker()
    with pytest.raises(RegelOvertreden, match="al ingericht"):
        add_first_beheerder("Ada", "ada@x.nl", "Waterrijk", Organisatietype.GEMEENTE)


def test_an_address_is_an_address(leeg):
    with pytest.raises(RegelOvertreden, match="geen e-mailadres"):
        add_first_beheerder("Ada", "ada", "Waterrijk", Organisatietype.GEMEENTE)
