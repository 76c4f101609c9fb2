"""Every page of administration asks the database a fixed, small number of times."""

import pytest

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.permissions import Rol
from vob.data import db, log_event

from ..pages import read_page
from ..queries import count_queries

PADEN = [
    (Rol.BEHEERDER, "/beheer/"),
    (Rol.BEHEERDER, "/beheer/gebruikers/"),
    (Rol.BEHEERDER, "/beheer/gebruikers/nieuw"),
    (Rol.BEHEERDER, "/beheer/rechten"),
    (Rol.BEHEERDER, "/beheer/berichten/"),
    (Rol.BEHEERDER, "/beheer/organisatie/"),
    (Rol.BEHEERDER, "/beheer/organisatie/instellingen"),
    (Rol.BEHEERDER, "/beheer/organisatie/termijnen/"),
    (Rol.BEHEERDER, "/steunpunten/"),
    (Rol.FG, "/beheer/logboek"),
]


def count(client, pad: str) -> int:
    with count_queries() as statements:
        read_page(client.get(pad))
    return len(statements)


@pytest.mark.parametrize(("rol", "pad"), PADEN, ids=[pad for _, pad in PADEN])
def test_at_most_eight_however_much_there_is(client_for, make_gebruiker, rol, pad):
    client = client_for(rol)
    few = count(client, pad)
    for nummer in range(20):
        wie = make_gebruiker(Rol.MEDEWERKER)
        queue(wie, Berichtsoort.KLAAR, f"/{nummer}")
        log_event(db.session, f"daad {nummer}", "incident", nummer)
    db.session.commit()
    assert count(client, pad) == few <= 8
