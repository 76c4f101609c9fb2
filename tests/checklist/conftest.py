"""A running round, for the tests of the checklist."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask

from vob.checklist import operations
from vob.checklist.models import ChecklistRonde, ChecklistStap
from vob.checklist.values import Rondesoort
from vob.data import db


@pytest.fixture
def ronde(app: Flask) -> ChecklistRonde:
    """The first round; it makes the 23 steps."""
    ronde = operations.start_ronde("Ronde 2026", Rondesoort.JAAR, date(2026, 1, 5))
    db.session.commit()
    return ronde


@pytest.fixture
def make_stap(ronde: ChecklistRonde) -> Callable[..., ChecklistStap]:
    """A step of the running round, with other values."""

    def make(nummer: int = 6, **values: Any) -> ChecklistStap:
        stap = db.session.get_one(ChecklistStap, nummer)
        for naam, waarde in values.items():
            setattr(stap, naam, waarde)
        db.session.commit()
        return stap

    return make


@pytest.fixture
def in_request(app: Flask) -> Iterator[None]:
    """Proofs hold links, and a link needs a request."""
    with app.test_request_context("/"):
        yield
