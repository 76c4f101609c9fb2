"""The offences an organisation starts with: editable, each with its source.

A text of law that could not be read at its source on that day stands here as not checked.
Source: shared/domein/incidenten.md §3.3.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from vob.data import db

from ..values import Vorm
from .models import Strafbaarfeit

V = Vorm
_GELEZEN = date(2026, 11, 23)


@dataclass(frozen=True)
class Start:
    artikel: str
    label: str
    vormen: tuple[Vorm, ...]
    toelichting: str = ""
    is_klachtdelict: bool = False
    gecontroleerd_op: date | None = None


START: dict[str, Start] = {
    "266": Start(
        "266 Sr",
        "Eenvoudige belediging",
        (V.BELEDIGING,),
        "Vervolging alleen na een klacht van de getroffene zelf.",
        is_klachtdelict=True,
        gecontroleerd_op=_GELEZEN,
    ),
    "267": Start(
        "267 Sr",
        "Belediging van een ambtenaar of het openbaar gezag",
        (V.BELEDIGING,),
        "Alleen tijdens of over de uitoefening van het ambt. Geen klacht nodig.",
        gecontroleerd_op=_GELEZEN,
    ),
    "261": Start("261 Sr", "Smaad of laster (ook 262)", (V.SMAAD,), is_klachtdelict=True),
    "137c": Start("137c-e Sr", "Groepsbelediging of aanzetten tot haat", (V.DISCRIMINATIE,)),
    "285": Start(
        "285 Sr",
        "Bedreiging",
        (V.BEDREIGING, V.BEDREIGING_GEZIN, V.NON_VERBAAL),
        "Met een ernstig misdrijf, en zo dat men er redelijkerwijs bang van kan worden.",
    ),
    "285b": Start(
        "285b Sr",
        "Belaging (stalking)",
        (V.STALKING, V.HINDERLIJK_CONTACT),
        "Stelselmatig. Vervolging alleen na een klacht van de getroffene zelf.",
        is_klachtdelict=True,
        gecontroleerd_op=_GELEZEN,
    ),
    "285d": Start(
        "285d Sr",
        "Persoonsgegevens gebruiken om te intimideren (doxing)",
        (V.DOXING,),
        "Strafbaar sinds 1 januari 2024.",
        gecontroleerd_op=_GELEZEN,
    ),
    "284": Start("284 Sr", "Dwang", (V.INTIMIDATIE,)),
    "179": Start("179 Sr", "Ambtsdwang", (V.INTIMIDATIE, V.BEDREIGING)),
    "131": Start("131 Sr", "Opruiing", (V.ONLINE_HAAT,)),
    "138": Start(
        "138 Sr", "Huisvredebreuk of erfvredebreuk", (V.VREDEBREUK,), gecontroleerd_op=_GELEZEN
    ),
    "139": Start(
        "139 Sr",
        "Lokaalvredebreuk in een gebouw voor de openbare dienst",
        (V.VREDEBREUK,),
        gecontroleerd_op=_GELEZEN,
    ),
    "124": Start(
        "124 Sr",
        "Een vergadering van een vertegenwoordigend orgaan verstoren",
        (V.ORDEVERSTORING,),
    ),
    "144": Start("144 Sr", "Een openbare vergadering storen", (V.ORDEVERSTORING,)),
    "180": Start("180 Sr", "Wederspannigheid", (V.FYSIEK,)),
    "300": Start("300 en 304 Sr", "Mishandeling, ook van een ambtenaar", (V.FYSIEK,)),
    "282": Start("282 en 282a Sr", "Vrijheidsberoving of gijzeling", (V.GIJZELING,)),
    "350": Start("350 Sr", "Vernieling", (V.VERNIELING,)),
}


def list_feiten() -> list[Strafbaarfeit]:
    """Every offence: as this organisation changed it, else as VOB comes with it."""
    stored = {feit.code: feit for feit in db.session.scalars(select(Strafbaarfeit))}
    eigen = [feit for code, feit in stored.items() if code not in START]
    return [stored.get(code) or _new(code) for code in START] + eigen


def get_feit(code: str) -> Strafbaarfeit | None:
    """One of them; a new one, not yet stored, while nobody changed it."""
    stored = db.session.scalar(select(Strafbaarfeit).filter_by(code=code))
    return stored or (_new(code) if code in START else None)


def _new(code: str) -> Strafbaarfeit:
    start = START[code]
    return Strafbaarfeit(
        code=code,
        artikel=start.artikel,
        label=start.label,
        toelichting=start.toelichting,
        vormen=[vorm.value for vorm in start.vormen],
        is_klachtdelict=start.is_klachtdelict,
        bron="Wetboek van Strafrecht",
        gecontroleerd_op=start.gecontroleerd_op,
        is_actief=True,
        versie=0,  # the form must name a version; storing makes it 1
    )
