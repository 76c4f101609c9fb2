"""Everything this room walks over: the routes as the application itself knows them."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker

from ..incidenten.conftest import make_incident, make_lijn

__all__ = ["make_incident", "make_lijn"]

VOORBEELD = {"int": "1", "string": "x", "path": "x"}


def routes(app: Flask, method: str, *, public: bool = False) -> Iterator[Rule]:
    """Every route that takes this method; only those that need a login, unless `public`."""
    for rule in app.url_map.iter_rules():
        is_public = getattr(app.view_functions[rule.endpoint], "access", None) == "public"
        if method in (rule.methods or ()) and (public or not is_public):
            yield rule


def address(rule: Rule, **waarden: str) -> str:
    """The address of a route, with an example (or `waarden`, by converter) in every slot."""
    return re.sub(r"<(\w+)[^:]*:\w+>", lambda slot: (VOORBEELD | waarden)[slot[1]], rule.rule)


@pytest.fixture
def iedereen(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    """Someone with all roles together: every page opens, so every page is tried."""
    return make_gebruiker(*Rol)


@pytest.fixture
def wijd(iedereen: Gebruiker, client_of: Callable[[Gebruiker], FlaskClient]) -> FlaskClient:
    return client_of(iedereen)
