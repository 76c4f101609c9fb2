"""The thread that delivers: the request never waits for a mail server."""

import socket
import threading
import time

from vob.berichten import bezorger
from vob.berichten.models import Bericht
from vob.berichten.values import Berichtstatus
from vob.core.permissions import Rol
from vob.data import db

from ..pages import form_data, read_page


def wait_until(condition) -> bool:
    deadline = time.monotonic() + 10
    gate = threading.Event()
    while not condition() and time.monotonic() < deadline:
        gate.wait(0.02)
    return bool(condition())


def test_a_committed_mail_leaves_by_itself(app, postbus, make_bericht):
    stop = threading.Event()
    thread = bezorger.start(app, stop)
    make_bericht()
    assert wait_until(lambda: postbus.mails)
    stop.set()
    bezorger.wake()
    thread.join(10)
    assert not thread.is_alive()


def test_saving_does_not_wait_for_a_mail_server_that_hangs(app, monkeypatch, client_for):
    client = client_for(Rol.BEHEERDER)
    data = form_data(read_page(client.get("/beheer/gebruikers/nieuw")), "main form")
    data |= {"naam": "Kees", "email": "kees@waterrijk.example", "rollen": ["medewerker"]}
    with socket.create_server(("127.0.0.1", 0)) as silent:  # who waits for it, waits ten seconds
        monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{silent.getsockname()[1]}")
        begin = time.monotonic()
        assert client.post("/beheer/gebruikers/nieuw", data=data).status_code == 303
        assert time.monotonic() - begin < 2
    assert db.session.scalars(db.select(Bericht.status)).all() == [Berichtstatus.WACHT]
