"""The room of media: who speaks, what we say, and what the press asked."""

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

from . import uitingen
from .views import bp

__all__ = ["bp", "uitingen"]

_EIGEN = "eigen keuze"
instellingen.register(
    Instelling("media_begin", "Kantoortijd begint om", 8, "uur", 0, 23, _EIGEN, "Media"),
    Instelling("media_einde", "Kantoortijd eindigt om", 17, "uur", 1, 24, _EIGEN, "Media"),
    Instelling(
        "media_wissel",
        "Het rooster wisselt op maandag om",
        9,
        "uur",
        0,
        23,
        _EIGEN,
        "Media",
    ),
    Instelling(
        "media_bevestiging", "Een persvraag bevestigen binnen", 1, "uur", 1, 24, _EIGEN, "Media"
    ),
    Instelling(
        "media_incident",
        "Een persvraag over een incident buiten kantoortijd beantwoorden binnen",
        2,
        "uur",
        1,
        24,
        _EIGEN,
        "Media",
    ),
    Instelling(
        "media_rooster", "Het rooster moet dicht zijn voor", 14, "dagen", 1, 90, _EIGEN, "Media"
    ),
    Instelling(
        "media_lijn", "Waarschuwen dat een lijn afloopt", 7, "dagen vooraf", 1, 60, _EIGEN, "Media"
    ),
    Instelling(
        "perscontact_bewaren",
        "Een perscontact nakijken na zo lang geen contact",
        12,
        "maanden",
        1,
        60,
        "eigen keuze (AVG)",
        "Media",
    ),
)
