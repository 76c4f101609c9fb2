"""Files with a report: kept when the form comes back, moved when it goes."""

import io
from collections.abc import Callable

from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, stream_encode_multipart

from tests.pages import read_page, text_of
from vob.bijlagen.models import Bijlage
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.models import Incident
from vob.organisatie.models import Organisatie

from .conftest import melding

Client = Callable[..., FlaskClient]
PAD = "/incidenten/melden"


def _tekst(naam: str = "bericht.txt", inhoud: bytes = b"Ik weet waar je woont.") -> FileStorage:
    return FileStorage(io.BytesIO(inhoud), naam)


def _post(client: FlaskClient, *bestanden: FileStorage, **overrides: object) -> TestResponse:
    data = MultiDict(melding(**overrides) | {"bestanden": list(bestanden)})
    stream, _, grens = stream_encode_multipart(data, use_tempfile=False)
    return client.post(PAD, data=stream, content_type=f"multipart/form-data; boundary={grens}")


def test_a_file_goes_with_the_report(client_for: Client) -> None:
    _post(client_for(Rol.MEDEWERKER), _tekst())
    bijlage = db.session.scalars(db.select(Bijlage)).one()
    incident = db.session.scalars(db.select(Incident)).one()
    assert (bijlage.soort, bijlage.object_id, bijlage.is_intern) == (
        "incident",
        incident.id,
        False,
    )


def test_a_file_of_a_refused_form_is_kept_and_goes_along_later(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    answer = _post(client, _tekst(), kanaal="")
    assert answer.status_code == 422
    page = read_page(answer)
    assert "bericht.txt" in text_of(page, "ul.bijlagen")
    _post(client)
    assert db.session.scalars(db.select(Bijlage)).one().soort == "incident"


def test_a_file_that_is_refused_is_named_and_the_others_are_kept(client_for: Client) -> None:
    answer = _post(client_for(Rol.MEDEWERKER), _tekst("virus.exe"), _tekst("goed.txt"))
    page = read_page(answer)
    assert "virus.exe" in text_of(page, "#bestanden-fout")
    assert "goed.txt" in text_of(page, "ul.bijlagen")
    assert not db.session.scalars(db.select(Incident)).all()


def test_files_that_do_not_fit_together_leave_the_form_as_it_was(
    client_for: Client, organisatie: Organisatie
) -> None:
    organisatie.instellingen = {"bijlage_object_mb": 1}
    db.session.commit()
    vol = _tekst("groot.txt", b"x" * 600_000)
    nog = _tekst("ook.txt", b"y" * 600_000)
    answer = _post(client_for(Rol.MEDEWERKER), vol, nog)
    page = read_page(answer)
    assert "ook.txt" in text_of(page, "#bestanden-fout")
    assert "groot.txt" in text_of(page, "ul.bijlagen")
    assert not db.session.scalars(db.select(Incident)).all()
    assert "auto" in text_of(page, "#omschrijving")
