"""Backup and restore in one encrypted file.

SQLite: VACUUM INTO a new file, checked, then sealed. The stepwise backup API never finished under
load and a copied file was damaged (shared/ontwerp/veiligheid.md R10). PostgreSQL: pg_dump.
The file is a row of frames, each encrypted and numbered, the last one marked: a cut, swapped or
changed frame is refused.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from sqlalchemy import Engine, text

from .crypto import SleutelFout, sleutelbos

_MAGIC = b"VOB-BACKUP-1\n"
_FRAME = 1024 * 1024
_JOURNALEN = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a database


class BackupFout(Exception):
    """Dutch sentence: what went wrong, and what still stands."""


def make_backup(engine: Engine, target: Path) -> str:
    """Write a backup to `target`; an older file of that name stays until the new one is whole.

    Returns the SHA-256 of the file. Raises BackupFout.
    """
    if not target.resolve().parent.is_dir():
        raise BackupFout(f"De map {target.resolve().parent} bestaat niet. Maak die eerst.")
    part = target.with_name(target.name + ".deel")
    with TemporaryDirectory(dir=target.resolve().parent, prefix=".backup-") as folder:
        plain = Path(folder) / "vob"
        _dump(engine, plain)
        with plain.open("rb") as source, part.open("wb") as sealed:
            _seal(source, sealed)
            sealed.flush()
            os.fsync(sealed.fileno())
    part.replace(target)
    with target.open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()


def restore_backup(engine: Engine, source: Path, database: Path | None) -> None:
    """Put a backup in place of the database. The server must be stopped. Raises BackupFout.

    Nothing is touched before the whole file was read and found whole. The database that stood there
    stays beside it as `<name>.voor-terugzetten`.
    """
    folder = (database or source).resolve().parent
    with TemporaryDirectory(dir=folder, prefix=".restore-") as scratch:
        plain = Path(scratch) / "vob"
        with source.open("rb") as sealed, plain.open("wb") as opened:
            for frame in _unseal(sealed):
                opened.write(frame)
        if database is None:
            _run(["pg_restore", "--clean", "--if-exists", "--no-owner", "-d", _dsn(engine), plain])
            return
        _check_sqlite(plain)
        engine.dispose()
        _put(plain, database)


def _put(plain: Path, database: Path) -> None:
    """The old database goes aside with its journal: SQLite would roll that back into the new one.

    Also when the old one went aside already, by a restore that was cut off.
    """
    eigenaar = (database if database.exists() else database.parent).stat()
    for deel in ("", *_JOURNALEN):
        oud = database.with_name(database.name + deel)
        opzij = database.with_name(f"{database.name}.voor-terugzetten{deel}")
        if oud.exists():
            oud.replace(opzij)
        elif deel:  # of an earlier restore: it does not belong to what stands aside now
            opzij.unlink(missing_ok=True)
    shutil.move(plain, database)
    if os.geteuid() == 0:  # an administrator as root: VOB must be able to open it
        os.chown(database, eigenaar.st_uid, eigenaar.st_gid)


def _dump(engine: Engine, plain: Path) -> None:
    if engine.dialect.name == "postgresql":
        _run(["pg_dump", "--format=custom", "--file", plain, _dsn(engine)])
        return
    with engine.connect() as connection:
        connection.execute(text("VACUUM INTO :file"), {"file": str(plain)})
    _check_sqlite(plain)


def _check_sqlite(path: Path) -> None:
    """Opens a copy, never the live database file (R14)."""
    with sqlite3.connect(path) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    copy.close()
    if found != "ok" or broken:
        raise BackupFout("De backup is niet heel; er is niets veranderd.")


def _seal(source: BinaryIO, target: BinaryIO) -> None:
    target.write(_MAGIC)
    number, frame = 0, source.read(_FRAME)
    while frame or number == 0:
        following = source.read(_FRAME)
        sealed = sleutelbos().encrypt(frame, _context(number, last=not following))
        target.write(len(sealed).to_bytes(4, "big") + sealed)
        number, frame = number + 1, following


def _unseal(source: BinaryIO) -> Iterator[bytes]:
    if source.read(len(_MAGIC)) != _MAGIC:
        raise BackupFout("Dit is geen backup van VOB.")
    number, header = 0, source.read(4)
    while header:
        sealed = source.read(int.from_bytes(header, "big"))
        header = source.read(4)
        try:
            yield sleutelbos().decrypt(sealed, _context(number, last=not header))
        except SleutelFout:
            raise BackupFout(
                "De backup is beschadigd of met een andere sleutel gemaakt; er is niets veranderd."
            ) from None
        number += 1
    if number == 0:
        raise BackupFout("De backup is leeg; er is niets veranderd.")


def _context(number: int, last: bool) -> str:
    return f"backup:{number}:{'last' if last else 'more'}"


def _dsn(engine: Engine) -> str:
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run(command: list[str | Path]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed commands
    except FileNotFoundError:
        raise BackupFout(f"Installeer {command[0]} (postgresql-client).") from None
    except subprocess.CalledProcessError as fault:
        raise BackupFout(f"{command[0]} mislukte: {fault.stderr.decode()[:300]}") from None
