"""A request as VOB reads it: uploads stay in memory, and addresses are cleaned as forms are."""

from io import BytesIO
from typing import IO

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.utils import cached_property

from vob.web.tekst import opschonen


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

    @cached_property
    def args(self) -> ImmutableMultiDict[str, str]:
        """Behind the question mark: without what breaks a search, a database or a header."""
        return ImmutableMultiDict(
            (naam, opschonen(waarde)) for naam, waarde in super().args.items(multi=True)
        )
