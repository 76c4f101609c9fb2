"""People: accounts, roles, sessions, logging in."""

from .login import login_manager
from .views import bp

__all__ = ["bp", "login_manager"]
