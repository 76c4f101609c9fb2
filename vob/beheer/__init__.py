"""Administration: people, roles and rights, the log. No contents of cases."""

from .views import bp

__all__ = ["bp"]
