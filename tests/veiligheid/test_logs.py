"""What lands in a log names no one and quotes no one (veiligheid.md T16)."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from vob.core.permissions import Rol
from vob.data import db


def test_a_fault_of_the_database_does_not_quote_what_was_typed(app: Flask) -> None:
    with pytest.raises(DBAPIError) as fault:
        db.session.execute(text("select * from bestaat_niet where x = :x"), {"x": "kanarie"})
    assert "kanarie" not in str(fault.value)


def test_a_name_typed_as_an_address_is_not_in_the_access_log(
    client_for: Callable[..., FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("vob.toegang")
    logger.addHandler(caplog.handler)
    try:
        client_for(Rol.MEDEWERKER).get("/incidenten/Jan Kanarie")
    finally:
        logger.removeHandler(caplog.handler)
    assert caplog.records
    assert "Kanarie" not in caplog.text
