"""The pages of the checklist, by noun."""

from flask import Blueprint

bp = Blueprint("checklist", __name__, url_prefix="/checklist")

from . import bewijsstukken, deelacties, overzicht, rondes, stappen  # noqa: E402, F401 - they add routes to `bp`
