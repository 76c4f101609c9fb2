"""The operator's command line, on a database of its own."""

import io
import os
import subprocess
import sys
from datetime import timedelta
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner
from sqlalchemy import create_engine, text

from vob import create_app
from vob.cli import main
from vob.config import ROOT
from vob.core.clock import nu
from vob.data import migrate as migrations
from vob.data.installatie import note_backup, take

from .conftest import SLEUTEL

runner = CliRunner()
INIT = ["init", "--naam", "Ada", "--email", "ada@x.nl", "--organisatie", "X", "--type", "gemeente"]


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation in an empty folder, configured as in production."""
    for name in ("VOB_DEMO", "VOB_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VOB_INSTANCE", str(tmp_path))
    monkeypatch.setenv("VOB_SECRET_KEY", "x" * 40)
    monkeypatch.setenv("VOB_ENCRYPTION_KEY", SLEUTEL)
    return tmp_path


def run(*args: str, code: int = 0, **kwargs: str) -> str:
    result = runner.invoke(main, args, **kwargs)  # type: ignore[arg-type]  # click's own union
    assert result.exit_code == code, result.output
    return str(result.output)


def test_it_refuses_to_start_without_keys(env, monkeypatch):
    monkeypatch.delenv("VOB_SECRET_KEY")
    assert "Zet VOB_SECRET_KEY" in run("migrate", code=1)


def test_a_key_may_stand_in_a_file(env, monkeypatch, tmp_path):
    monkeypatch.delenv("VOB_SECRET_KEY")
    (tmp_path / "geheim").write_text("y" * 40)
    monkeypatch.setenv("VOB_SECRET_KEY_FILE", str(tmp_path / "geheim"))
    assert "De database is bij" in run("migrate")


def test_the_database_is_for_its_own_account_only(env):
    run("migrate")
    assert (env / "vob.db").stat().st_mode & 0o077 == 0


def test_init_makes_the_first_beheerder_once(env):
    run("migrate")
    assert "/wachtwoord/" in run(*INIT)
    assert "al ingericht" in run(*INIT, code=1)


def test_controle_is_good_after_set_up_and_names_what_is_not(env):
    assert "nog niet bij" in run("controle", code=1)
    run("migrate")
    assert "De keten van het logboek is heel." in run("controle", code=1), "no mail server yet"


def test_migrate_check_says_when_the_database_is_behind(env):
    assert "vob migrate" in run("migrate", "--check", code=1)
    run("migrate")
    run("migrate", "--check")


def test_before_a_migration_a_backup_is_made(env):
    run("migrate")
    run(*INIT)
    assert not list(env.glob("voor-bijwerken-*"))
    with create_app().app_context():
        migrations.downgrade("-1")
    run("migrate")
    bestand = next(env.glob("voor-bijwerken-*.backup"))
    run("restore", str(bestand), "--yes")
    run("migrate")
    assert run("gebruiker", "lijst") == "ada@x.nl;beheerder;aan\n"


def test_a_backup_comes_back(env):
    run("migrate")
    run(*INIT)
    run("backup", str(env / "b"))
    assert b"ada@x.nl" not in (env / "b").read_bytes()
    with create_engine(f"sqlite:///{env / 'vob.db'}").begin() as connection:
        connection.execute(text("DELETE FROM wachtwoordlink"))
    run("restore", str(env / "b"), "--yes")
    assert "al ingericht" in run(*INIT, code=1)
    assert (env / "vob.db.voor-terugzetten").exists()


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "other"])
def test_a_damaged_backup_is_refused_and_nothing_changes(env, damage):
    run("migrate")
    run("backup", str(env / "b"))
    good = (env / "b").read_bytes()
    broken = {
        "cut": good[:-9],
        "flip": good[:500] + bytes([good[500] ^ 1]) + good[501:],
        "empty": b"",
        "other": b"PK",
    }
    (env / "b").write_bytes(broken[damage])
    before = (env / "vob.db").stat().st_mtime_ns
    assert "ackup" in run("restore", str(env / "b"), "--yes", code=1)
    assert (env / "vob.db").stat().st_mtime_ns == before


def leave_hot_journal(database: Path) -> None:
    """As a crash does: a transaction that had begun to write, and its journal beside it."""
    script = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=1"); c.execute("BEGIN")
c.execute("CREATE TABLE half (tekst)")
for n in range(200):
    c.execute("INSERT INTO half VALUES (?)", ("x" * 900,))
os._exit(1)
"""
    subprocess.run([sys.executable, "-c", script, database], check=False)  # noqa: S603 - our own
    assert database.with_name("vob.db-journal").stat().st_size > 0


def test_the_journal_of_a_crash_does_not_get_into_what_is_put_back(env):
    run("migrate")
    run(*INIT)
    run("backup", str(env / "b"))
    leave_hot_journal(env / "vob.db")
    run("restore", str(env / "b"), "--yes")
    assert run("gebruiker", "lijst") == "ada@x.nl;beheerder;aan\n"
    assert "controle: ok" in run("controle", code=1)
    assert (env / "vob.db.voor-terugzetten-journal").exists(), "the old one can still be mended"


def test_nobody_replaces_the_database_of_a_vob_that_runs(env):
    run("migrate")
    run("backup", str(env / "b"))
    slot = take(env)
    assert "Stop VOB eerst" in run("restore", str(env / "b"), "--yes", code=1)
    assert "Stop VOB eerst" in run("serve", "--port", "0", code=1)
    os.close(slot)
    run("restore", str(env / "b"), "--yes")


def test_a_backup_into_a_folder_that_is_not_there_is_refused_in_a_sentence(env):
    run("migrate")
    assert "bestaat niet. Maak die eerst." in run("backup", str(env / "weg" / "b"), code=1)


def test_controle_tells_when_the_last_backup_was(env):
    run("migrate")
    assert "MIS   Backup: Er is nog geen backup gemaakt." in run("controle", code=1)
    run("backup", str(env / "b"))
    assert "goed  Backup: De laatste backup is van" in run("controle", code=1)
    oud = nu() - timedelta(days=3)
    note_backup(env, oud)
    assert "MIS   Backup" in run("controle", code=1)


def test_controle_names_what_no_key_opens_and_looks_at_the_rest(env):
    run("migrate")
    run(*INIT)
    zaai = (
        "INSERT INTO concept (gebruiker_id, pad, bewaard_op, vervalt_op, velden)"
        " VALUES (1, '/', '2026-01-01', '2026-01-01', :velden)"
    )
    with create_engine(f"sqlite:///{env / 'vob.db'}").begin() as connection:
        connection.execute(text(zaai), {"velden": b"kwijt:" + bytes(40)})
    uitvoer = run("controle", code=1)
    assert "MIS   Sleutels: concept.velden:" in uitvoer, uitvoer
    assert "Schijf" in uitvoer


def test_controle_speaks_to_the_mail_server_as_a_mail_does(env, monkeypatch):
    monkeypatch.setenv("VOB_SMTP_URL", "smtp://127.0.0.1:9")
    run("migrate")
    assert "MIS   Mail: De mailserver is niet bereikbaar." in run("controle", code=1)


def test_rechten_names_every_route_with_who_may(env):
    table = run("rechten")
    assert "/inloggen;GET,POST;public;ja" in table
    assert "/profiel;GET,POST;account_eigen;ja" in table


def test_an_operator_can_list_people_and_give_someone_a_link(env):
    run("migrate")
    run(*INIT)
    assert run("gebruiker", "lijst") == "ada@x.nl;beheerder;aan\n"
    assert "/wachtwoord/" in run("gebruiker", "wachtwoordlink", "ADA@x.nl")
    assert "niet bekend" in run("gebruiker", "wachtwoordlink", "eva@x.nl", code=1)


def test_herinneringen_say_how_many_were_sent(env):
    run("migrate")
    assert run("herinneringen") == "0 berichten verstuurd.\n"


def test_a_new_key_takes_over(env, monkeypatch):
    run("migrate")
    nieuw = run("sleutel", "nieuw", "b").strip()
    monkeypatch.setenv("VOB_ENCRYPTION_KEY", f"{nieuw},{SLEUTEL}")
    assert "waarden hebben nu" in run("sleutel", "roteer")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself_in_dutch(name):
    uitleg = run(name, "--help")
    assert "Toon deze uitleg." in uitleg
    assert "Show this message" not in uitleg


def test_every_word_of_the_help_is_dutch(env):
    for args in ([], ["restore"], ["init"], ["gebruiker", "lijst"]):
        uitvoer = run(*args, "--help")
        assert "Gebruik:" in uitvoer
        assert not set(uitvoer.split()) & {"Usage:", "Options:", "Commands:", "Show", "Confirm"}


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (["onzin"], "De opdracht 'onzin' bestaat niet."),
        (["backup"], "Er ontbreekt 'BESTAND'."),
        (["migrate", "--x"], "De optie '--x' bestaat niet."),
        (["restore", "/weg"], "'/weg' bestaat niet."),
    ],
)
def test_what_cannot_be_is_said_in_dutch(env, args, zin):
    uitvoer = run(*args, code=2)
    assert zin in uitvoer
    assert "Fout:" in uitvoer


def test_the_translation_was_compiled_after_its_last_change():
    map_ = ROOT / "vob/vertalingen/nl/LC_MESSAGES"
    compiled = GNUTranslations(io.BytesIO((map_ / "messages.mo").read_bytes()))
    for zin in read_po(io.BytesIO((map_ / "messages.po").read_bytes())):
        if isinstance(zin.id, tuple):
            assert [compiled.ngettext(*zin.id, n) for n in (1, 2)] == list(zin.string)
        elif zin.id:
            assert compiled.gettext(zin.id) == zin.string
