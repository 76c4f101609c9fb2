"""`make start`: bring the database up to date, fill it when it is empty, and serve.

The commands are those of an operator. They run in one process, because each start of Python and
the application costs a second.
"""

import os
import sys

os.environ.setdefault("VOB_DEMO", "1")  # before vob.config reads it

import click

from vob.cli import main


def run(*arguments: str) -> None:
    main.main(arguments, prog_name="vob", standalone_mode=False)


if __name__ == "__main__":
    try:
        run("migrate")
        run("demo", "--als-leeg")
        run("serve", "--port", os.environ.get("PORT", "8000"))
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
