"""The app behind a real socket, in this process: Chromium asks, the test looks in the database."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from vob.data import db
from vob.gebruikers import sessies
from vob.gebruikers.models import Gebruiker

STATUS_LINE = len("HTTP/1.1 200 OK\r\n\r\n")


class Handler(WSGIRequestHandler):
    """Keeps the connection open, as the production server does, and writes no log."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *_args: Any) -> None:
        """Nothing: pytest shows what failed."""

    def log_error(self, *_args: Any) -> None:
        """Chromium drops connections when a context closes; that is no news."""


@dataclass(frozen=True)
class Verzoek:
    """One request, and what its answer weighed: status line, headers and compressed body."""

    methode: str
    pad: str
    status: int
    gewicht: int


@dataclass
class Server:
    app: Flask
    adres: str = ""
    verzoeken: list[Verzoek] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """The app, counting what goes over the wire."""

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            head = sum(len(name) + len(value) + 4 for name, value in headers)
            body = int(dict(headers).get("Content-Length", 0))
            self.verzoeken.append(
                Verzoek(
                    environ["REQUEST_METHOD"],
                    quote(environ["PATH_INFO"]),
                    int(status.split()[0]),
                    STATUS_LINE + head + body,
                )
            )
            return start_response(status, headers, *rest)

        return self.app.wsgi_app(environ, start)

    def cookie_of(self, gebruiker: Gebruiker) -> dict[str, str]:
        """A session of this user, as a cookie for a browser context."""
        with self.app.test_request_context():
            sleutel = sessies.new_sessie(gebruiker)
            db.session.commit()
        serializer = self.app.session_interface.get_signing_serializer(self.app)
        waarde = serializer.dumps({sessies.COOKIE_SLEUTEL: sleutel})
        return {"name": self.app.config["SESSION_COOKIE_NAME"], "value": waarde, "url": self.adres}


@contextmanager
def serve_app(app: Flask) -> Iterator[Server]:
    server = Server(app)
    socket = make_server("127.0.0.1", 0, server, threaded=True, request_handler=Handler)
    socket.daemon_threads = True  # a connection that Chromium keeps open must not hold the test
    server.adres = f"http://127.0.0.1:{socket.port}"
    thread = threading.Thread(target=socket.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        socket.shutdown()
        thread.join()
        socket.server_close()
