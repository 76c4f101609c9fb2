"""`make test`: every check in turn, all of them even when one fails, and the outcome at the end.

`make lint` is the same without the tests.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 1)]
NO_BROWSER = ["-m", "not browser"]

LINT = {
    "stijl": ["ruff", "check", "."],
    "vorm": ["ruff", "format", "--check", "."],
    "typen": ["mypy"],
    "sjablonen": ["djlint", "vob/templates", "--lint", "--quiet"],
    "laagregels": ["lint-imports", "--no-cache"],
}
# The browser looks at the same pages on either database, so it comes once. What the tests reach is
# counted once too: counting makes them take half as long again.
TESTS = {
    "tests op SQLite": [*PYTEST, *NO_BROWSER, "--cov", "--cov-report="],
    "dekking": [PYTHON, ".ci/dekking.py"],
    "tests in de browser": [*PYTEST, "-m", "browser"],
    "tests op PostgreSQL": [PYTHON, "-m", "tests.databases", *PYTEST, *NO_BROWSER],
}


def check(name: str, command: list[str]) -> bool:
    print(f"\n=== {name}", flush=True)
    if not os.path.isabs(command[0]):
        command = [str(BIN / command[0]), *command[1:]]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VOB_")}
    return subprocess.call(command, cwd=ROOT, env=environment) == 0  # noqa: S603 - ours, above


def main() -> int:
    outcome = {}
    for name, command in (LINT if "lint" in sys.argv else LINT | TESTS).items():
        begun = time.monotonic()
        good = check(name, command)
        outcome[name] = good
        print(f"--- {name}: {'goed' if good else 'FOUT'} ({time.monotonic() - begun:.0f} s)")
    wrong = [name for name, good in outcome.items() if not good]
    print(f"\nFOUT: {', '.join(wrong)}." if wrong else f"\nAlles goed: {', '.join(outcome)}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
