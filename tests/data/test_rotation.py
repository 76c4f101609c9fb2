from sqlalchemy import text

from vob.concepten.models import Concept
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import crypto, db
from vob.data.rotation import rotate_keys

from ..conftest import SLEUTEL


def test_every_value_gets_the_newest_key_and_stays_readable(make_gebruiker):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    concept = Concept(
        gebruiker_id=gebruiker.id, pad="/x", bewaard_op=nu(), vervalt_op=nu(), velden={"a": ["b"]}
    )
    db.session.add(concept)
    db.session.commit()
    crypto.configure(f"{crypto.new_key('nieuw')},{SLEUTEL}")
    try:
        assert rotate_keys(db.session) == 1
        assert rotate_keys(db.session) == 0, "done is done"
        stored = bytes(db.session.execute(text("select velden from concept")).scalar_one())
        assert stored.startswith(b"nieuw:")
        db.session.expire_all()
        assert db.session.get_one(Concept, concept.id).velden == {"a": ["b"]}
        db.session.rollback()
    finally:
        crypto.configure(SLEUTEL)
