"""`make start`: bring the database up to date, fill it when it is empty, and serve.

The commands are those of an operator. They run in one process, because each start of Python and
the application costs a second.
"""

import os
import sys

import click
from sqlalchemy import select

from vob import create_app
from vob.cli import main
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.views import DEMO_WACHTWOORD
from vob.organisatie.queries import our_organisatie


def run(*arguments: str) -> None:
    main.main(arguments, prog_name="vob", standalone_mode=False)


def tell_accounts() -> None:
    """Who one can be here; never the people of a real organisation."""
    with create_app().app_context():
        if not our_organisatie().is_demo:
            return
        print(f"\nInloggen kan als (wachtwoord {DEMO_WACHTWOORD}):")
        for gebruiker in db.session.scalars(select(Gebruiker).order_by(Gebruiker.id).limit(11)):
            print(f"  {gebruiker.email:<34}{gebruiker.naam}")
        print(flush=True)


if __name__ == "__main__":
    port = os.environ.get("PORT", "8000")
    os.environ.setdefault("VOB_DEMO", "1")
    os.environ.setdefault("VOB_BASE_URL", f"http://127.0.0.1:{port}")
    try:
        run("migrate")
        run("demo", "--als-leeg")
        tell_accounts()
        run("serve", "--port", port)
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
