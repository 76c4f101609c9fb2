"""Acts on the organisation that touch more than a field."""

import io
import warnings

from werkzeug.datastructures import FileStorage

from vob.core.errors import BestandGeweigerd
from vob.data import db

from . import instellingen
from .models import Organisatie, Steunpunt
from .queries import our_organisatie, steunpunten
from .steunpunten import make_steunpunten

LOGO_KB = 200
LOGO_SOORTEN = ("PNG", "JPEG", "WEBP")
LOGO_MAAT = (640, 160)  # shown at most 40 high; sharp on a fine screen
LOGO_PIXELS = 16_000_000


def stored_organisatie() -> Organisatie:
    """Ours, in the database; an installation that was never set up gets its row here."""
    ours = our_organisatie()
    if ours.id is None:
        db.session.add(ours)
        db.session.flush()
    return ours


def set_logo(organisatie: Organisatie, upload: FileStorage) -> None:
    """Made anew from its pixels, so nothing else that was in the file remains.

    Raises BestandGeweigerd.
    """
    organisatie.logo, organisatie.logo_type = render_logo(upload), "image/png"


def render_logo(upload: FileStorage) -> bytes:
    from PIL import Image  # not before someone uploads a logo

    content = upload.stream.read(LOGO_KB * 1024 + 1)
    if len(content) > LOGO_KB * 1024:
        raise BestandGeweigerd(f"Het logo is groter dan {LOGO_KB} kB. Kies een kleiner bestand.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(content), formats=LOGO_SOORTEN)
            if image.width * image.height > LOGO_PIXELS:
                raise BestandGeweigerd("Het logo heeft te veel beeldpunten.")
            picture = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Warning):
        raise BestandGeweigerd("Dit is geen afbeelding. Kies een png, jpg of webp.") from None
    picture.thumbnail(LOGO_MAAT)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def change_instellingen(organisatie: Organisatie, waarden: dict[str, int | None]) -> None:
    """Only what differs from its default is kept, so a better default reaches everyone."""
    organisatie.instellingen = {
        code: waarde
        for code, waarde in waarden.items()
        if waarde is not None and waarde != instellingen.standaard(code)
    }


def missing_steunpunten() -> list[Steunpunt]:
    """What the start set has and we do not."""
    known = {steunpunt.naam for steunpunt in steunpunten()}
    return [item for item in make_steunpunten(our_organisatie().type) if item.naam not in known]


def add_start_set() -> int:
    """The support lines to start with; those that are there already stay as they are."""
    fresh = missing_steunpunten()
    db.session.add_all(fresh)
    return len(fresh)
