"""The command `vob`: what an operator does. Each refusal is one clear sentence and exit code 1."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click
from flask import Flask

from .config import ConfiguratieFout

Command = TypeVar("Command", bound=Callable[..., Any])


def with_app(function: Command) -> Command:
    """Run inside the application; a wrong configuration is a sentence, not a stack trace."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        with _app().app_context():
            return function(*args, **kwargs)

    return run  # type: ignore[return-value]  # same signature, wrapped


def _app() -> Flask:
    from . import create_app

    try:
        return create_app()
    except ConfiguratieFout as fault:
        raise click.ClickException(str(fault)) from None


@click.group(context_settings={"help_option_names": ["--help", "-h"]})
def main() -> None:
    """VOB, Veilig Openbaar Bestuur: opdrachten voor de beheerder van de server."""


@main.command()
@click.option("--check", is_flag=True, help="Alleen kijken of de database bij deze versie past.")
@with_app
def migrate(check: bool) -> None:
    """Werk de database bij naar deze versie."""
    from .data import migrate as migrations

    if not check:
        migrations.upgrade()
    if verschil := migrations.differences():
        raise click.ClickException(f"De database past niet bij deze versie: {verschil}")
    click.echo("De database is bij.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres om op te luisteren.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Poort.")
def serve(host: str, port: int) -> None:
    """Start VOB met de productieserver."""
    from .serve import serve as run

    _app()  # refuse before a worker starts
    run(host, port)


@main.group()
def sleutel() -> None:
    """Sleutels voor de versleuteling."""


@sleutel.command("nieuw")
@click.argument("naam")
def new_sleutel(naam: str) -> None:
    """Maak een sleutel met deze NAAM, voor vooraan in VOB_ENCRYPTION_KEY."""
    from .data.crypto import new_key

    click.echo(new_key(naam))


if __name__ == "__main__":
    sys.exit(main())
