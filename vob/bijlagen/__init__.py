"""Attachments: files that belong to any object of VOB, encrypted, with proof of what they are."""

from flask import Flask

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

from .verzoek import Verzoek
from .views import bp

__all__ = ["bp", "init_app"]

_BRON = "eigen keuze"
_GROEP = "Bijlagen"
instellingen.register(
    Instelling("bijlage_bestand_mb", "Grootste bestand", 25, "MB", 1, 25, _BRON, _GROEP),
    Instelling("bijlage_aantal", "Bestanden per keer", 10, "bestanden", 1, 50, _BRON, _GROEP),
    Instelling(
        "bijlage_object_mb", "Alle bijlagen bij één zaak samen", 100, "MB", 10, 1000, _BRON, _GROEP
    ),
)


def init_app(app: Flask) -> None:
    app.request_class = Verzoek
