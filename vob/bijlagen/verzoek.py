"""A request whose uploads stay in memory: nothing someone sends lies on a disk in clear."""

from io import BytesIO
from typing import IO

from flask import Request


class Verzoek(Request):
    """Werkzeug writes an upload above 500 kB to a temporary file. A body is 26 MB at most here."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()
