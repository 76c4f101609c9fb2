"""The child that reads a file has nothing of ours, and not more than it was given."""

import os

import pytest

from vob.web import begrensd
from vob.web.begrensd import TeZwaar, read_begrensd

WEET = b"[dict(__import__('os').environ), 'flask' in __import__('sys').modules]"


def test_it_knows_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "VOB_SLEUTEL", "geheim")
    omgeving, heeft_applicatie = read_begrensd("builtins:eval", WEET)
    assert "geheim" not in str(omgeving)
    assert not {"PATH", "HOME"} & set(omgeving)
    assert not heeft_applicatie


@pytest.mark.parametrize(
    "daad",
    [
        b"len(bytes(10**9))",  # too much memory
        b"'x' * 17_000_000",  # too much of an answer
        b"__import__('os').abort()",  # a library that ends the process
        b"1 / 0",
    ],
)
def test_whatever_goes_wrong_in_it_is_one_refusal(daad: bytes) -> None:
    with pytest.raises(TeZwaar, match="Maak een kleiner bestand"):
        read_begrensd("builtins:eval", daad)
    assert read_begrensd("builtins:eval", b"6 * 7") == 42


def test_when_two_are_busy_a_third_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(begrensd, "SECONDEN", 0)
    with begrensd._PLAATSEN, begrensd._PLAATSEN, pytest.raises(TeZwaar, match="andere bestanden"):
        read_begrensd("builtins:eval", b"6 * 7")
