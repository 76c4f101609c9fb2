"""A form shows what was written before: whoever opens it is in the read log, like on any page."""

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page
from vob.core.clock import vandaag
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.aangifte.models import Klacht
from vob.incidenten.evaluatie.models import Evaluatie
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.values import Maatregelsoort
from vob.incidenten.models import Incident
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser


@pytest.fixture
def gevuld(client: FlaskClient, zaak: Incident, coordinator: Gebruiker) -> Incident:
    """A case with one of each part, all with id 1."""
    db.session.add(Klacht(incident_id=zaak.id, naam="Sanne", vanaf=vandaag()))
    db.session.add(
        Evaluatie(
            incident_id=zaak.id, op=vandaag(), door_id=coordinator.id, goed="Snel", les="Bel eerder"
        )
    )
    db.session.add(Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE))
    db.session.commit()
    soort = {"soort": Maatregelsoort.SCHRIFTELIJK.value}
    client.post(f"/incidenten/{zaak.nummer}/maatregelen/nieuw", data=soort)
    assert db.session.query(Maatregel).count() == 1
    return zaak


def lines(zaak: Incident, wie: Gebruiker) -> int:
    regels = db.session.query(AuditRegel).filter_by(actie="ingezien", tabel="incident")
    return regels.filter_by(object_id=zaak.id, actor_id=wie.id).count()


@pytest.mark.parametrize(
    "pad",
    [
        "aangifte/wijzigen",
        "aangifte/klachten/nieuw",
        "aangifte/klachten/1",
        "evaluatie/wijzigen",
        "maatregelen/1/wijzigen",
        "schade/1/wijzigen",
    ],
)
def test_who_opens_a_form_of_a_case_is_in_the_read_log(
    client: FlaskClient, coordinator: Gebruiker, gevuld: Incident, pad: str
) -> None:
    eerder = lines(gevuld, coordinator)
    read_page(client.get(f"/incidenten/{gevuld.nummer}/{pad}"))
    assert lines(gevuld, coordinator) == eerder + 1
