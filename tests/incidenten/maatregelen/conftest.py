"""A case that was judged, with who prepares a measure and who decides it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.pages import form_data, read_page, send_form
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.values import Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.incidenten.maatregelen.inrichten import add_sjablonen
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.queries import list_sjabloondocumenten
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst
from vob.incidenten.vergaderingen.models import Logregel, Vergadering
from vob.incidenten.vergaderingen.operations import Invoer, add_regel
from vob.incidenten.vergaderingen.values import Aard, Logsoort, Vergadersoort


@dataclass(frozen=True)
class Toneel:
    zaak: Incident
    coordinator: Gebruiker
    bestuurder: Gebruiker
    client: Callable[[Gebruiker], FlaskClient]

    @property
    def pad(self) -> str:
        return f"/incidenten/{self.zaak.nummer}/maatregelen"

    def send(self, wie: Gebruiker, adres: str, **velden: Any) -> TestResponse:
        """The form at this address as it stands, with these fields filled in."""
        return send_form(self.client(wie), adres, **velden)

    def begin(self, soort: str = "toegang_gebouw", **velden: Any) -> Maatregel:
        """A measure in preparation, filled in well, with these fields otherwise."""
        answer = self.send(self.coordinator, f"{self.pad}/nieuw", soort=soort)
        assert answer.status_code == 303, answer.text
        bewerken = answer.location
        form = form_data(read_page(self.client(self.coordinator).get(bewerken)), "main form")
        alles = goed(self.bestuurder) | velden
        data = form | {naam: waarde for naam, waarde in alles.items() if naam in form}
        assert self.client(self.coordinator).post(bewerken, data=data).status_code == 303
        return db.session.scalars(db.select(Maatregel).order_by(Maatregel.id.desc())).first()  # type: ignore[return-value]  # it was just made

    def act(self, wie: Gebruiker, maatregel: Maatregel, wat: str, **velden: Any) -> TestResponse:
        return self.client(wie).post(f"{self.pad}/{maatregel.id}/{wat}", data=velden)

    def take(self, soort: str = "toegang_gebouw", **velden: Any) -> Maatregel:
        """A measure that was put to who decides, and taken."""
        maatregel = self.begin(soort, **velden)
        answer = self.act(self.coordinator, maatregel, "voorleggen")
        assert answer.status_code == 303, answer.text
        answer = self.act(self.bestuurder, maatregel, "besluit", naar="genomen")
        assert answer.status_code == 303, answer.text
        db.session.refresh(maatregel)
        return maatregel

    def extend(self, oud: Maatregel, **velden: Any) -> Maatregel:
        """An extension of this one in preparation, filled in well, with these fields otherwise."""
        answer = self.act(self.coordinator, oud, "verlengen")
        assert answer.status_code == 303, answer.text
        form = form_data(read_page(self.client(self.coordinator).get(answer.location)), "main form")
        einde = vandaag() + timedelta(days=90)
        alles = goed(self.bestuurder) | {"van": form["van"], "tot": str(einde), **velden}
        data = form | {naam: waarde for naam, waarde in alles.items() if naam in form}
        assert self.client(self.coordinator).post(answer.location, data=data).status_code == 303
        return db.session.scalars(db.select(Maatregel).filter_by(verlengt_id=oud.id)).one()


def goed(beslisser: Gebruiker) -> dict[str, Any]:
    """All that a ban owes the person it is about."""
    today = vandaag()
    return {
        "persoon": "J. Jansen",
        "feiten": "Gooide een stoel naar de bode.",
        "feiten_op": str(today - timedelta(days=3)),
        "grens": "over",
        "gehoord": "ja",
        "gehoord_op": str(today - timedelta(days=1)),
        "gehoord_toelichting": "Zei dat het hem speet.",
        "gesprek": "ja",
        "reden": "De bode durft niet alleen te werken.",
        "evenredig": "Een waarschuwing hielp niet.",
        "afwijking": "Het was de derde keer.",
        "gebouw": "Gemeentehuis",
        "van": str(today),
        "tot": str(today + timedelta(days=60)),
        "toets_op": str(today + timedelta(days=45)),
        "dienstverlening": "Per brief, via één contactpunt.",
        "orgaan": "college",
        "beslisser_id": str(beslisser.id),
    }


Verstoor = Callable[..., Logregel]


@pytest.fixture
def verstoor(make_gebruiker: Callable[..., Gebruiker]) -> Verstoor:
    """A disturbance by this person in the log of a meeting, so many days ago."""
    griffier = make_gebruiker(Rol.GRIFFIER)

    def write(dagen: int = 7, tekst: str = "Riep door de spreker heen.") -> Logregel:
        moment = nu() - timedelta(days=dagen)
        vergadering = Vergadering(
            titel=f"Raad van {dagen} dagen terug", soort=Vergadersoort.RAAD, begin=moment
        )
        db.session.add(vergadering)
        db.session.flush()
        invoer = Invoer(
            sleutel=f"verstoring-{vergadering.id:08}",
            moment=moment,
            soort=Logsoort.ROEPEN,
            aard=Aard.REGEL,
            bij="",
            persoon="J. Jansen",
            tekst=tekst,
        )
        regel = add_regel(vergadering, invoer, griffier.id, nu())
        db.session.commit()
        return regel

    return write


@pytest.fixture
def toneel(
    make_gebruiker: Callable[..., Gebruiker],
    make_incident: Callable[..., Incident],
    client_of: Callable[[Gebruiker], FlaskClient],
) -> Toneel:
    """With the letters of the start set, adopted."""
    getroffene = make_gebruiker(Rol.AMBTSDRAGER, naam="Yasmin Smit")
    coordinator = make_gebruiker(Rol.COORDINATOR, naam="Noor Dekker")
    bestuurder = make_gebruiker(Rol.BESTUURDER, naam="Marijke Postma")
    zaak = make_incident(getroffene, ernst=Ernst.ZEER_ERNSTIG, titel="Dreigmail")
    add_sjablonen(coordinator)
    for document in list_sjabloondocumenten():
        versie = document.versies[0]
        versie.status, versie.geldig_van = Versiestatus.VASTGESTELD, vandaag()
    db.session.commit()
    return Toneel(zaak, coordinator, bestuurder, client_of)
