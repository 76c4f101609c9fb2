"""The blueprint that the views of this room share."""

from flask import Blueprint

bp = Blueprint("organisatie", __name__)
