"""The folder of an installation: who uses it, and when its last backup was made."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

_SLOT, _BACKUP = "in-gebruik", "laatste-backup"


class InGebruik(Exception):
    """Dutch sentence: someone else uses this folder."""


def take(folder: Path) -> int:
    """Have this folder to oneself, until this process and all that it starts have ended.

    One VOB serves a folder, and nobody replaces its database meanwhile: the workers would go on
    with the old file (shared/ontwerp/veiligheid.md R24). Returns what to close to let go of it.
    Raises InGebruik.
    """
    slot = os.open(folder / _SLOT, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(slot)
        raise InGebruik(f"VOB draait nog met de gegevens in {folder}. Stop VOB eerst.") from None
    os.set_inheritable(slot, True)  # the server takes the place of this process
    return slot


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Have this folder to oneself for a while. Raises InGebruik."""
    slot = take(folder)
    try:
        yield
    finally:
        os.close(slot)


def note_backup(folder: Path, moment: datetime) -> None:
    (folder / _BACKUP).write_text(moment.isoformat())


def read_backup(folder: Path) -> datetime | None:
    """When the last backup was made; None: never, or by another installation."""
    try:
        return datetime.fromisoformat((folder / _BACKUP).read_text())
    except FileNotFoundError:
        return None
