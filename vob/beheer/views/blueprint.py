"""The blueprint that the views of this room share."""

from flask import Blueprint

bp = Blueprint("beheer", __name__, url_prefix="/beheer")
