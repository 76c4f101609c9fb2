"""A small HTTP client that keeps its connection and costs little itself."""

import re
import socket
import time
from dataclasses import dataclass
from urllib.parse import urlencode

WACHTWOORD = "veilig-bestuur-2026"


@dataclass
class Antwoord:
    status: int
    kop: bytes
    inhoud: bytes
    seconden: float

    def kopregel(self, naam: str) -> str:
        found = re.search(rb"(?im)^" + naam.encode() + rb":\s*(.*?)\r?$", self.kop)
        return found.group(1).decode() if found else ""

    @property
    def tekst(self) -> str:
        return self.inhoud.decode()


class Klant:
    """One connection. `email`: logged in through the login page, like anyone."""

    def __init__(self, poort: int, email: str | None = None) -> None:
        self._poort = poort
        self._verbinding: socket.socket | None = None
        self.cookie = ""
        if email:
            self._log_in(email)

    def get(self, pad: str, htmx: bool = False, compressie: bool = True) -> Antwoord:
        koppen = "HX-Request: true\r\n" if htmx else ""
        if compressie:
            koppen += "Accept-Encoding: br, gzip\r\n"
        return self._send("GET", pad, koppen)

    def post(self, pad: str, velden: dict[str, str | list[str]]) -> Antwoord:
        lichaam = urlencode(velden, doseq=True).encode()
        koppen = (
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(lichaam)}\r\nSec-Fetch-Site: same-origin\r\n"
        )
        return self._send("POST", pad, koppen, lichaam)

    def formulier(self, pad: str) -> dict[str, str]:
        """The hidden fields of a form on this page."""
        tekst = self.get(pad, compressie=False).tekst
        return {
            naam: waarde
            for naam in ("csrf_token", "eenmalig")
            if (waarde := _veld(tekst, naam)) is not None
        }

    def _log_in(self, email: str) -> None:
        velden: dict[str, str | list[str]] = {**self.formulier("/inloggen")}
        antwoord = self.post("/inloggen", velden | {"email": email, "wachtwoord": WACHTWOORD})
        if antwoord.status != 303:
            raise SystemExit(f"Inloggen als {email} lukte niet ({antwoord.status}).")

    def _send(self, methode: str, pad: str, koppen: str, lichaam: bytes = b"") -> Antwoord:
        kop = f"{methode} {pad} HTTP/1.1\r\nHost: 127.0.0.1:{self._poort}\r\n{koppen}"
        if self.cookie:
            kop += f"Cookie: {self.cookie}\r\n"
        verzoek = kop.encode() + b"\r\n" + lichaam
        begonnen = time.perf_counter()
        antwoord = self._once(verzoek)
        antwoord.seconden = time.perf_counter() - begonnen
        for naam, waarde in re.findall(rb"(?im)^set-cookie:\s*([^=]+)=([^;\r]*)", antwoord.kop):
            self.cookie = f"{naam.decode()}={waarde.decode()}"
        return antwoord

    def _once(self, verzoek: bytes) -> Antwoord:
        for poging in (1, 2):  # a server may have closed a connection that was idle
            if self._verbinding is None:
                self._verbinding = socket.create_connection(("127.0.0.1", self._poort), 60)
                self._verbinding.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                self._verbinding.sendall(verzoek)
                return self._read(self._verbinding)
            except OSError:
                self._verbinding.close()
                self._verbinding = None
                if poging == 2:
                    raise
        raise AssertionError

    def _read(self, verbinding: socket.socket) -> Antwoord:
        buffer = b""
        while b"\r\n\r\n" not in buffer:
            buffer += self._more(verbinding)
        kop, _, inhoud = buffer.partition(b"\r\n\r\n")
        if lengte := re.search(rb"(?i)content-length: (\d+)", kop):
            while len(inhoud) < int(lengte.group(1)):
                inhoud += self._more(verbinding)
        elif b"chunked" in kop.lower():
            while not inhoud.endswith(b"0\r\n\r\n"):
                inhoud += self._more(verbinding)
            inhoud = _unchunk(inhoud)
        return Antwoord(int(kop[9:12]), kop, inhoud, 0)

    @staticmethod
    def _more(verbinding: socket.socket) -> bytes:
        stuk = verbinding.recv(262_144)
        if not stuk:
            raise ConnectionError
        return stuk


def _unchunk(inhoud: bytes) -> bytes:
    delen = []
    while inhoud:
        maat, _, inhoud = inhoud.partition(b"\r\n")
        lengte = int(maat, 16)
        delen.append(inhoud[:lengte])
        inhoud = inhoud[lengte + 2 :] if lengte else b""
    return b"".join(delen)


def _veld(tekst: str, naam: str) -> str | None:
    found = re.search(rf'<input[^>]*name="{naam}"[^>]*value="([^"]*)"', tekst)
    return found.group(1) if found else None
