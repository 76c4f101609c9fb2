"""What may no longer be read stands nowhere any more: not in a table, not in the search index.

The words are in a script that occurs nowhere else, so that every trace of them can be seen.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from sqlalchemy import select, text

from vob.acties.models import Actie
from vob.cli import main
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import Base, Zoekdoc, db
from vob.data.search_opruimen import clean_up
from vob.incidenten.models import Incident

from ..conftest import SLEUTEL

GEHEIM = "ქვყანა ბჟგლ"
Maker = Callable[..., Incident]


def everything() -> Iterator[tuple[str, str]]:
    """Every value of every table as it is stored; bytes as the text they could be."""
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table.name}"')):  # noqa: S608 - ours
            for value in row:
                if isinstance(value, bytes | memoryview):
                    value = bytes(value).decode(errors="ignore")
                yield table.name, str(value)


def places() -> set[str]:
    return {table for table, value in everything() if GEHEIM[:3] in value}


@pytest.fixture
def zaak(client_for: Callable[..., FlaskClient], make_gebruiker, make_incident: Maker) -> Incident:
    """A case with the words in it, and an action that repeats them."""
    coordinator = make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(make_gebruiker(Rol.AMBTSDRAGER), omschrijving=f"Hij riep {GEHEIM}.")
    db.session.add(
        Actie(
            titel=f"Bel over {GEHEIM}",
            toelichting=GEHEIM,
            bewijs=GEHEIM,
            verklaring=GEHEIM,
            eigenaar_id=coordinator.id,
            gemaakt_door_id=coordinator.id,
            uiterlijk=vandaag(),
            bron_soort="incident",
            bron_id=zaak.id,
        )
    )
    db.session.commit()
    return zaak


def test_an_action_of_a_case_stands_nowhere_in_clear(zaak: Incident) -> None:
    assert places() == {"incident", "zoekdoc"}, "of the case itself, which is not secret yet"
    soorten = set(db.session.scalars(select(Zoekdoc.soort)))
    assert "actie" not in soorten


def test_a_case_that_becomes_extra_vertrouwelijk_stands_nowhere_in_clear(zaak: Incident) -> None:
    zaak.set_vertrouwelijk(True)
    db.session.commit()
    assert places() == set()
    assert clean_up(db.engine)
    assert not clean_up(db.engine), "once is enough"


def test_a_text_that_is_only_changed_asks_for_no_cleaning(zaak: Incident) -> None:
    zaak.omschrijving = "Iets anders."
    db.session.commit()
    assert not clean_up(db.engine)


@pytest.fixture
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation on SQLite, whatever this suite runs on: it is about that file."""
    for name in ("VOB_DEMO", "VOB_DATABASE_URL", "VOB_SMTP_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VOB_INSTANCE", str(tmp_path))
    monkeypatch.setenv("VOB_SECRET_KEY", "x" * 40)
    monkeypatch.setenv("VOB_ENCRYPTION_KEY", SLEUTEL)
    assert CliRunner().invoke(main, ["migrate"]).exit_code == 0
    return tmp_path / "vob.db"


FILL = """
from vob import create_app
from vob.data import Zoekdoc, db, search
from vob.data.search import add_docs, fold
with create_app().app_context():
    teksten = [f"gewone tekst nummer {n}" for n in range(3000)]
    teksten[1500] = GEHEIM
    for begin in range(0, 3000, 500):
        add_docs(db.session, [
            {"soort": "proef", "ref": n, "titel": "x", "tekst": fold(teksten[n])}
            for n in range(begin, begin + 500)
        ])
        db.session.commit()
    search._drop(db.session, db.session.query(Zoekdoc).filter_by(ref=1500).one())
    search.ask_opruiming(db.session)
    db.session.commit()
"""
# The index writes of each piece of text only what differs from the one before it, in order: of the
# first letter of this script all bytes stand there.
LETTER = min(GEHEIM.replace(" ", ""))
FIND = "import sys; sys.exit(open(sys.argv[1], 'rb').read().count(sys.argv[2].encode()) == 0)"


def is_in(file: Path) -> bool:
    """By another process: one that opens the file itself would drop the locks of this one."""
    found = subprocess.run([sys.executable, "-c", FIND, str(file), LETTER], check=False)  # noqa: S603
    return found.returncode == 0


def test_the_index_keeps_no_trace_of_a_text_that_was_forgotten(eigen: Path) -> None:
    fill = f"GEHEIM = {GEHEIM!r}\n{FILL}"
    subprocess.run([sys.executable, "-c", fill], check=True)  # noqa: S603
    assert is_in(eigen), "the words are in an old part of the index; else this proves nothing"
    assert CliRunner().invoke(main, ["herinneringen"]).exit_code == 0
    assert not is_in(eigen)
