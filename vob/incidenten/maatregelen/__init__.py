"""What follows for who caused it: measured, with a reason, by the right body, and for a time."""

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

_GROEP = "Maatregelen"
_JURIST = "laat een jurist dit bevestigen"

instellingen.register(
    Instelling(
        "gebiedsverbod_maanden",
        "Gebiedsverbod: ten hoogste",
        3,
        "maanden",
        1,
        12,
        f"artikel 172a Gemeentewet, tekst 2012; {_JURIST}",
        _GROEP,
    ),
    Instelling(
        "gebiedsverbod_verlengingen",
        "Gebiedsverbod: ten hoogste zoveel keer verlengen",
        3,
        "keer",
        0,
        10,
        f"artikel 172a Gemeentewet, tekst 2012; {_JURIST}",
        _GROEP,
    ),
    Instelling(
        "bezwaar_weken",
        "Bezwaar tegen een besluit kan tot",
        6,
        "weken na bekendmaking",
        1,
        12,
        f"Algemene wet bestuursrecht; {_JURIST}",
        _GROEP,
    ),
    Instelling(
        "maatregel_besluit_dagen",
        "Een voorgelegde maatregel vraagt een besluit binnen",
        2,
        "dagen",
        0,
        30,
        "eigen keuze",
        _GROEP,
    ),
)
