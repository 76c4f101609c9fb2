"""Login rules. Pure: moments and counts in, a decision out.

Sources: OWASP ASVS 5.0 (6.2, 6.3, 7.3), BIO2 5.17; shared/ontwerp/veiligheid.md.
"""

from datetime import datetime, timedelta

from vob.core.errors import RegelOvertreden

WACHTWOORD_MIN = 12
WACHTWOORD_MAX = 128
POGINGEN_VRIJ = 5
POGINGEN_VENSTER = timedelta(minutes=15)
WACHT_MAXIMAAL = timedelta(minutes=5)
LINK_GELDIG = timedelta(days=7)
# What is typed in a form that stayed open is kept this long after the session was last used: who
# goes home at five and sends it the next morning loses nothing.
NAGEKOMEN = timedelta(hours=24)
# How long a session may go unrecorded: writing at every request would make each read a write.
GEZIEN_STAP = timedelta(minutes=1)

# Long enough, and still among the first that are tried.
VEELGEBRUIKT = frozenset(
    """123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 111111111111
    000000000000 qwertyuiop123 qwertyuiop12 qwerty123456 qwerty1234567 password1234 password12345
    password123456 passwordpassword wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoord12345
    wachtwoordwachtwoord welkom123456 welkom1234567 welkom01welkom01 welkomwelkom iloveyou1234
    administrator administrator1 administrator123 letmeinletmein abcdefghijkl abcdefghijklm
    abcd1234abcd1234 q1w2e3r4t5y6 1q2w3e4r5t6y 1qaz2wsx3edc asdfghjkl123 zxcvbnm12345 gemeente1234
    gemeente2026 gemeente12345 waterschap123 waterschap2026 provincie1234 provincie2026
    zomer2026zomer winter2026win herfst2026herfst lente2026lente changemechangeme
    geheimgeheim geheim123456 hallohallo12 hallo1234567 voetbal12345 feyenoord1908 ajaxamsterdam
    amsterdam1234 rotterdam1234 nederland1234 nederland123""".split()  # noqa: SIM905 - a list of words reads best as words
)


def is_sessie_levend(
    begonnen: datetime, gezien: datetime, nu: datetime, idle: timedelta, maximaal: timedelta
) -> bool:
    """A clock that jumps back never makes a session eternal: the future counts as ended."""
    if begonnen - nu > GEZIEN_STAP:
        return False
    return nu - gezien <= idle and nu - begonnen <= maximaal


def wachttijd(mislukt: int) -> timedelta:
    """How long to wait after this many failures in the window: growing, never a lock-out for good.

    A permanent lock would be a weapon against the person who must be reachable (T20).
    """
    if mislukt < POGINGEN_VRIJ:
        return timedelta()
    doublings = min(mislukt - POGINGEN_VRIJ + 1, 10)
    return min(timedelta(seconds=2**doublings), WACHT_MAXIMAAL)


def check_wachtwoord(wachtwoord: str, eigen_woorden: tuple[str, ...] = ()) -> None:
    """Length decides, no composition rules. Raises RegelOvertreden with what to do."""
    if len(wachtwoord) < WACHTWOORD_MIN:
        raise RegelOvertreden(
            f"Gebruik ten minste {WACHTWOORD_MIN} tekens. Een korte zin werkt goed."
        )
    if len(wachtwoord) > WACHTWOORD_MAX:
        raise RegelOvertreden(f"Gebruik niet meer dan {WACHTWOORD_MAX} tekens.")
    plain = wachtwoord.casefold()
    own = {word.casefold() for word in eigen_woorden if word}
    if plain in VEELGEBRUIKT or plain in own or len(set(plain)) < 4:
        raise RegelOvertreden("Dit wachtwoord is te makkelijk te raden. Kies een ander.")
