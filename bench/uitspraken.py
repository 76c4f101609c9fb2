"""How many statements each page sends, counted inside the application; prints JSON."""

import json
import sys
from typing import Any

from sqlalchemy import event, select

from vob import create_app
from vob.data import db
from vob.gebruikers import sessies
from vob.gebruikers.models import Gebruiker


def count(paden: dict[str, str], code: str) -> dict[str, int]:
    app = create_app()
    uitspraken: list[str] = []

    def note(_c: Any, _cursor: Any, uitspraak: str, *_rest: Any) -> None:
        uitspraken.append(uitspraak)

    with app.app_context():
        gebruiker = db.session.scalars(
            select(Gebruiker).where(Gebruiker.email.startswith(f"{code}@"))
        ).one()
        with app.test_request_context():
            sleutel = sessies.new_sessie(gebruiker)
        db.session.commit()
        event.listen(db.engine, "before_cursor_execute", note)
    client = app.test_client()
    with client.session_transaction() as session:
        session[sessies.COOKIE_SLEUTEL] = sleutel
    aantallen = {}
    for naam, pad in paden.items():
        client.get(pad)  # what is asked once per process, or after a write, is not of the page
        client.get(pad)
        uitspraken.clear()
        client.get(pad)
        aantallen[naam] = sum(not u.startswith(("PRAGMA", "BEGIN")) for u in uitspraken)
    return aantallen


if __name__ == "__main__":
    print(json.dumps(count(json.loads(sys.argv[1]), sys.argv[2])))
