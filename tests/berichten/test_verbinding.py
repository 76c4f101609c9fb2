"""The connection to a mail server: passwords only over a safe line, and never waiting for ever."""

import smtplib
import socket
import ssl
import time

import pytest
from aiosmtpd.smtp import AuthResult

from vob.berichten import mail
from vob.berichten.mail import MailFout, connect


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
