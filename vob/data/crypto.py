"""Encryption of what may hurt people: AES-256-GCM with named keys, and a blind index.

`VOB_ENCRYPTION_KEY` holds `id:base64(32 bytes)`, several separated by commas: the first encrypts,
all decrypt. Each value carries the id of its key, so keys can be replaced one value at a time.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12  # bytes, as AES-GCM prescribes (NIST SP 800-38D)
_KEY = 32  # bytes: AES-256


class SleutelFout(Exception):
    """A key is missing or wrong. Never shown with its value."""


@dataclass(frozen=True)
class Sleutelbos:
    """The key ring. The first key encrypts, every key decrypts."""

    sleutels: Mapping[str, bytes]
    _ciphers: dict[str, AESGCM] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> "Sleutelbos":
        """Read `id:base64,id:base64`. Raises SleutelFout with what is wrong, without the key."""
        sleutels: dict[str, bytes] = {}
        for part in filter(None, (p.strip() for p in text.split(","))):
            key_id, _, encoded = part.partition(":")
            try:
                key = base64.b64decode(encoded, validate=True)
            except ValueError:
                raise SleutelFout(f"Sleutel ‘{key_id}’ is geen base64.") from None
            if not key_id or len(key_id) > 20 or len(key) != _KEY:
                raise SleutelFout("Een sleutel is ‘naam:base64 van 32 bytes’.")
            sleutels[key_id] = key
        if not sleutels:
            raise SleutelFout("Er is geen sleutel: zet VOB_ENCRYPTION_KEY.")
        return cls(sleutels)

    @property
    def eerste(self) -> str:
        """The id of the key that encrypts."""
        return next(iter(self.sleutels))

    def encrypt(self, data: bytes, context: str) -> bytes:
        """`context` (table.column) is bound to the value: it cannot be moved to another column."""
        nonce = os.urandom(_NONCE)
        sealed = self._cipher(self.eerste).encrypt(nonce, data, context.encode())
        return self.eerste.encode() + b":" + nonce + sealed

    def decrypt(self, data: bytes, context: str) -> bytes:
        """Raises SleutelFout when the key is gone or the value was tampered with."""
        key_id, _, sealed = data.partition(b":")
        try:
            cipher = self._cipher(key_id.decode())
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], context.encode())
        except (InvalidTag, ValueError):
            raise SleutelFout(f"Een waarde in {context} is niet te ontsleutelen.") from None

    def mac(self, data: bytes, doel: str, key_id: str | None = None) -> str:
        """`keyid:hex` of a keyed hash, with a key of its own per purpose (`doel`)."""
        key_id = key_id or self.eerste
        if key_id not in self.sleutels:
            raise SleutelFout(f"Sleutel ‘{key_id}’ ontbreekt.")
        key = hmac.digest(self.sleutels[key_id], b"vob:" + doel.encode(), hashlib.sha256)
        return f"{key_id}:{hmac.digest(key, data, hashlib.sha256).hex()}"

    def blind_indexes(self, value: str, doel: str) -> list[str]:
        """The value's keyed hash under every key, for `column.in_(…)`; store the first."""
        folded = " ".join(value.casefold().split()).encode()
        return [self.mac(folded, doel, key_id) for key_id in self.sleutels]

    def _cipher(self, key_id: str) -> AESGCM:
        if key_id not in self.sleutels:
            raise SleutelFout(f"Sleutel ‘{key_id}’ ontbreekt.")
        if key_id not in self._ciphers:
            self._ciphers[key_id] = AESGCM(self.sleutels[key_id])
        return self._ciphers[key_id]


def new_key(key_id: str) -> str:
    """A fresh key in the form of the configuration."""
    return f"{key_id}:{base64.b64encode(os.urandom(_KEY)).decode()}"


_current: Sleutelbos | None = None


def configure(text: str) -> None:
    """Set the key ring of this process; column types have no access to the application."""
    global _current
    _current = Sleutelbos.parse(text)


def sleutelbos() -> Sleutelbos:
    """The key ring of this process."""
    if _current is None:
        raise SleutelFout("Er is geen sleutel: zet VOB_ENCRYPTION_KEY.")
    return _current
