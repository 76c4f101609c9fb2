"""The pages of the meeting log. Their routes stand on the blueprint `incidenten`."""

from .. import queries

__all__ = ["queries"]
