"""Recording evidence and what happens to it. No commit: the view ends the transaction."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from vob.bijlagen.models import Bijlage
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from ..values import Bewijssoort, Gebeurtenissoort
from . import rules
from .models import Bewijsregel, Bewijsstuk
from .queries import list_regels
from .values import Regelsoort


@dataclass(frozen=True)
class Handeling:
    """What happened to a piece: who did it stands with the line itself."""

    soort: Regelsoort
    moment: datetime
    van: str = ""
    naar: str = ""
    toelichting: str = ""
    sha256: str = ""


def create_bewijsstuk(
    incident: Incident,
    soort: Bewijssoort,
    omschrijving: str,
    bijlage: Bijlage | None,
    handeling: Handeling,
    door: Gebruiker,
    nu: datetime,
) -> Bewijsstuk:
    """A piece with the first line of its chain. Of a file kept here, the hash is its own."""
    begin_write(db.session)
    laatste = db.session.scalar(
        select(func.max(Bewijsstuk.nummer)).filter_by(incident_id=incident.id)
    )
    stuk = Bewijsstuk(
        incident_id=incident.id,
        nummer=(laatste or 0) + 1,
        soort=soort,
        omschrijving=omschrijving,
        bijlage=bijlage,
    )
    db.session.add(stuk)
    db.session.flush()
    add_regel(incident, stuk, handeling, door, nu)
    return stuk


def add_regel(
    incident: Incident, stuk: Bewijsstuk, handeling: Handeling, door: Gebruiker, nu: datetime
) -> Bewijsregel:
    """One line more in the chain of the case."""
    begin_write(db.session)
    regels = list_regels(incident)
    eigen = [regel.soort for regel in regels if regel.bewijsstuk_id == stuk.id]
    rules.check_vervolg(eigen, handeling.soort)
    regel = Bewijsregel(
        incident_id=incident.id,
        volgnummer=len(regels) + 1,
        bewijsstuk=stuk,
        soort=handeling.soort,
        moment=handeling.moment,
        sha256=handeling.sha256,
        van=handeling.van,
        naar=handeling.naar,
        toelichting=handeling.toelichting,
        door_id=door.id,
        vastgelegd_op=nu,
        zout=secrets.token_hex(16),
        zegel="",
    )
    regel.zegel = rules.calculate_zegel(regels[-1].zegel if regels else rules.BEGIN, regel)
    db.session.add(regel)
    db.session.flush()
    tekst = f"Bewijsstuk {stuk.nummer}: {handeling.soort.label.lower()}."
    tijdlijn.note(incident, tekst, door, nu, Gebeurtenissoort.BEWIJS)
    return regel
