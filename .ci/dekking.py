"""What the tests reach: all branches of what decides, and nearly all of the rest."""

import fnmatch
import io
import sys

from coverage import Coverage
from coverage.exceptions import CoverageException

OVERALL = 95
WHOLE = ("vob/core/*.py", "vob/*/rules.py", "vob/*/bewijs.py")


def main() -> int:
    coverage = Coverage()
    coverage.load()
    wrong = False
    for path in sorted(coverage.get_data().measured_files()):
        name = path[path.rindex("/vob/") + 1 :]
        if not any(fnmatch.fnmatch(name, pattern) for pattern in WHOLE):
            continue
        percentage = coverage.report(morfs=[path], file=io.StringIO())
        if percentage < 100:
            wrong = True
            coverage.report(morfs=[path], show_missing=True)
            print(f"{name} moet voor 100 % getest zijn.\n")
    total = coverage.report(show_missing=True, skip_covered=True, skip_empty=True)
    if total < OVERALL:
        wrong = True
        print(f"Het geheel moet voor {OVERALL} % getest zijn.")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CoverageException as fault:
        sys.exit(f"De dekking is niet te bepalen: {fault}")
