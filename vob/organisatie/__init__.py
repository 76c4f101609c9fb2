"""Who we are: type and its words, name, terms of office, settings, support lines."""

from flask import Flask

from vob.core.organisatietype import Functie, functie_label, rol_label
from vob.core.permissions import Rol

from .queries import our_organisatie
from .views import bp

__all__ = ["bp", "init_app"]


def init_app(app: Flask) -> None:
    """Every page speaks as this organisation."""

    app.jinja_env.filters["rolnaam"] = lambda rol: rol_label(Rol(rol), our_organisatie().type)
    app.jinja_env.filters["functienaam"] = lambda functie: functie_label(
        Functie(functie), our_organisatie().type
    )

    @app.context_processor
    def _words() -> dict[str, object]:
        organisatie = our_organisatie()
        return {"organisatie": organisatie, "woorden": organisatie.woorden}
