"""VOB, Veilig Openbaar Bestuur: the application factory."""

import uuid
from collections.abc import Mapping
from typing import Any

from flask import Flask, g
from flask_compress import Compress
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from . import (
    acties,
    beheer,
    berichten,
    bijlagen,
    checklist,
    concepten,
    config,
    documenten,
    gebruikers,
    incidenten,
    ketenafspraken,
    media,
    organisatie,
    risicoanalyse,
    start,
    zoeken,
)
from .data import crypto, db
from .web import access, adres, errors, gezond, headers, log, static, templating

# A room is one line here, one folder, and one line in the import contract.
FEATURES = (
    gezond,
    gebruikers,
    organisatie,
    beheer,
    berichten,
    concepten,
    acties,
    bijlagen,
    documenten,
    incidenten,
    ketenafspraken,
    media,
    risicoanalyse,
    checklist,
    start,
    zoeken,
)


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """Wire the floors together. `settings` replaces the environment (tests).

    Raises ConfiguratieFout when it cannot start safely.
    """
    app = Flask(__name__, static_folder="static")
    app.jinja_environment = templating.Omgeving
    app.config.from_object(config.Config)
    app.config.from_mapping(config.load() if settings is None else settings)
    crypto.configure(app.config["ENCRYPTION_KEY"])

    if app.config.get("PROXY"):  # only then: anyone can send these headers
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]  # Flask's own recipe
    log.init_app(app)
    adres.init_app(app)
    db.init_app(app)
    gebruikers.login_manager.init_app(app)
    app.before_request(_name_request)
    access.init_app(app)  # before CSRF: an expired session must lead to login, not to an error
    CSRFProtect(app)
    static.init_app(app)
    headers.init_app(app)
    Compress(app)
    errors.init_app(app)
    templating.init_app(app)
    organisatie.init_app(app)
    concepten.init_app(app)
    bijlagen.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.bp)
    return app


def _name_request() -> None:
    """So that lines in the log that belong together can be found together."""
    g.verzoek_id = uuid.uuid4().hex[:12]
