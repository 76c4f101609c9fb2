"""The terms of the clocks, as settings of the organisation."""

from datetime import date

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling
from vob.organisatie.queries import setting

from .rules import KLOKKEN
from .values import Eenheid, Termijnsoort

_S = Termijnsoort
_GELEZEN = date(2026, 11, 23)
# Where the default comes from, and whether it was read there (None: nobody could verify it).
_BRONNEN: dict[Termijnsoort, tuple[str, date | None]] = {
    _S.NAZORG: ("gangbaar in protocollen van gemeenten", _GELEZEN),
    _S.REACTIE: ("gangbaar in protocollen van gemeenten", _GELEZEN),
    _S.OPVANGGESPREK: ("richtlijnen voor opvang na een schokkende gebeurtenis", _GELEZEN),
    _S.VERVOLG_1: ("richtlijnen voor opvang na een schokkende gebeurtenis", _GELEZEN),
    _S.VERVOLG_2: ("richtlijnen voor opvang na een schokkende gebeurtenis", _GELEZEN),
    _S.KLACHTENCHECK: ("richtlijnen voor opvang na een schokkende gebeurtenis", _GELEZEN),
    _S.KLACHT: ("artikel 66 Wetboek van Strafrecht", _GELEZEN),
    _S.VOEGING: ("brief van het Openbaar Ministerie", _GELEZEN),
    _S.CJIB: ("voorschotregeling schadevergoedingsmaatregel", None),
    _S.SCHADEFONDS: ("Schadefonds Geweldsmisdrijven", _GELEZEN),
    _S.VERGADERVERBOD: ("artikel 26 Gemeentewet", _GELEZEN),
    _S.GEBIEDSVERBOD: ("artikel 172a Gemeentewet", None),
    _S.CAMERABEELD: ("Selectielijst gemeenten 2020, nr. 12.1.9", _GELEZEN),
    _S.HERBEOORDELING: ("eigen keuze", None),
}
_GRENZEN = {Eenheid.UREN: (1, 240), Eenheid.DAGEN: (0, 365), Eenheid.MAANDEN: (1, 240)}
WAARSCHUWINGEN = ("klacht_waarschuwing_1", "klacht_waarschuwing_2", "klacht_waarschuwing_3")
_GROEP = "Termijnen van een zaak"


def _code(soort: Termijnsoort) -> str:
    return f"termijn_{soort.value}"


instellingen.register(
    *(
        Instelling(
            _code(soort),
            f"{soort.label}: na {klok.vanaf}",
            klok.standaard,
            klok.eenheid.label,
            *_GRENZEN[klok.eenheid],
            _BRONNEN[soort][0],
            _GROEP,
            _BRONNEN[soort][1],
        )
        for soort, klok in KLOKKEN.items()
    ),
    *(
        Instelling(
            code,
            f"{nummer} waarschuwing voor de klacht: zoveel dagen vooraf",
            dagen,
            "dagen",
            1,
            60,
            "eigen keuze",
            _GROEP,
        )
        for code, nummer, dagen in zip(
            WAARSCHUWINGEN, ("Eerste", "Tweede", "Derde"), (30, 14, 3), strict=True
        )
    ),
)


def term_of(soort: Termijnsoort) -> int:
    """The term in force, in the unit of its kind."""
    return setting(_code(soort))


def warns_before(soort: Termijnsoort) -> tuple[int, ...]:
    """How many days before the end this clock warns; the others do so by being an action."""
    return tuple(setting(code) for code in WAARSCHUWINGEN) if soort is _S.KLACHT else ()
