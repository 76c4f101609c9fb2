"""The answer to a write: the fragment that changed, or the page it is part of."""

from typing import Any

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

Answer = str | tuple[str, int] | Response


def is_htmx() -> bool:
    """Only how to answer hangs on this header; never what one may see."""
    return request.headers.get("HX-Request") == "true"


def fragment_or_redirect(fragment: str, location: str, **context: Any) -> Answer:
    """htmx gets the changed fragment; a browser is sent on (POST, redirect, GET)."""
    return render_template(fragment, **context) if is_htmx() else redirect(location, 303)


def redirect_to(location: str) -> Response:
    """Send browser and htmx alike to another page."""
    if is_htmx():
        return Response(status=204, headers={"HX-Redirect": location})
    return redirect(location, 303)
