"""Fetching an agenda from the council information system, without becoming a way into the network.

Only https, with a certificate that holds. The host is looked up once, every address it has must be
on the internet, and the connection goes to the address that was judged: a second look-up could give
another one. A redirect is judged anew. Our own network is asked only when the address of the agenda
itself is at the host that the setting names, and then only that host, at that port.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import SplitResult, urljoin

from vob.core.errors import RegelOvertreden

from .bronadres import check_url, is_openbaar

SECONDEN = 15.0  # in all
_WACHT = 5.0  # for one answer
MEESTE_BYTES = 4 * 1024 * 1024
MEESTE_STAPPEN = 4  # the address itself, and three redirects
_STUK = 64 * 1024
_POORT = 443
_VERDER = frozenset({301, 302, 303, 307, 308})

Plek = tuple[str, int]  # a host, in small letters, and a port


class AgendaNietOpgehaald(RegelOvertreden):
    """The agenda was not fetched. The message says why, without the address."""


def fetch_agenda(url: str, intern_host: str = "", seconden: float = SECONDEN) -> bytes:
    """What stands at this address. Raises AgendaNietOpgehaald."""
    uiterlijk = time.monotonic() + seconden
    plek = _plek(url)
    intern = plek if plek[0] == intern_host.lower() else None
    for _ in range(MEESTE_STAPPEN):
        antwoord = _ask(url, intern, uiterlijk)
        if isinstance(antwoord, bytes):
            return antwoord
        url = urljoin(url, antwoord)
    raise AgendaNietOpgehaald("De agenda verwijst te vaak door.")


def _split(url: str) -> SplitResult:
    try:
        return check_url(url)
    except ValueError:
        raise AgendaNietOpgehaald("De agenda staat niet op een adres met https.") from None


def _plek(url: str) -> Plek:
    delen = _split(url)
    return (delen.hostname or "").lower(), delen.port or _POORT


def _ask(url: str, intern: Plek | None, uiterlijk: float) -> bytes | str:
    """The content; or the address it was moved to."""
    delen, plek = _split(url), _plek(url)
    pad = f"{delen.path or '/'}{f'?{delen.query}' if delen.query else ''}"
    try:
        with _connection(plek, uiterlijk, is_intern=plek == intern) as verbinding:
            verbinding.request("GET", pad, headers={"Accept": "text/calendar", "User-Agent": "VOB"})
            return _read(verbinding.getresponse(), uiterlijk)
    except (OSError, http.client.HTTPException, ValueError) as fout:
        raise AgendaNietOpgehaald(_reason(fout, uiterlijk)) from None


def _reason(fout: Exception, uiterlijk: float) -> str:
    if isinstance(fout, TimeoutError) or time.monotonic() >= uiterlijk:
        return "De agenda antwoordde niet op tijd."
    if isinstance(fout, ssl.SSLError):
        return "Het certificaat van de agenda klopt niet."
    return "De agenda is nu niet te bereiken."


@contextmanager
def _connection(
    plek: Plek, uiterlijk: float, *, is_intern: bool
) -> Iterator[http.client.HTTPSConnection]:
    """A connection to an address that was judged; the certificate must be that of the host.

    When the time is over the line is cut, also under a server that sends a letter a second.
    """
    host, poort = plek
    adres = _address(host, poort, is_intern=is_intern)
    lijn = ssl.create_default_context().wrap_socket(
        socket.create_connection((adres, poort), timeout=_left(uiterlijk)),
        server_hostname=host,
        do_handshake_on_connect=False,  # not before the line can be cut
    )
    wekker = threading.Timer(max(uiterlijk - time.monotonic(), 0), _cut, [lijn])
    wekker.start()
    try:
        lijn.do_handshake()
        verbinding = http.client.HTTPSConnection(host, poort)
        verbinding.sock = lijn
        yield verbinding
    finally:
        wekker.cancel()
        lijn.close()


def _cut(lijn: ssl.SSLSocket) -> None:
    with suppress(OSError):  # closed already
        socket.socket.shutdown(lijn, socket.SHUT_RDWR)


def _address(host: str, poort: int, *, is_intern: bool) -> str:
    """The first address of this host, if all it has may be asked."""
    gevonden = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM)
    adressen = [str(plek[4][0]) for plek in gevonden]
    if not is_intern and not all(is_openbaar(adres) for adres in adressen):
        raise AgendaNietOpgehaald(
            "De agenda staat in een eigen netwerk. De beheerder kan die server toelaten."
        )
    return adressen[0]


def _left(uiterlijk: float) -> float:
    rest = uiterlijk - time.monotonic()
    if rest <= 0:
        raise TimeoutError
    return min(rest, _WACHT)


def _read(antwoord: http.client.HTTPResponse, uiterlijk: float) -> bytes | str:
    if antwoord.status in _VERDER and (elders := antwoord.getheader("Location")):
        return elders
    if antwoord.status != http.HTTPStatus.OK:
        raise AgendaNietOpgehaald(f"De agenda gaf een fout terug ({antwoord.status}).")
    inhoud = bytearray()
    for stuk in _pieces(antwoord, uiterlijk):
        inhoud += stuk
        if len(inhoud) > MEESTE_BYTES:
            raise AgendaNietOpgehaald("De agenda is te groot.")
    return bytes(inhoud)


def _pieces(antwoord: http.client.HTTPResponse, uiterlijk: float) -> Iterator[bytes]:
    """As it comes in: who sends a byte a second is cut off at the end of the time, too."""
    while True:
        stuk = antwoord.read1(_STUK)
        _left(uiterlijk)
        if not stuk:
            return
        yield stuk
