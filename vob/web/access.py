"""Access is declared at the route and enforced here, once, for every request."""

import json
import logging
import re
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data import db

from .adres import is_eigen_pad
from .htmx import Answer, is_htmx

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC = "public"
LOG = logging.getLogger("vob.toegang")
_SAFE = {"GET", "HEAD", "OPTIONS"}
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def requires(recht: Recht) -> Callable[[View], View]:
    """Declare the right a route asks for. `_guard` enforces it."""

    def declare(view: View) -> View:
        view.access = recht  # type: ignore[attr-defined]  # a view carries its own declaration
        return view

    return declare


def public(view: View) -> View:
    """Declare a route open to everyone who can reach the server."""
    view.access = PUBLIC  # type: ignore[attr-defined]  # a view carries its own declaration
    return view


def upload(megabytes: int) -> Callable[[View], View]:
    """Declare that a route takes files: its body may be this large instead of 2 MB."""

    def declare(view: View) -> View:
        view.max_body = megabytes * 1024 * 1024  # type: ignore[attr-defined]  # read by `_guard`
        return view

    return declare


def on_lost_post(app: Flask, keep: Callable[[], None]) -> None:
    """Register who keeps what someone typed when the session ended before the form was sent."""
    app.extensions.setdefault("vob_lost_post", []).append(keep)


def _guard() -> Answer | None:
    """Closed unless declared open: a route that forgot to declare is a 403 for everyone."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None:
        return None  # an unknown address: 404
    access = getattr(view, "access", None)
    if access == PUBLIC and request.endpoint == "static":
        return None
    if max_body := getattr(view, "max_body", None):
        request.max_content_length = max_body
    if request.method not in _SAFE and _is_cross_site():
        abort(403)
    if access == PUBLIC:
        return None
    if not current_user.is_authenticated:
        return _send_to_login()
    allowed = access is not None and current_user.can(access)
    _log(access, allowed)
    if not allowed:
        abort(403)
    db.session.info["actor_id"] = current_user.id
    return None


def _is_cross_site() -> bool:
    """A second lock beside the CSRF token; a browser without Sec-Fetch-Site meets the first."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}


def _send_to_login() -> Answer:
    """htmx must leave the page; otherwise the login form lands in a table row.

    After a POST the way back is the page the form stood on, with everything that was typed.
    """
    if request.method in _SAFE:
        terug = request.full_path.rstrip("?")
    else:
        for keep in current_app.extensions.get("vob_lost_post", []):
            keep()
        terug = page_of_form()
    login = url_for("gebruikers.login", next=None if terug == "/" else terug)
    if is_htmx():
        return Response(status=401, headers={"HX-Redirect": login})
    return redirect(login, 303)


def page_of_form() -> str:
    """The page that holds the form: same-origin referrer, else the address it was sent to."""
    return page_before() or request.path


def page_before() -> str | None:
    """The page one came from, when it is one of VOB."""
    referrer, root = request.referrer or "", request.host_url
    pad = "/" + referrer.removeprefix(root)
    return pad if referrer.startswith(root) and is_eigen_pad(pad) else None


def _id_only(waarde: object) -> object:
    """A number or key; what someone typed in the address instead may be a name."""
    return waarde if _ID.fullmatch(str(waarde)) else "geen id"


def _log(access: str | None, allowed: bool) -> None:
    """Every decision, ids only: no query string, no name, no body (veiligheid.md T16)."""
    line = {
        "actor": current_user.id,
        "recht": access,
        "route": request.endpoint,
        "methode": request.method,
        "object": {naam: _id_only(waarde) for naam, waarde in (request.view_args or {}).items()},
        "resultaat": "toegestaan" if allowed else "geweigerd",
        "adres": request.remote_addr,
        "verzoek": g.get("verzoek_id"),
    }
    LOG.info(json.dumps(line, default=str))


def init_app(app: Flask) -> None:
    public(app.view_functions["static"])
    app.before_request(_guard)
