"""Who we are: type and its words, name, terms of office, settings, support lines."""

from flask import Flask

from .queries import our_organisatie


def init_app(app: Flask) -> None:
    """Every page speaks as this organisation."""

    @app.context_processor
    def _words() -> dict[str, object]:
        organisatie = our_organisatie()
        return {"organisatie": organisatie, "woorden": organisatie.woorden}
