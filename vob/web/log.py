"""Logs: one line per event, ids only. To a file of our own for access, to stderr for the rest."""

import logging
from logging.handlers import WatchedFileHandler
from pathlib import Path

from flask import Flask


def init_app(app: Flask) -> None:
    """Access decisions go to `toegang.log` in the instance folder; logrotate may move it."""
    logger = logging.getLogger("vob.toegang")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    folder = app.config.get("INSTANCE")
    if folder is None or logger.handlers:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    handler = WatchedFileHandler(Path(folder) / "toegang.log", encoding="utf-8", delay=True)
    # Dates, levels and a JSON object: a newline or escape in it is encoded by json.dumps.
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
