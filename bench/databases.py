"""The databases to measure on: made once, kept in a folder for temporary files."""

import os
import subprocess
import sys
from pathlib import Path

from .instellingen import MAP, R3_RIJEN, ROOT
from .servers import run_vob, vob_env

TIJDLIJN = 200  # entries of the case that is measured
_KLAAR = "klaar"


def make_vob(aantal: int) -> Path:
    """The folder of an instance with so many incidents; its schema is that of the models now."""
    folder = MAP / f"vob-{aantal}"
    klaar = folder / _KLAAR
    if not klaar.exists() or klaar.read_text() != _schema():
        print(f"… een database met {aantal} incidenten maken", flush=True)
        fill_vob(folder, aantal)
        _run(folder, "bench.lang_dossier", str(TIJDLIJN))
        klaar.write_text(_schema())
    return folder


def fill_vob(folder: Path, aantal: int) -> float:
    """A fresh demo; how many seconds its making took."""
    folder.mkdir(parents=True, exist_ok=True)
    for bestand in folder.iterdir():
        bestand.unlink()
    run_vob(folder, "migrate")
    return run_vob(folder, "demo", "--incidenten", str(aantal))


def make_r3() -> dict[str, str]:
    """The environment of the reference server."""
    MAP.mkdir(parents=True, exist_ok=True)
    env = {"BENCH_R3": str(MAP / f"r3-{R3_RIJEN}.db")}
    if not Path(env["BENCH_R3"]).exists():
        os.environ.update(env)
        from . import referentie

        referentie.fill(R3_RIJEN)
    return env


def ask(folder: Path, module: str, *argumenten: str) -> str:
    """Run a module of this folder inside an instance; what it printed."""
    return _run(folder, module, *argumenten)


def _run(folder: Path, module: str, *argumenten: str) -> str:
    env = {naam: w for naam, w in os.environ.items() if not naam.startswith("VOB_")}
    return subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", module, *argumenten],
        env=env | vob_env(folder),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def _schema() -> str:
    """What a database must have been made with: another migration or demo means a new one."""
    bronnen = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    bronnen += sorted((ROOT / "vob" / "demo").rglob("*.py"))
    from hashlib import sha256

    return sha256(b"".join(bron.read_bytes() for bron in bronnen)).hexdigest()
