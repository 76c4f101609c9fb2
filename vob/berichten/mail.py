"""A mail as it leaves: a subject and a link, nothing about the matter (veiligheid.md T23)."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from vob.core.clock import TZ

from .models import Bericht
from .ontvangers import Ontvanger

TIMEOUT = 10  # seconds
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class MailFout(Exception):
    """Why a mail did not leave: one short sentence without contents. `voorgoed`: trying again
    does not help."""

    def __init__(self, zin: str, voorgoed: bool = False) -> None:
        super().__init__(zin)
        self.voorgoed = voorgoed


def make_mail(
    bericht: Bericht, aan: Ontvanger, afzender: str, basis: str, organisatie: str
) -> EmailMessage:
    """Raises MailFout for an address or path that could break out of its line, or is a list."""
    adres, link = aan.adres, basis.rstrip("/") + bericht.pad
    if any(ord(char) < 33 for char in adres + link) or any(char in adres for char in ",;<>"):
        raise MailFout("Het adres of de link klopt niet.", voorgoed=True)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = afzender, adres, bericht.soort.label
    mail["Date"] = format_datetime(bericht.aangemaakt_op.astimezone(TZ))
    # Always the same for the same mail: should it ever leave twice, the reader gets it once.
    domein = urlsplit(basis).hostname or "localhost"
    nummer = f"{bericht.id}.{int(bericht.aangemaakt_op.timestamp())}"
    mail["Message-ID"] = f"<vob.{nummer}@{domein}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "nl"
    mail.set_content(_text(bericht, aan.aanhef, link, organisatie))
    return mail


def _text(bericht: Bericht, aanhef: str, link: str, organisatie: str) -> str:
    if bericht.tekst:
        midden = bericht.tekst
    else:
        midden = (
            f"{bericht.soort.label}.\n\nOpen het hier: {link}\n\n"
            "Om ieders privacy staat in deze mail niet waar het over gaat. "
            "U leest het als u bent ingelogd."
        )
    return f"{aanhef},\n\n{midden}\n\nVOB van {organisatie}\n"


@contextmanager
def connect(url: str) -> Iterator[smtplib.SMTP]:
    """A connection to the mail server. Raises MailFout when there is none."""
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise MailFout("VOB_SMTP_URL klopt niet.") from None
    if parts.scheme not in {"smtp", "smtps"} or not host:
        raise MailFout("VOB_SMTP_URL klopt niet.")
    context = ssl.create_default_context()
    with translate_faults():
        server = (
            smtplib.SMTP_SSL(host, port or 465, timeout=TIMEOUT, context=context)
            if parts.scheme == "smtps"
            else smtplib.SMTP(host, port or 25, timeout=TIMEOUT)
        )
    try:
        with translate_faults():
            _greet(server, parts.scheme, host, context, parts.username, parts.password)
        yield server
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def _greet(
    server: smtplib.SMTP,
    scheme: str,
    host: str,
    context: ssl.SSLContext,
    naam: str | None,
    wachtwoord: str | None,
) -> None:
    """STARTTLS whenever the server offers it; a password never goes over an open line."""
    server.ehlo()
    is_safe = scheme == "smtps" or host in _LOOPBACK
    if scheme == "smtp" and server.has_extn("starttls"):
        server.starttls(context=context)
        server.ehlo()
        is_safe = True
    if naam:
        if not is_safe:
            raise MailFout("De mailserver versleutelt niet: inloggen is niet veilig.")
        server.login(unquote(naam), unquote(wachtwoord or ""))


@contextmanager
def translate_faults() -> Iterator[None]:
    """What can go wrong with a mail server, in words for the administrator."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as fault:
        code = next(iter(fault.recipients.values()))[0]
        raise MailFout(f"De mailserver weigert het adres ({code}).", code >= 500) from None
    except smtplib.SMTPAuthenticationError:
        raise MailFout("Inloggen bij de mailserver lukt niet.") from None
    except smtplib.SMTPResponseException as fault:
        raise MailFout(f"De mailserver weigert ({fault.smtp_code}).") from None
    except ssl.SSLError:
        raise MailFout("Het certificaat van de mailserver klopt niet.") from None
    except TimeoutError:
        raise MailFout("De mailserver antwoordt niet op tijd.") from None
    except (OSError, smtplib.SMTPException):
        raise MailFout("De mailserver is niet bereikbaar.") from None
