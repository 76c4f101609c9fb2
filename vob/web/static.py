"""Static files: each address carries a hash of the contents, so a browser asks once per release.

The style sheets are kept in readable parts and served as one, because a request costs more than
a join. All is read once per process.
"""

import hashlib
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for
from flask.sessions import SecureCookieSessionInterface, SessionMixin

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
    "css/print.css",
)
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
def content_hash(filename: str) -> str:
    content = read_stylesheet() if filename == STYLESHEET else (STATIC / filename).read_bytes()
    return hashlib.sha256(content).hexdigest()[:10]


def static_url(filename: str) -> str:
    """The address of a file; another address as soon as the file differs."""
    return url_for("static", filename=filename, v=content_hash(filename))


class SessionForPages(SecureCookieSessionInterface):
    """Flask-Login looks into the session of every request. A static file is the same for everyone:
    without this it would vary by cookie, and be fetched again after each log-in.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if request.endpoint != "static":
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    app.session_interface = SessionForPages()
    send_file: Callable[..., Response] = app.view_functions["static"]  # type: ignore[assignment]  # Flask types a view more widely than its static one is

    @public
    def send_static(filename: str) -> Response:
        if filename == STYLESHEET:
            response = Response(read_stylesheet(), mimetype="text/css")
            response.add_etag()
            response.make_conditional(request)
        else:
            response = send_file(filename=filename)
        return _set_cache(response, filename)

    app.view_functions["static"] = send_static
    app.jinja_env.globals["static_url"] = static_url


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
