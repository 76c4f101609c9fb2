"""A virus scanner looks at every file before it is stored, when the organisation has one.

`VOB_VIRUSSCANNER` is its command, for instance `clamdscan --no-summary -`: the file comes on
standard input; it ends with 0 for clean and 1 for infected, as ClamAV does. A scanner that does not
answer lets nothing through: that would be the moment to send something.
"""

import logging
import shlex
import subprocess

from vob.core.errors import BestandGeweigerd

LOG = logging.getLogger("vob.virusscan")
SECONDEN = 60
_SCHOON, _BESMET = 0, 1
# What every scanner calls infected, and is harmless (eicar.org). In two parts: a scanner that looks
# at this file should not.
PROEF = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


class ScannerStoring(Exception):
    """The scanner gave no verdict."""


def is_besmet(inhoud: bytes, opdracht: str) -> bool:
    """Whether the scanner finds something. Raises ScannerStoring."""
    try:
        scan = subprocess.run(  # noqa: S603 - the operator's own command, no shell
            shlex.split(opdracht), input=inhoud, capture_output=True, timeout=SECONDEN, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise ScannerStoring(type(fault).__name__) from None
    if scan.returncode not in (_SCHOON, _BESMET):
        raise ScannerStoring(f"code {scan.returncode}")
    return scan.returncode == _BESMET


def check_virussen(naam: str, inhoud: bytes, opdracht: str | None) -> None:
    """Raises BestandGeweigerd when something is found, or when the scanner does not answer."""
    if not opdracht:
        return
    try:
        besmet = is_besmet(inhoud, opdracht)
    except ScannerStoring as fault:
        LOG.error("virus scanner: %s", fault)
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: VOB kan nu niet op virussen controleren. "
            "Probeer het straks opnieuw, of vraag het de beheerder."
        ) from None
    if besmet:
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: er zit een virus in. Open het bestand niet en meld het "
            "bij de beheerder."
        )
