"""The cast and the stage: an application on a real database, emptied after each test."""

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy import Connection, event, text

from vob import create_app
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import Base, db
from vob.data.migrate import upgrade
from vob.gebruikers import sessies
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie

SLEUTEL = "test:" + base64.b64encode(b"0" * 32).decode()


class Browser(FlaskClient):
    """Tests hold one application context open, and with it Flask's `g`. A real request starts with
    an empty one; without this the second user of a test would still be the first."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        g.__dict__.clear()
        return super().open(*args, **kwargs)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL those that use a database: a pure rule is the same on either."""
    if "VOB_TEST_DATABASE_URL" not in os.environ:
        return
    without = [item for item in items if "_app" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in set(without)]


def database_url(tmp: Path) -> str:
    """SQLite in a file, or the PostgreSQL that `make test` started: one database per worker."""
    url = os.environ.get("VOB_TEST_DATABASE_URL")
    if url is None:
        return f"sqlite:///{tmp / 'vob.db'}"
    worker = os.environ.get("PYTEST_XDIST_WORKER", "master")
    return f"{url}_{worker}"


def settings(tmp: Path) -> dict[str, Any]:
    return {
        "TESTING": True,
        "SECRET_KEY": "test" * 10,
        "ENCRYPTION_KEY": SLEUTEL,
        "WTF_CSRF_ENABLED": False,
        "SQLALCHEMY_DATABASE_URI": database_url(tmp),
        "SMTP_URL": None,
        "VIRUSSCANNER": None,
        "BASE_URL": "http://localhost",
        "AFZENDER": "vob@waterrijk.example",
        "INSTANCE": tmp,
        "DEMO": False,
        "TLS": False,
    }


@pytest.fixture(scope="session")
def _app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Made once, on a schema made by the migrations themselves."""
    tmp = tmp_path_factory.mktemp("instance")
    app = create_app(settings(tmp))
    app.test_client_class = Browser
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _fast)
        upgrade()
        _empty()
    yield app
    with app.app_context():
        db.engine.dispose()


def _fast(connection: Any, _record: Any) -> None:
    """A test need not survive a power cut; `tests/data/test_engine.py` looks at the real thing."""
    connection.execute("PRAGMA synchronous=off")


@pytest.fixture
def app(_app: Flask) -> Iterator[Flask]:
    with _app.app_context():
        db.session.add(
            Organisatie(
                naam="Waterrijk", beveiliging_naam="Bode", beveiliging_telefoon="0555-112233"
            )
        )
        db.session.commit()
        yield _app
        db.session.rollback()
        _empty()
        db.session.remove()
        db.session.info.clear()


def _empty() -> None:
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            _empty_postgresql(connection, tables)
        else:
            _empty_sqlite(connection, tables)


def _empty_sqlite(connection: Connection, tables: list[str]) -> None:
    """In one go: a statement for each of so many tables is a fifth of the time of most tests."""
    connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    connection.execute(text("INSERT INTO zoekdoc_fts(zoekdoc_fts) VALUES ('delete-all')"))
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in tables)  # noqa: S608 - our own table names
    for name in connection.exec_driver_sql(" UNION ALL ".join(asked)).scalars().all():
        connection.exec_driver_sql(f'DELETE FROM "{name}"')  # noqa: S608 - our own table names


def _empty_postgresql(connection: Connection, tables: list[str]) -> None:
    """Only what holds something: TRUNCATE makes new files for every table, and takes ten times as
    long as most tests."""
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for name in tables)  # noqa: S608 - our own table names
    filled = connection.execute(text(" UNION ALL ".join(asked))).scalars().all()
    connection.execute(text("SET LOCAL session_replication_role = replica"))  # in any order
    for name in filled:
        connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 - our own table names
        if "id" in Base.metadata.tables[name].columns:
            reset = "SELECT setval(pg_get_serial_sequence(:name, 'id'), 1, false)"
            connection.execute(text(reset), {"name": f'"{name}"'})


@pytest.fixture
def organisatie(app: Flask) -> Organisatie:
    return db.session.scalars(db.select(Organisatie)).one()


@pytest.fixture
def make_gebruiker(app: Flask) -> Callable[..., Gebruiker]:
    """A fresh user; the roles come first."""

    def make(*rollen: Rol, **overrides: Any) -> Gebruiker:
        volgnummer = db.session.query(Gebruiker).count() + 1
        naam = rollen[0].label if rollen else "Niemand"
        values = {
            "naam": f"{naam} {volgnummer}",
            "email": f"{naam.lower().split()[0]}{volgnummer}@waterrijk.example",
            "rollen": [rol.value for rol in rollen],
            "functie": Functie.MEDEWERKER,
        }
        gebruiker = Gebruiker(**values | overrides)
        db.session.add(gebruiker)
        db.session.commit()
        return gebruiker

    return make


@pytest.fixture
def client_of(app: Flask) -> Callable[[Gebruiker], FlaskClient]:
    """A test client logged in as this user, with a real session."""

    def log_in(gebruiker: Gebruiker) -> FlaskClient:
        with app.test_request_context():
            sleutel = sessies.new_sessie(gebruiker)
            db.session.commit()
        client = app.test_client()
        with client.session_transaction() as session:
            session[sessies.COOKIE_SLEUTEL] = sleutel
        return client

    return log_in


@pytest.fixture
def client_for(
    make_gebruiker: Callable[..., Gebruiker], client_of: Callable[[Gebruiker], FlaskClient]
) -> Callable[..., FlaskClient]:
    """A test client logged in as a fresh user with these roles."""

    def log_in(*rollen: Rol, **overrides: Any) -> FlaskClient:
        return client_of(make_gebruiker(*rollen, **overrides))

    return log_in
