from datetime import timedelta

import pytest

from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.data import db


@pytest.fixture
def make_actie(app):
    """An action of `eigenaar`, due in a week."""

    def make(eigenaar, **overrides):
        values = {
            "titel": "Slot op de achterdeur",
            "eigenaar_id": eigenaar.id,
            "gemaakt_door_id": eigenaar.id,
            "uiterlijk": vandaag() + timedelta(days=7),
        }
        actie = Actie(**values | overrides)
        db.session.add(actie)
        db.session.commit()
        return actie

    return make
