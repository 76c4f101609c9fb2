"""Password hashing: argon2id at a cost OWASP accepts, that leaves the server room to breathe."""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 19 MiB, 2 passes: about 30 ms. The library's default (64 MiB) takes 0.5 GB for 8 logins at once.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Someone unknown costs as much time as someone known (no user enumeration).
_NOBODY = _HASHER.hash("nobody has this password")


def hash_wachtwoord(wachtwoord: str) -> str:
    return _HASHER.hash(_plain(wachtwoord))


def is_wachtwoord(hash: str, wachtwoord: str) -> bool:
    """An empty hash (no account, or invited and not yet set) takes as long and is never right."""
    try:
        return _HASHER.verify(hash or _NOBODY, _plain(wachtwoord)) and bool(hash)
    except (VerificationError, InvalidHashError):
        return False


def _plain(wachtwoord: str) -> str:
    """The same characters however a keyboard composes them; nothing is taken off."""
    return unicodedata.normalize("NFC", wachtwoord)
