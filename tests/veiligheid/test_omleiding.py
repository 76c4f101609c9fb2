"""A redirect leads to a page of our own, whatever it was made of."""

import pytest
from flask.testing import FlaskClient

from vob.web.adres import is_eigen_pad


@pytest.mark.parametrize(
    ("adres", "eigen"),
    [
        ("/profiel?x=1#y", True),
        ("/incidenten/?q=a%0d%0ab", True),
        ("", False),
        ("profiel", False),
        ("https://elders.example/", False),
        ("//elders.example", False),
        ("/\\elders.example", False),
        ("/\t/elders.example", False),
        ("/\r\n\\elders.example", False),
        ("/\x7f/elders.example", False),
    ],
)
def test_own_paths(adres: str, eigen: bool) -> None:
    assert is_eigen_pad(adres) is eigen


@pytest.mark.parametrize(
    "van",
    [
        "http://localhost//elders.example/",
        "http://localhost/\t/elders.example/",
        "http://localhost/\\elders.example/",
        "http://localhost@elders.example/",
        "http://elders.example/",
    ],
)
def test_the_page_of_a_form_is_never_elsewhere(wijd: FlaskClient, van: str) -> None:
    r = wijd.post("/concepten/weggooien", data={"_pad": "/x"}, headers={"Referer": van})
    assert r.location == "/concepten/weggooien"
