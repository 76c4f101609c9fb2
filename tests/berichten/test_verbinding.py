"""The connection to a mail server: passwords only over a safe line, and never waiting for ever."""

import smtplib
import socket
import ssl
import time
from datetime import timedelta

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from vob.berichten import mail
from vob.berichten.mail import MailFout, connect
from vob.core.clock import nu


@pytest.fixture
def met_wachtwoord(mailserver):
    """A server where one can log in."""

    def check(server, session, envelope, mechanism, data):
        known = (data.login, data.password) == (b"vob@x", b"ge:heim")
        return AuthResult(success=known, handled=False)

    mailserver.start(authenticator=check, auth_require_tls=False)
    return mailserver.port


def test_it_logs_in_with_what_the_address_says(met_wachtwoord):
    with connect(f"smtp://vob%40x:ge%3Aheim@127.0.0.1:{met_wachtwoord}") as server:
        assert server.noop()[0] == 250


def test_a_wrong_password_is_a_sentence(met_wachtwoord):
    with (
        pytest.raises(MailFout, match="Inloggen bij de mailserver"),
        connect(f"smtp://vob:fout@127.0.0.1:{met_wachtwoord}"),
    ):
        pass


def test_a_password_never_goes_over_an_open_line(met_wachtwoord, monkeypatch):
    monkeypatch.setattr(mail, "_LOOPBACK", set())  # as if the server were elsewhere
    with (
        pytest.raises(MailFout, match="niet veilig"),
        connect(f"smtp://vob%40x:ge%3Aheim@127.0.0.1:{met_wachtwoord}"),
    ):
        pass


def test_a_server_that_says_nothing_does_not_hold_us(monkeypatch):
    monkeypatch.setattr(mail, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begin = time.monotonic()
        with (
            pytest.raises(MailFout, match=r"op tijd|niet bereikbaar"),
            connect(f"smtp://127.0.0.1:{silent.getsockname()[1]}"),
        ):
            pass
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize(
    ("fault", "zin", "voorgoed"),
    [
        (smtplib.SMTPRecipientsRefused({"a@x.nl": (550, b"x")}), "weigert het adres", True),
        (smtplib.SMTPRecipientsRefused({"a@x.nl": (450, b"x")}), "weigert het adres", False),
        (smtplib.SMTPSenderRefused(553, b"a@x.nl geheim", "x"), r"weigert \(553\)", False),
        (smtplib.SMTPServerDisconnected("x"), "niet bereikbaar", False),
        (ssl.SSLError("x"), "certificaat", False),
        (TimeoutError(), "op tijd", False),
        (ConnectionRefusedError(), "niet bereikbaar", False),
    ],
)
def test_a_fault_becomes_a_short_sentence_without_contents(fault, zin, voorgoed):
    with pytest.raises(MailFout, match=zin) as caught, mail.translate_faults():
        raise fault
    assert caught.value.voorgoed is voorgoed
    assert "geheim" not in str(caught.value)


@pytest.fixture
def met_eigen_certificaat(mailserver, tmp_path):
    """A server that offers STARTTLS with a certificate nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    builder = builder.public_key(key.public_key()).serial_number(1)
    builder = builder.not_valid_before(nu()).not_valid_after(nu() + timedelta(days=1))
    pem = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
    pem += key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "server.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem")
    mailserver.start(tls_context=context)
    return mailserver.port


def test_a_server_that_is_not_who_it_says_gets_nothing(met_eigen_certificaat):
    with (
        pytest.raises(MailFout, match="certificaat"),
        connect(f"smtp://vob:geheim@127.0.0.1:{met_eigen_certificaat}"),
    ):
        pass
