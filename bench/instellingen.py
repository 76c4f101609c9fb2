"""How large and how long. A quick look: `BENCH_GROOT=100000 BENCH_VERZOEKEN=2000 make bench`."""

import os
import tempfile
from pathlib import Path

KLEIN = int(os.environ.get("BENCH_KLEIN", "10000"))
GROOT = int(os.environ.get("BENCH_GROOT", "1000000"))
DEMO = int(os.environ.get("BENCH_DEMO", "100000"))  # 0: do not time the making of a demo
VERZOEKEN = int(os.environ.get("BENCH_VERZOEKEN", "20000"))  # for the memory
RONDES = int(os.environ.get("BENCH_RONDES", "12"))
PER_RONDE = 15  # requests for each page
MAP = Path(os.environ.get("BENCH_MAP", str(Path(tempfile.gettempdir()) / "vob-bench")))
POORT = int(os.environ.get("BENCH_POORT", "8190"))  # and the two after it
R3_RIJEN = 100_000
ROOT = Path(__file__).parents[1]
