"""Health: ok or not, nothing else (besluiten.md)."""

from flask import Blueprint, Response, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from vob.data import db

from .access import public

bp = Blueprint("gezond", __name__)


@bp.get("/gezond")
@public
def show_gezond() -> tuple[Response, int]:
    """200 when the database answers, 503 when it does not. No login, no data."""
    try:
        db.session.execute(text("select 1 from organisatie limit 1"))
    except SQLAlchemyError:
        return jsonify(status="niet ok"), 503
    return jsonify(status="ok"), 200
