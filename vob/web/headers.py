"""The headers of every answer (shared/ontwerp/veiligheid.md)."""

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as BaseResponse

_SELF = "'self'"
CSP = "; ".join(
    (
        "default-src 'none'",
        *(
            f"{kind} {_SELF}"
            for kind in (
                "script-src",
                "style-src",
                "img-src",
                "font-src",
                "connect-src",
                "form-action",
            )
        ),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# A file that someone uploaded: nothing in it may run or load.
CSP_BESTAND = "sandbox; default-src 'none'"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", CSP)
    for name, value in FIXED.items():
        response.headers.setdefault(name, value)
    if current_app.config["TLS"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    # Only an answer that a view calls immutable may be kept: its address names the version.
    if request.endpoint != "static" and not response.cache_control.immutable:
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("HX-Request")
    return response


def forget_browser_copy(response: BaseResponse) -> BaseResponse:
    """After logging out nothing stays behind in the browser."""
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def init_app(app: Flask) -> None:
    app.after_request(_add_headers)
