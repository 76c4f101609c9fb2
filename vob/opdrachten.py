"""How commands explain themselves: in Dutch, also what Click says of its own accord.

Click asks gettext for its sentences; `vertalingen/` has them. After a change of `messages.po`:
`.venv/bin/pybabel compile -d vob/vertalingen` (a test tells when that was forgotten).
"""

import gettext
import os
from pathlib import Path

import click


class Opdracht(click.Command):
    """A command that explains itself in Dutch."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class Opdrachten(Opdracht, click.Group):
    command_class = Opdracht


Opdrachten.group_class = Opdrachten


def speak_dutch() -> None:
    """For this process, whatever language the server has."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("vertalingen")))
