"""The command `vob`: what an operator does. Each refusal is one clear sentence and exit code 1."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from flask import Flask, current_app
from sqlalchemy.exc import DBAPIError

from .config import ConfiguratieFout
from .core.errors import RegelOvertreden
from .core.organisatietype import Organisatietype
from .data.crypto import SleutelFout
from .opdrachten import Opdrachten, speak_dutch

Command = TypeVar("Command", bound=Callable[..., Any])


def with_app(function: Command) -> Command:
    """Run inside the application; a wrong configuration is a sentence, not a stack trace."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        with _app().app_context():
            try:
                return function(*args, **kwargs)
            except (RegelOvertreden, SleutelFout) as fault:
                raise click.ClickException(str(fault)) from None
            except DBAPIError as fault:
                raise click.ClickException(f"De database weigert: {fault.orig}") from None

    return run  # type: ignore[return-value]  # same signature, wrapped


def _app() -> Flask:
    from . import create_app

    try:
        return create_app()
    except (ConfiguratieFout, SleutelFout) as fault:
        raise click.ClickException(str(fault)) from None


speak_dutch()


@click.group(cls=Opdrachten)
def main() -> None:
    """VOB, Veilig Openbaar Bestuur: opdrachten voor de beheerder van de server."""
    os.umask(0o077)  # database, log and backups are for the account that runs VOB only


@main.command()
@click.option("--check", is_flag=True, help="Alleen kijken of de database bij deze versie past.")
@with_app
def migrate(check: bool) -> None:
    """Werk de database bij naar deze versie."""
    from .data import db
    from .data import migrate as migrations
    from .data.backup import BackupFout

    try:
        folder = current_app.config["INSTANCE"]
        verschil = migrations.differences() if check else migrations.bring_up(db.engine, folder)
    except (migrations.NietBij, BackupFout) as fault:
        raise click.ClickException(str(fault)) from None
    if verschil:
        raise click.ClickException(f"De database past niet bij deze versie: {verschil}")
    click.echo("De database is bij.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres om op te luisteren.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Poort.")
def serve(host: str, port: int) -> None:
    """Start VOB met de productieserver."""
    from .data.installatie import InGebruik, take
    from .serve import serve as run

    try:
        take(_app().config["INSTANCE"])  # refuse before a worker starts
    except InGebruik as fault:
        raise click.ClickException(str(fault)) from None
    run(host, port)


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path, dir_okay=False))
@with_app
def backup(bestand: Path) -> None:
    """Maak een versleutelde backup in BESTAND. VOB kan gewoon doordraaien."""
    from .core.clock import nu
    from .data import db
    from .data.backup import BackupFout, make_backup
    from .data.installatie import note_backup

    try:
        digest = make_backup(db.engine, bestand)
    except (BackupFout, OSError) as fault:
        raise click.ClickException(str(fault)) from None
    note_backup(current_app.config["INSTANCE"], nu())
    click.echo(f"Backup gemaakt: {bestand} (sha256 {digest}).")


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.confirmation_option(prompt="Dit vervangt de hele database. Is VOB gestopt?")
@with_app
def restore(bestand: Path) -> None:
    """Zet de backup in BESTAND terug. Stop VOB eerst."""
    from .data import db
    from .data.backup import BackupFout, restore_backup
    from .data.installatie import InGebruik, held

    url = db.engine.url
    database = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    try:
        with held(current_app.config["INSTANCE"]):
            restore_backup(db.engine, bestand, database)
    except (BackupFout, InGebruik, OSError) as fault:
        raise click.ClickException(str(fault)) from None
    click.echo("De backup staat terug.")


@main.command()
@with_app
def controle() -> None:
    """Onderzoek of alles klopt: database, sleutels, logboek, mail, backup. Code 1: iets is mis."""
    from .controle import run_controle

    uitkomsten = run_controle()
    for uitkomst in uitkomsten:
        click.echo(f"{'goed' if uitkomst.goed else 'MIS '}  {uitkomst.wat}: {uitkomst.zin}")
    if not all(uitkomst.goed for uitkomst in uitkomsten):
        raise click.ClickException("Er is iets niet in orde; zie hierboven.")


@main.command()
def rechten() -> None:
    """Toon de tabel route × rol."""
    from .core.permissions import Rol
    from .web.rechten import route_matrix

    rollen = list(Rol)
    click.echo("route;methoden;recht;" + ";".join(rol.value for rol in rollen))
    for row in route_matrix(_app()):
        marks = ";".join("ja" if rol in row.rollen else "" for rol in rollen)
        click.echo(f"{row.route};{row.methoden};{row.recht};{marks}")


@main.command()
@click.option("--naam", prompt="Naam van de eerste beheerder", help="Van de eerste beheerder.")
@click.option("--email", prompt="E-mailadres", help="Waarmee die inlogt.")
@click.option(
    "--organisatie",
    "organisatienaam",
    prompt="Naam van de organisatie (zonder soort)",
    help="Bijvoorbeeld ‘Waterrijk’.",
)
@click.option(
    "--type",
    "soort",
    type=click.Choice([soort.value for soort in Organisatietype]),
    prompt="Soort organisatie",
    help="Soort organisatie.",
)
@with_app
def init(naam: str, email: str, organisatienaam: str, soort: str) -> None:
    """Richt VOB in: de organisatie en de eerste beheerder."""
    from .beheer.inrichten import add_first_beheerder
    from .data import db

    pad = add_first_beheerder(naam, email, organisatienaam, Organisatietype(soort))
    db.session.commit()
    click.echo("VOB is ingericht. Kies binnen zeven dagen een wachtwoord op dit adres:")
    click.echo(current_app.config["BASE_URL"].rstrip("/") + pad)


@main.command()
@click.option(
    "--type",
    "soort",
    type=click.Choice([soort.value for soort in Organisatietype]),
    default=Organisatietype.GEMEENTE.value,
    show_default=True,
    help="Soort organisatie.",
)
@click.option(
    "--incidenten",
    type=click.IntRange(60, 10_000_000),
    default=60,
    show_default=True,
    help="Hoeveel incidenten.",
)
@click.option("--als-leeg", is_flag=True, help="Niets doen als er al accounts zijn.")
@with_app
def demo(soort: str, incidenten: int, als_leeg: bool) -> None:
    """Vul een lege database met de demo-organisatie."""
    from .data import db
    from .demo.operations import is_in_gebruik, make_demo

    if als_leeg and is_in_gebruik():
        return click.echo("Er zijn al accounts; de demo is niet geladen.")
    aantal = make_demo(Organisatietype(soort), incidenten)
    db.session.commit()
    return click.echo(f"De demo staat klaar, met {aantal} incidenten.")


@main.command()
@with_app
def herinneringen() -> None:
    """Zet herinneringen klaar, verstuur de post die wacht, ruim op. Bedoeld voor elke minuut."""
    from .beheer.herinneringen import queue_herinneringen
    from .berichten.bezorger import deliver_all
    from .bijlagen.operations import delete_old_concepten
    from .core.clock import vandaag
    from .data import db
    from .data.search_opruimen import clean_up

    queue_herinneringen(vandaag())
    delete_old_concepten()
    db.session.commit()
    clean_up(db.engine)
    click.echo(f"{deliver_all()} berichten verstuurd.")


@main.group()
def gebruiker() -> None:
    """Mensen met een account, voor wie niet meer in het scherm kan."""


@gebruiker.command("lijst")
@with_app
def list_gebruikers() -> None:
    """Toon wie er zijn: e-mailadres, rollen en of het account aan staat."""
    from sqlalchemy import select

    from .data import db
    from .gebruikers.models import Gebruiker

    for wie in db.session.scalars(select(Gebruiker).order_by(Gebruiker.email)):
        click.echo(f"{wie.email};{','.join(wie.rollen)};{'aan' if wie.is_actief else 'uit'}")


@gebruiker.command("wachtwoordlink")
@click.argument("email")
@with_app
def make_link(email: str) -> None:
    """Maak voor EMAIL een adres om zelf een wachtwoord te kiezen; zeven dagen geldig."""
    from sqlalchemy import select

    from .data import db
    from .gebruikers.models import Gebruiker
    from .gebruikers.uitnodigen import make_wachtwoordlink

    wie = db.session.scalar(select(Gebruiker).filter_by(email=email.strip().lower()))
    if wie is None:
        raise click.ClickException("Dit e-mailadres is niet bekend.")
    with current_app.test_request_context():
        pad = make_wachtwoordlink(wie)
    db.session.commit()
    click.echo(current_app.config["BASE_URL"].rstrip("/") + pad)


@main.group()
def sleutel() -> None:
    """Sleutels voor de versleuteling."""


@sleutel.command("nieuw")
@click.argument("naam")
def new_sleutel(naam: str) -> None:
    """Maak een sleutel met deze NAAM, voor vooraan in VOB_ENCRYPTION_KEY."""
    from .data.crypto import new_key

    click.echo(new_key(naam))


@sleutel.command("roteer")
@with_app
def rotate_sleutel() -> None:
    """Versleutel alles opnieuw met de eerste sleutel van VOB_ENCRYPTION_KEY."""
    from .data import db
    from .data.rotation import rotate_keys

    click.echo(f"{rotate_keys(db.session)} waarden hebben nu de nieuwste sleutel.")


if __name__ == "__main__":
    sys.exit(main())
