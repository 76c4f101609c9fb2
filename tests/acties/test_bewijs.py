from datetime import timedelta

import pytest

from vob.acties.bewijs import bewijs_10
from vob.acties.values import Status
from vob.core.bewijs import Oordeel
from vob.core.clock import vandaag
from vob.core.permissions import Rol


@pytest.mark.parametrize(
    ("dagen_laat", "verklaring", "oordeel"),
    [
        (-7, "", Oordeel.OP_ORDE),
        (0, "", Oordeel.OP_ORDE),  # due today is in time
        (1, "", Oordeel.LET_OP),
        (30, "", Oordeel.LET_OP),
        (31, "", Oordeel.NIET_OP_ORDE),
        (31, "levering vertraagd", Oordeel.LET_OP),
    ],
)
def test_step_10_by_its_edges(app, make_gebruiker, make_actie, dagen_laat, verklaring, oordeel):
    eigenaar = make_gebruiker(Rol.MEDEWERKER)
    uiterlijk = vandaag() - timedelta(days=dagen_laat)
    make_actie(eigenaar, uiterlijk=uiterlijk, verklaring=verklaring)
    with app.test_request_context():
        assert bewijs_10(vandaag()).oordeel is oordeel


def test_no_open_actions_is_in_order(app, make_gebruiker, make_actie):
    make_actie(make_gebruiker(Rol.MEDEWERKER), status=Status.GEDAAN)
    with app.test_request_context():
        assert bewijs_10(vandaag()).zin == "Er staan geen acties open."
