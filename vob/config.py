"""Configuration: safe defaults, the rest from VOB_* (each also as VOB_*_FILE)."""

import base64
import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from vob.data.crypto import new_key

ROOT = Path(__file__).parent.parent


class ConfiguratieFout(Exception):
    """VOB refuses to start; the message says what to set."""


class Config:
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    # Of the signature only; whether a session lives is decided by its row (gebruikers/sessies.py).
    # A day longer than that, so that what someone typed can still be kept for its owner.
    PERMANENT_SESSION_LIFETIME = timedelta(hours=10 + 24)
    # A fault of the database goes into the log with its statement; the values are people's words.
    SQLALCHEMY_ENGINE_OPTIONS: ClassVar = {"hide_parameters": True}
    # Flask caps the body of every request; the upload routes raise it for themselves.
    MAX_CONTENT_LENGTH = 2 * 1024 * 1024
    MAX_FORM_MEMORY_SIZE = 2 * 1024 * 1024
    MAX_FORM_PARTS = 1000
    WTF_CSRF_TIME_LIMIT = None  # the token lives as long as the session it is bound to
    WTF_I18N_ENABLED = False  # our own Dutch messages
    COMPRESS_ALGORITHM = ("br", "gzip")
    COMPRESS_BR_LEVEL = 2  # half the time of 4, for 7 % more bytes
    COMPRESS_MIN_SIZE = 500
    COMPRESS_MIMETYPES = (
        "text/html",
        "text/css",
        "text/csv",
        "text/plain",
        "application/javascript",
        "text/javascript",
        "image/svg+xml",
    )


def read(name: str, default: str | None = None, env: Mapping[str, str] = os.environ) -> str | None:
    """`VOB_<name>`, or the contents of the file that `VOB_<name>_FILE` names."""
    if path := env.get(f"VOB_{name}_FILE"):
        try:
            return Path(path).read_text().strip()
        except OSError as fault:
            raise ConfiguratieFout(f"VOB_{name}_FILE is niet te lezen: {fault.strerror}.") from None
    return env.get(f"VOB_{name}", default)


def instance_folder(env: Mapping[str, str] = os.environ) -> Path:
    """Where VOB keeps what is its own: the SQLite file, the log, and the keys of a demo."""
    return Path(read("INSTANCE", str(ROOT / "instance"), env) or "").resolve()


def load(env: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """All settings from the environment. Raises ConfiguratieFout when VOB cannot start safely."""
    folder = instance_folder(env)
    demo = _is_on("DEMO", env)
    keys = _demo_keys(folder) if demo else {}
    secret = read("SECRET_KEY", keys.get("SECRET_KEY"), env)
    encryption = read("ENCRYPTION_KEY", keys.get("ENCRYPTION_KEY"), env)
    if not secret or len(secret) < 32:
        raise ConfiguratieFout("Zet VOB_SECRET_KEY: een geheim van ten minste 32 tekens.")
    if not encryption:
        raise ConfiguratieFout("Zet VOB_ENCRYPTION_KEY; `vob sleutel nieuw` maakt er een.")
    tls = _is_on("TLS", env)
    return {
        "SECRET_KEY": secret,
        "ENCRYPTION_KEY": encryption,
        "SQLALCHEMY_DATABASE_URI": read("DATABASE_URL", f"sqlite:///{folder / 'vob.db'}", env),
        "SMTP_URL": read("SMTP_URL", None, env),
        "BASE_URL": read("BASE_URL", "http://127.0.0.1:8000", env),
        "VIRUSSCANNER": read("VIRUSSCANNER", None, env),
        "AFZENDER": read("AFZENDER", "vob@localhost", env),
        "INSTANCE": folder,
        "DEMO": demo,
        "TLS": tls,
        "PROXY": _is_on("PROXY", env),
        "SESSION_COOKIE_SECURE": tls,
        # The __Host- prefix ties the cookie to this host; a browser takes it over TLS only.
        "SESSION_COOKIE_NAME": "__Host-vob" if tls else "vob",
    }


def _is_on(name: str, env: Mapping[str, str]) -> bool:
    return (read(name, "0", env) or "0").lower() in {"1", "true", "ja"}


def _demo_keys(folder: Path) -> dict[str, str]:
    """A demo makes its own keys, once, readable by its owner only."""
    path = folder / "demo-sleutels"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = f"SECRET_KEY={base64.b64encode(secrets.token_bytes(48)).decode()}\n"
        lines += f"ENCRYPTION_KEY={new_key('demo')}\n"
        path.touch(mode=0o600)
        path.write_text(lines)
    return dict(line.split("=", 1) for line in path.read_text().splitlines())
