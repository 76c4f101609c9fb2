"""The pages of the meeting log. Their routes stand on the blueprint `incidenten`."""

from . import agenda, instellingen, log, ordeverstoringen, vergaderingen, verslag

__all__ = ["agenda", "instellingen", "log", "ordeverstoringen", "vergaderingen", "verslag"]
