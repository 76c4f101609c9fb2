"""Whatever is sent twice is made once; and who has no right sees nothing, whatever the query."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import (
    Afstemming,
    Afwezigheid,
    Dienst,
    Kernboodschap,
    Onderwerp,
    Perscontact,
    Persvraag,
    Ruil,
    Woordvoerder,
)
from vob.media.queries import zichtbaar

Maak = Callable[..., Any]
MORGEN = {"van": vandaag(), "tot": vandaag() + timedelta(days=1)}
LIJN = {"soort": "kernboodschap", "tekst": "Zo.", "geldig_tot": vandaag()}
VRAAG = {"soort": "kernboodschap", "ref": "1", "partij": "om", "naam": "persofficier"}
DIENST = {"begin": "2026-12-01T09:00", "einde": "2026-12-08T09:00"}


@pytest.mark.parametrize(
    ("pad", "data", "model", "aantal"),
    [
        ("onderwerpen/nieuw", {"naam": "Kade"}, Onderwerp, 2),
        ("mensen/nieuw", {"naam": "Ton", "telefoon": "1"}, Woordvoerder, 3),
        ("mensen/1/afwezig", MORGEN, Afwezigheid, 1),
        ("rooster/nieuw", {"woordvoerder_id": "1"} | DIENST, Dienst, 2),
        ("rooster/vullen", {"van": "2027-03-01", "weken": "2", "begint": "1"}, Dienst, 3),
        ("rooster/1/ruilen", {"met": "w2"}, Ruil, 1),
        ("lijnen/nieuw", {"onderwerp_id": "1"} | LIJN, Kernboodschap, 2),
        (
            "afstemming",
            {"soort": "kernboodschap", "ref": "1", "partij": "om", "naam": "x"},
            Afstemming,
            1,
        ),
        (
            "perscontacten/nieuw",
            {"naam": "Roos", "medium": "Omroep", "toestemming_op": vandaag()},
            Perscontact,
            1,
        ),
    ],
)
def test_two_presses_are_one(
    woordvoerder: FlaskClient,
    sanne: Gebruiker,
    make_spreker: Maak,
    make_lijn: Maak,
    make_dienst: Maak,
    make_gebruiker: Maak,
    pad: str,
    data: dict[str, Any],
    model: Any,
    aantal: int,
) -> None:
    ik = make_spreker(gebruiker_id=sanne.id, in_rooster=True)
    make_spreker("Ander", gebruiker_id=make_gebruiker().id)
    make_dienst(ik)
    make_lijn()
    for _ in range(2):
        response = woordvoerder.post(f"/media/{pad}", data=data | {"eenmalig": "x" * 22})
        assert response.status_code == 303, response.text
    assert db.session.query(model).count() == aantal


class Niemand:
    """A viewer without any right."""

    id = 0

    def can(self, recht: Recht) -> bool:
        return False


@pytest.mark.parametrize("model", [Onderwerp, Kernboodschap, Persvraag])
def test_without_a_right_nothing_is_there(make_lijn: Maak, make_vraag: Maak, model: Any) -> None:
    make_lijn()
    make_vraag(ontvangen_op=nu())
    where = {
        Onderwerp: zichtbaar.onderwerp_where,
        Kernboodschap: zichtbaar.kernboodschap_where,
        Persvraag: zichtbaar.persvraag_where,
    }[model]
    assert db.session.scalars(db.select(model).where(where(Niemand()))).all() == []
