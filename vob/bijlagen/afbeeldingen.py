"""Pictures without metadata: place, moment, device and hidden previews stay out of VOB."""

import subprocess
import sys
import threading
from pathlib import Path

from vob.core.errors import BestandGeweigerd
from vob.web.pdf import child_environment

_KIND = Path(__file__).with_name("afbeelding_kind.py")
_SECONDEN = 30
_ONLEESBAAR = "de foto is niet te lezen. Bewaar hem opnieuw als jpg of png en stuur die"
_REDENEN = {
    3: "de foto is te groot: meer dan 50 megapixels. Maak hem kleiner en stuur hem opnieuw",
    4: "het is een bewegend plaatje. Stuur het als mp4, of een schermafbeelding als png",
}
# One at a time: an unpacked photo takes 200 MB.
_BEURT = threading.Lock()


def strip_afbeelding(inhoud: bytes, mediatype: str) -> bytes:
    """The same picture, written anew. Raises BestandGeweigerd with the reason."""
    opdracht = [sys.executable, "-I", str(_KIND), mediatype.removeprefix("image/")]
    try:
        with _BEURT:
            kind = subprocess.run(  # noqa: S603 - our own file; the only argument is from our table
                opdracht,
                input=inhoud,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDEN,
                env=child_environment(),
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise BestandGeweigerd(_ONLEESBAAR) from None
    if kind.returncode or not kind.stdout:
        raise BestandGeweigerd(_REDENEN.get(kind.returncode, _ONLEESBAAR))
    return kind.stdout
