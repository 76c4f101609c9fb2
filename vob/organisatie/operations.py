"""Acts on the organisation that touch more than a field."""

import io
import warnings
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from vob.core.errors import BestandGeweigerd
from vob.core.organisatietype import Woorden
from vob.data import db

from . import instellingen
from .forms import OrganisatieForm
from .models import Organisatie, Steunpunt
from .queries import our_organisatie, steunpunten
from .steunpunten import START, make_steunpunten

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


Herwoorder = Callable[[Woorden, Woorden], None]
_HERWOORDERS: list[Herwoorder] = []


def register_herwoorder(herwoorder: Herwoorder) -> None:
    """`herwoorder(oud, nieuw)` puts texts that VOB itself supplied in the words of another type of
    organisation. What someone changed is theirs and stays."""
    _HERWOORDERS.append(herwoorder)


def change_organisatie(organisatie: Organisatie, form: OrganisatieForm) -> None:
    """Take over what was filled in; with another type also the texts that came with VOB."""
    oud = organisatie.woorden
    form.fill(organisatie)
    if organisatie.woorden != oud:
        for herwoorder in _HERWOORDERS:
            herwoorder(oud, organisatie.woorden)


def reword(obj: Any, veld: str, sjabloon: str, oud: Woorden, nieuw: Woorden) -> None:
    """If this field still is what the template gave, it becomes what the template gives now."""
    if getattr(obj, veld) == sjabloon.format(**vars(oud)):
        setattr(obj, veld, sjabloon.format(**vars(nieuw)))


def _reword_steunpunten(oud: Woorden, nieuw: Woorden) -> None:
    sjablonen = {start.naam: start.voor_wie for start in START}
    for steunpunt in db.session.scalars(select(Steunpunt)):
        if steunpunt.naam in sjablonen:
            reword(steunpunt, "voor_wie", sjablonen[steunpunt.naam], oud, nieuw)


register_herwoorder(_reword_steunpunten)


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
