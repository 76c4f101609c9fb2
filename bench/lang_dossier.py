"""Give the newest case that someone handles a long timeline; prints its number."""

import sys
from datetime import timedelta

from sqlalchemy import func, select

from vob import create_app
from vob.core.clock import nu
from vob.data import db
from vob.incidenten.models import Gebeurtenis, Incident
from vob.incidenten.operations import add_gebeurtenis
from vob.incidenten.values import Gebeurtenissoort


def longest() -> Incident:
    """The case with the longest timeline of the newest ones."""
    nieuw = select(Incident.id).where(
        Incident.behandelaar_id.is_not(None), Incident.is_vertrouwelijk.is_(False)
    )
    nieuw = nieuw.order_by(Incident.gemeld_op.desc()).limit(50)
    stmt = select(Gebeurtenis.incident_id).where(Gebeurtenis.incident_id.in_(nieuw))
    stmt = stmt.group_by(Gebeurtenis.incident_id).order_by(func.count().desc()).limit(1)
    return db.session.get_one(Incident, db.session.scalar(stmt))


def main(aantal: int) -> None:
    with create_app().app_context():
        zaak = longest()
        heeft = db.session.scalar(
            select(func.count()).select_from(Gebeurtenis).filter_by(incident_id=zaak.id)
        )
        for nummer in range(aantal - (heeft or 0)):
            add_gebeurtenis(
                zaak,
                Gebeurtenissoort.NOTITIE,
                zaak.behandelaar_id,
                nu() - timedelta(minutes=aantal - nummer),
                tekst=f"Notitie {nummer}: gebeld met de getroffene, het gaat iets beter.",
                is_intern=True,
            )
        db.session.commit()
        print(zaak.nummer)


if __name__ == "__main__":
    main(int(sys.argv[1]))
