"""A tiny application for the tests of the server: who answers, and one request that waits."""

import os
from collections.abc import Callable, Iterable
from typing import Any

# Two named pipes: the request says that it has begun, and ends when the test lets it.
BEGUN, GO_ON = os.environ["TOY_BEGUN"], os.environ["TOY_GO_ON"]
# Every request that reached the application, one path per line.
LOG = os.open(os.environ["TOY_LOG"], os.O_APPEND | os.O_CREAT | os.O_WRONLY)


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    os.write(LOG, f"{environ['PATH_INFO']}\n".encode())
    if environ["PATH_INFO"] == "/wacht":
        with open(BEGUN, "w") as begun:
            begun.write("begonnen")
        with open(GO_ON) as go_on:
            body = go_on.read()
    else:
        body = str(os.getpid())
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body.encode()]
