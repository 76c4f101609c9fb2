"""Fetching an agenda: from a real server over TLS, and never as a way into the network."""

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.web.agendas import ics
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.vergaderingen import bronadres, ophalen
from vob.incidenten.vergaderingen.models import Agendabron, Vergadering
from vob.incidenten.vergaderingen.ophalen import AgendaNietOpgehaald, fetch_agenda

BRON = "/incidenten/vergaderingen/agendabron"
AGENDA = "/incidenten/vergaderingen/agenda"


class Ris(BaseHTTPRequestHandler):
    """A council information system of a few addresses."""

    inhoud = b""
    wacht = threading.Event()

    def do_GET(self) -> None:
        if self.path.startswith("/naar?"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/naar?"))
        else:
            self.send_response({"/weg": 404}.get(self.path, 200))
        self.end_headers()
        if self.path == "/traag":
            self._drip()
        elif self.path == "/groot":
            self.wfile.write(b"x" * (ophalen.MEESTE_BYTES + 1))
        elif self.path.startswith("/agenda"):
            self.wfile.write(self.inhoud)

    def _drip(self) -> None:
        """A letter now and then, until the other side had enough."""
        try:
            while not self.wacht.wait(0.1):
                self.wfile.write(b"x")
        except OSError:
            return

    def log_message(self, *_args: Any) -> None:
        """Nothing: pytest shows what failed."""


def make_certificate(folder: Path) -> Path:
    """A key and a certificate for localhost, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    namen = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu() - timedelta(days=1))
        .not_valid_after(nu() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(namen), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "localhost.pem"
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(
        encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(encoding))
    return pem


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def ris(pem: Path) -> Iterator[str]:
    """The address of a server that answers over TLS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ris)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    Ris.inhoud = ics(
        "UID:ris-1\nSUMMARY:Raad\nDTSTART:" + (nu() + timedelta(days=3)).strftime("%Y%m%dT183000Z")
    )
    Ris.wacht.clear()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"https://localhost:{server.server_port}"
    Ris.wacht.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def trusted(pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a server whose administrator trusts the certificate of an internal server."""
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))


def fetch(url: str, intern: str = "localhost", seconden: float = 10) -> bytes:
    return fetch_agenda(url, intern, seconden)


@pytest.mark.usefixtures("trusted")
def test_an_internal_server_that_the_setting_names_is_asked(ris: str) -> None:
    assert fetch(f"{ris}/agenda?sleutel=1").startswith(b"BEGIN:VCALENDAR")
    assert fetch(f"{ris}/naar?{ris}/agenda").startswith(b"BEGIN:VCALENDAR")
    assert fetch(f"{ris}/naar?/agenda").startswith(b"BEGIN:VCALENDAR")


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("pad", "zin"),
    [
        ("/weg", r"gaf een fout terug \(404\)"),
        ("/groot", "te groot"),
        ("/naar?http://localhost/agenda", "niet op een adres met https"),
        ("/naar?https://127.0.0.1:1/agenda", "in een eigen netwerk"),
        ("/naar?https://[::1]/agenda", "in een eigen netwerk"),
        ("/naar?https://169.254.169.254/latest/meta-data", "in een eigen netwerk"),
        ("/naar?file:///etc/passwd", "niet op een adres met https"),
    ],
)
def test_what_is_not_an_agenda_out_there_is_refused(ris: str, pad: str, zin: str) -> None:
    with pytest.raises(AgendaNietOpgehaald, match=zin):
        fetch(ris + pad)


@pytest.mark.usefixtures("trusted")
def test_round_and_round_ends(ris: str) -> None:
    rond = f"{ris}/naar?/naar?/naar?/naar?/agenda"
    with pytest.raises(AgendaNietOpgehaald, match="verwijst te vaak door"):
        fetch(rond)


@pytest.mark.usefixtures("trusted")
def test_a_letter_now_and_then_is_cut_off(ris: str) -> None:
    with pytest.raises(AgendaNietOpgehaald, match="antwoordde niet op tijd"):
        fetch(f"{ris}/traag", seconden=0.6)
    with pytest.raises(AgendaNietOpgehaald, match="antwoordde niet op tijd"):
        fetch(f"{ris}/agenda", seconden=0)


@pytest.mark.usefixtures("trusted")
def test_the_exemption_is_for_the_port_of_the_agenda_only(ris: str) -> None:
    poort = int(ris.rsplit(":", 1)[1])
    for elders in (f"https://localhost:{poort + 1}/agenda", "https://localhost/agenda"):
        with pytest.raises(AgendaNietOpgehaald, match="in een eigen netwerk"):
            fetch(f"{ris}/naar?{elders}")


@pytest.mark.usefixtures("trusted")
def test_an_agenda_out_there_does_not_lead_to_the_host_that_is_exempt(
    ris: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    buiten = iter([True])  # the first host is out on the internet; the one it points to is not
    monkeypatch.setattr(ophalen, "is_openbaar", lambda _: next(buiten, False))
    with pytest.raises(AgendaNietOpgehaald, match="in een eigen netwerk"):
        fetch(f"{ris.replace('localhost', '127.0.0.1')}/naar?{ris}/agenda")


def test_our_own_network_is_not_asked_unless_named(ris: str) -> None:
    for intern in ("", "ris.intern", "localhost.example"):
        with pytest.raises(AgendaNietOpgehaald, match="in een eigen netwerk"):
            fetch(f"{ris}/agenda", intern)


def test_a_certificate_that_nobody_trusts_is_refused(ris: str) -> None:
    with pytest.raises(AgendaNietOpgehaald, match="certificaat"):
        fetch(f"{ris}/agenda")


def test_nobody_there(ris: str) -> None:
    with pytest.raises(AgendaNietOpgehaald, match="niet te bereiken"):
        fetch("https://localhost:1/agenda")


@pytest.mark.parametrize(
    ("ip", "openbaar"),
    [
        ("145.100.1.1", True),
        ("2a02:22a0::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - not listened on
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),  # 6to4 around 127.0.0.1
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),  # Teredo around 192.0.2.45
        ("64:ff9b::7f00:1", False),  # NAT64 around 127.0.0.1
        ("64:ff9b::9164:101", True),
    ],
)
def test_where_an_address_is(ip: str, openbaar: bool) -> None:
    assert bronadres.is_openbaar(ip) is openbaar


@pytest.mark.parametrize(
    "url",
    [
        "http://ris.example/a.ics",
        "ftp://ris.example",
        "https://",
        "https://ris.example:0/",
        "https://ris.example:x/",
        "https://jan:geheim@ris.example/",
        "https://ris.example/a b",
        "https://[ris/",
    ],
)
def test_an_address_that_is_not_taken(client_for: Callable[..., FlaskClient], url: str) -> None:
    r = client_for(Rol.BEHEERDER).post(BRON, data={"url": url, "versie": "1"})
    assert r.status_code == 422
    assert db.session.query(Agendabron).count() == 0


@pytest.mark.usefixtures("trusted")
def test_the_administrator_sets_it_and_the_griffier_fetches(
    client: FlaskClient, client_for: Callable[..., FlaskClient], ris: str
) -> None:
    beheerder = client_for(Rol.BEHEERDER)
    data = form_data(read_page(beheerder.get(BRON)), "main form")
    data |= {"url": f"{ris}/agenda", "intern_host": "LocalHost"}
    assert beheerder.post(BRON, data=data).status_code == 303
    assert client.get(BRON).status_code == 403, "where a server fetches from is not theirs"
    assert "Van localhost." in read_page(client.get(AGENDA)).text
    page = read_page(client.post(AGENDA, data={"ophalen": "ja"}))
    client.post(f"{AGENDA}/overnemen", data=form_data(page, f"form[action='{AGENDA}/overnemen']"))
    assert db.session.query(Vergadering).one().titel == "Raad"
    assert "Het laatst overgenomen op" in read_page(client.get(AGENDA)).text
    ruw = db.session.execute(db.text("SELECT url FROM agendabron")).scalar_one()
    assert b"localhost" not in bytes(ruw)


def test_an_address_can_be_taken_away_again(client_for: Callable[..., FlaskClient]) -> None:
    beheerder = client_for(Rol.BEHEERDER)
    beheerder.post(BRON, data={"url": "https://ris.example/a.ics", "versie": "1"})
    data = form_data(read_page(beheerder.get(BRON)), "main form") | {"url": ""}
    beheerder.post(BRON, data=data)
    bron = db.session.query(Agendabron).one()
    assert (bron.url, bron.host) == (None, "")


def test_what_went_wrong_with_fetching_stands_by_fetching(client: FlaskClient) -> None:
    db.session.add(Agendabron(url="https://127.0.0.1/a.ics", host="127.0.0.1", intern_host=""))
    db.session.commit()
    r = client.post(AGENDA, data={"ophalen": "ja"})
    page = read_page(r)
    assert r.status_code == 422
    assert "De agenda staat in een eigen netwerk." in text_of(page, "#ophalen")
    assert not page.select("[aria-invalid]")
