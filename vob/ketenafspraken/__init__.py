"""The chain: partners, whom one calls there, what was agreed, who decides when it gets grave."""

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

from .views import bp

__all__ = ["bp"]

_GROEP = "Ketenafspraken"
instellingen.register(
    Instelling(
        "contact_controle",
        "Contacten van partners controleren na",
        6,
        "maanden",
        1,
        24,
        "eigen keuze; BIO2 5.05.01 vraagt het jaarlijks voor de eigen contactlijst",
        _GROEP,
    ),
    Instelling(
        "controle_dagen", "Een controleronde duurt", 30, "dagen", 7, 120, "eigen keuze", _GROEP
    ),
    Instelling(
        "controlevraag_dagen",
        "Een vraag aan een partner is te beantwoorden tot en met",
        14,
        "dagen later",
        1,
        60,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "afspraak_evaluatie",
        "Een ketenafspraak evalueren na",
        12,
        "maanden",
        1,
        60,
        "Zeeuwse norm; eigen keuze",
        _GROEP,
    ),
    Instelling(
        "belkaart_geldig",
        "Een afgedrukte belkaart is ten hoogste geldig",
        6,
        "maanden",
        1,
        24,
        "eigen keuze",
        _GROEP,
    ),
)
