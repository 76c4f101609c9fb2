"""How many reports the measurement stored, each counted once; prints the number."""

from sqlalchemy import func, select

from vob import create_app
from vob.data import db
from vob.incidenten.models import Incident

if __name__ == "__main__":
    with create_app().app_context():
        nieuwste = (
            select(Incident.omschrijving_open.label("tekst"))
            .order_by(Incident.id.desc())
            .limit(100_000)
        )
        eigen = nieuwste.subquery()
        stmt = select(func.count()).where(eigen.c.tekst.startswith("Meetmelding"))
        print(db.session.scalar(stmt))
