"""A virus scanner of the organisation: a program of its own, as ClamAV is."""

import sys
from pathlib import Path

import pytest
from flask import Flask

from vob.bijlagen import virusscan
from vob.bijlagen.operations import prepare_uploads
from vob.controle import run_controle

# Reads standard input and answers by its exit code.
SCANNER = """
import sys
sys.exit(1 if b"EICAR" in sys.stdin.buffer.read() else 0)
"""
PROEF = virusscan.PROEF


@pytest.fixture
def scanner(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def use(programma: str = SCANNER) -> None:
        pad = tmp_path / "scanner.py"
        pad.write_text(programma)
        monkeypatch.setitem(app.config, "VIRUSSCANNER", f"{sys.executable} '{pad}'")

    return use


def test_an_infected_file_is_refused_and_the_others_stay(scanner, upload) -> None:
    scanner()
    klaar = prepare_uploads([upload(PROEF, "factuur.txt"), upload(naam="brief.txt")])
    assert [bestand.naam for bestand in klaar.bestanden] == ["brief.txt"]
    (zin,) = klaar.geweigerd
    assert zin.startswith("‘factuur.txt’ is niet toegevoegd: er zit een virus in.")


def test_without_a_scanner_a_file_is_stored(app: Flask, upload) -> None:
    assert prepare_uploads([upload(PROEF, "factuur.txt")]).geweigerd == []


@pytest.mark.parametrize("programma", ["import sys; sys.exit(2)", "import time; time.sleep(9)"])
def test_a_scanner_that_gives_no_verdict_lets_nothing_through(
    scanner, upload, monkeypatch: pytest.MonkeyPatch, caplog, programma: str
) -> None:
    monkeypatch.setattr(virusscan, "SECONDEN", 0.5)
    scanner(programma)
    (zin,) = prepare_uploads([upload()]).geweigerd
    assert "kan nu niet op virussen controleren" in zin
    assert "virus scanner" in caplog.text
    assert "brief" not in caplog.text, "a file name may say something"


def test_a_scanner_that_is_not_there_lets_nothing_through(
    app: Flask, upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "VIRUSSCANNER", "/bestaat/niet -")
    assert "kan nu niet" in prepare_uploads([upload()]).geweigerd[0]


@pytest.mark.parametrize(
    ("programma", "goed", "zin"),
    [
        (SCANNER, True, "doet het"),
        ("", False, "herkent het proefvirus niet"),
        ("import sys; sys.exit(2)", False, "antwoordt niet: code 2"),
    ],
)
def test_the_doctor_tries_the_scanner(scanner, programma: str, goed: bool, zin: str) -> None:
    scanner(programma)
    (uitkomst,) = (u for u in run_controle() if u.wat == "Virusscanner")
    assert uitkomst.goed is goed
    assert zin in uitkomst.zin


def test_the_doctor_says_that_there_is_none(app: Flask) -> None:
    assert "Er is geen virusscanner ingesteld (VOB_VIRUSSCANNER)." in {
        u.zin for u in run_controle()
    }
