"""The migrations make what the models say, and can be taken back with data in the tables."""

from sqlalchemy import inspect

from vob.core.permissions import Rol
from vob.data import db
from vob.data.migrate import differences, downgrade, upgrade


def tables():
    return {name for name in inspect(db.engine).get_table_names() if "zoekdoc_fts" not in name}


def test_models_and_database_are_equal(app):
    assert differences() is None


def test_down_to_nothing_and_up_again_with_data(make_gebruiker):
    make_gebruiker(Rol.MEDEWERKER)
    before = tables()
    db.session.remove()
    downgrade("base")
    assert tables() <= {"alembic_version"}
    upgrade()
    assert tables() == before
