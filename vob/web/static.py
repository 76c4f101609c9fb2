"""Static files: each address carries a hash of the contents, so a browser asks once per release.

Style sheets and scripts are kept in readable parts and served as one of each, because a request
costs more than a join. Text is read and compressed once per process.
"""

import hashlib
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from posixpath import normpath

import brotli  # type: ignore[import-untyped]  # publishes no types
from flask import Flask, Response, abort, request, url_for
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from itsdangerous import URLSafeTimedSerializer
from werkzeug.security import safe_join

from .access import public

STATIC = Path(__file__).parents[1] / "static"
STYLESHEET = "css/vob.css"
# In the order of their layers; within a layer the later one wins.
PARTS = (
    "vendor/nlds/nlds.css",
    "css/theme.css",
    "css/base.css",
    "css/layout.css",
    "css/components.css",
    "css/forms.css",
    "css/tables.css",
    "css/pages.css",
    "css/checklist.css",
    "css/keten.css",
    "css/media.css",
    "css/zaak.css",
    "css/vergaderlog.css",
    "css/risico.css",
    "css/print.css",
)
SCRIPT = "js/vob.js"
SCRIPT_PARTS = ("vendor/htmx/htmx.min.js", "js/app.js")
# A page with a script of its own takes this one instead: a file more is a request more.
LOG_SCRIPT = "js/vob-log.js"
LOG_SCRIPT_PARTS = (*SCRIPT_PARTS, "js/wachtrij.js", "js/vergaderlog.js")
TEXTS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_LAYERS = "@layer tokens, elements, candidates, base, layout, components, pages, print;\n"
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)  # one that opens with /*! is a licence
_INDENT = re.compile(r"\n\s*")
_YEAR = 31_536_000


@cache
def read_stylesheet() -> bytes:
    """All parts as one sheet, without comments and indentation."""
    parts = (_COMMENT.sub("", (STATIC / part).read_text(encoding="utf-8")) for part in PARTS)
    return (_LAYERS + _INDENT.sub("\n", "\n".join(parts))).encode()


@cache
def read_script(parts: tuple[str, ...] = SCRIPT_PARTS) -> bytes:
    """htmx and ours. Each is a whole by itself; a script without a semicolon needs the one here."""
    return b";\n".join((STATIC / part).read_bytes() for part in parts)


_JOINED: dict[str, Callable[[], bytes]] = {
    STYLESHEET: read_stylesheet,
    SCRIPT: read_script,
    LOG_SCRIPT: lambda: read_script(LOG_SCRIPT_PARTS),
}


@cache
def _read(filename: str) -> bytes:
    joined = _JOINED.get(filename)
    return joined() if joined else (STATIC / filename).read_bytes()


@cache
def _compress(filename: str) -> bytes:
    """As small as it gets: once per process, where for every answer that would cost too much."""
    packed: bytes = brotli.compress(_read(filename))
    return packed


@cache
def content_hash(filename: str) -> str:
    return hashlib.sha256(_read(filename)).hexdigest()[:10]


def static_url(filename: str) -> str:
    """The address of a file; another address as soon as the file differs."""
    return _address(request.script_root, filename, content_hash(filename))


@cache
def _address(_root: str, filename: str, hash: str) -> str:
    """Built once: a page with many icons asks it often."""
    return url_for("static", filename=filename, v=hash)


class SessionForPages(SecureCookieSessionInterface):
    """Flask-Login looks into the session of every request. A static file is the same for everyone:
    without this it would vary by cookie, and be fetched again after each log-in.
    """

    _serializer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Made once: the key is derived anew in each, for every request."""
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if request.endpoint != "static":
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    app.session_interface = SessionForPages()
    send_file: Callable[..., Response] = app.view_functions["static"]  # type: ignore[assignment]  # Flask types a view more widely than its static one is

    @public
    def send_static(filename: str) -> Response:
        if normpath(filename) != filename:  # or each way to write a name is read and kept anew
            abort(404)
        text = TEXTS.get(filename.rpartition(".")[2])
        if text and (filename in _JOINED or _is_file(filename)):
            response = _send_text(filename, text)
        else:
            response = send_file(filename=filename)
        return _set_cache(response, filename)

    app.view_functions["static"] = send_static
    app.jinja_env.globals["static_url"] = static_url


def _is_file(filename: str) -> bool:
    path = safe_join(str(STATIC), filename)
    return path is not None and Path(path).is_file()


def _send_text(filename: str, mimetype: str) -> Response:
    """From memory. A browser without brotli is served by flask-compress, or as it is."""
    if request.accept_encodings["br"] > 0:
        response = Response(_compress(filename), mimetype=mimetype)
        response.content_encoding = "br"
    else:
        response = Response(_read(filename), mimetype=mimetype)
    response.vary.add("Accept-Encoding")
    response.add_etag()
    response.make_conditional(request)
    return response


def _set_cache(response: Response, filename: str) -> Response:
    """A year, but only when the address names these very contents."""
    response.headers.pop("Cache-Control", None)
    cache_control = response.cache_control
    cache_control.public = True
    if response.status_code == 200 and request.args.get("v") == content_hash(filename):
        cache_control.max_age = _YEAR
        cache_control.immutable = True
    else:
        cache_control.no_cache = True
    return response
