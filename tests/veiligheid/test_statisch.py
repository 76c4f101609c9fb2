"""Files everyone may fetch: only those, each under one name."""

import pytest
from flask import Flask

from vob.web import static


@pytest.mark.parametrize(
    "naam",
    ["x/../css/vob.css", "./css/vob.css", "css/./vob.css", "css//vob.css", "../config.py"],
)
def test_a_file_has_one_name(app: Flask, naam: str) -> None:
    kept = static._compress.cache_info().currsize
    r = app.test_client().get(f"/static/{naam}", headers={"Accept-Encoding": "br"})
    assert r.status_code in (308, 404)
    assert static._compress.cache_info().currsize == kept, "nothing more is held in memory"
