"""Documents: policy and protocols, with versions, adoption, and who read them."""

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

from .views import bp

__all__ = ["bp"]

instellingen.register(
    Instelling(
        "document_toets",
        "Een document opnieuw toetsen na",
        24,
        "maanden",
        1,
        60,
        "eigen keuze",
        "Documenten",
    )
)
