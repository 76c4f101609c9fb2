"""A real mail server on this machine, and an outbox that talks to it."""

import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from vob.berichten.models import Bericht
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker


class Postbus:
    """Keeps what it gets; `weigert` holds addresses and the answer they get."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.naar: list[str] = []
        self.weigert: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd calls
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.weigert:
            return self.weigert[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - idem
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.naar.extend(envelope.rcpt_tos)
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Mailserver:
    """Down until a test starts it; everything it gets lies in `postbus`."""

    def __init__(self) -> None:
        self.postbus = Postbus()
        self.port = free_port()
        self.controller: Controller | None = None

    def start(self, **options: Any) -> None:
        self.controller = Controller(self.postbus, hostname="127.0.0.1", port=self.port, **options)
        self.controller.start()

    def stop(self) -> None:
        if self.controller:
            self.controller.stop()


@pytest.fixture
def mailserver(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailserver]:
    server = Mailserver()
    monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{server.port}")
    yield server
    server.stop()


@pytest.fixture
def postbus(mailserver: Mailserver) -> Postbus:
    """The server is up; this is what it got."""
    mailserver.start()
    return mailserver.postbus


@pytest.fixture
def make_bericht(make_gebruiker: Callable[..., Gebruiker]) -> Callable[..., Bericht]:
    """A mail in the outbox."""

    def make(
        gebruiker: Gebruiker | None = None,
        soort: Berichtsoort = Berichtsoort.KLAAR,
        pad: str = "/incidenten/2026-0042",
        tekst: str | None = None,
    ) -> Bericht:
        queue(gebruiker or make_gebruiker(Rol.MEDEWERKER), soort, pad, tekst)
        db.session.commit()
        return db.session.scalars(db.select(Bericht).order_by(Bericht.id.desc())).first()

    return make
