"""What lands in a log names no one and quotes no one (veiligheid.md T16)."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from vob.data import db


def test_a_fault_of_the_database_does_not_quote_what_was_typed(app: Flask) -> None:
    with pytest.raises(DBAPIError) as fault:
        db.session.execute(text("select * from bestaat_niet where x = :x"), {"x": "kanarie"})
    assert "kanarie" not in str(fault.value)
