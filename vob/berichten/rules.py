"""When a mail is tried again. Pure."""

from datetime import datetime, timedelta

EERSTE_WACHT = timedelta(seconds=30)
LANGSTE_WACHT = timedelta(hours=1)


def next_poging(pogingen: int, nu: datetime) -> datetime:
    """Twice as long after each failure, up to an hour; never giving up (veiligheid.md R17)."""
    factor: int = 2 ** min(max(pogingen - 1, 0), 10)
    return nu + min(EERSTE_WACHT * factor, LANGSTE_WACHT)
