"""The only place that asks what time it is. Rules receive the moment as an argument."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TZ = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def vandaag() -> date:
    """The date on the wall in the Netherlands."""
    return nu().astimezone(TZ).date()
