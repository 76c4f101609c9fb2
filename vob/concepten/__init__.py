"""Drafts: what someone typed and did not send yet. Nothing a user typed is ever lost."""

from flask import Flask
from flask_login import user_logged_in

from vob.web.access import on_lost_post

from .models import Concept
from .operations import Bewaarder, find_lost_posts, keep_lost_post
from .views import bp

__all__ = ["Concept", "bp", "init_app"]


def init_app(app: Flask) -> None:
    app.extensions["vob_concepten"] = Bewaarder()
    on_lost_post(app, keep_lost_post)
    user_logged_in.connect(find_lost_posts, app)
