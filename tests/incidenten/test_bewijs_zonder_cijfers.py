"""A proof is read by many: it names no figure about cases, so that none can be worked out."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages import read_page, text_of
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.incidenten.bewijs import zaken_open
from vob.incidenten.evaluatie.bewijs import evaluaties_open
from vob.incidenten.maatregelen.bewijs import Afweging, afweging_open
from vob.incidenten.models import Incident
from vob.incidenten.opvang.bewijs import nabespreken_open
from vob.incidenten.values import Status

AANTAL = st.integers(0, 1200)


@st.composite
def deel_en_geheel(draw: st.DrawFn) -> tuple[int, int]:
    geheel = draw(AANTAL)
    return draw(st.integers(0, geheel)), geheel


@settings(deadline=None)  # a machine that is busy is no fault
@given(deel_en_geheel(), deel_en_geheel(), deel_en_geheel())
def test_no_sentence_names_how_many(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]
) -> None:
    afweging = Afweging(a[1], a[0], b[1], b[0], c[1], c[0])
    zinnen = (
        zaken_open(a[1], a[0], "gesloten", "zonder analyse"),
        afweging_open(afweging),
        nabespreken_open(a[1], a[0], a[1], 72).replace("72 uur", ""),
        nabespreken_open(a[1], a[0], a[0], 72).replace("72 uur", ""),
        evaluaties_open(a[1], a[0], 30).replace("30 dagen", ""),
    )
    assert all(zinnen)
    assert not any(re.search(r"\d", zin) for zin in zinnen), zinnen


def test_only_who_may_see_every_case_reads_how_many(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    melder: Gebruiker,
    make_incident: Callable[..., Incident],
) -> None:
    make_incident(melder, status=Status.GESLOTEN, afgehandeld_op=nu())
    alles = text_of(read_page(client.get("/checklist/18")), "#stand")
    assert "1 zaak afgehandeld dit jaar, 1 zonder analyse" in alles
    ander = client_for(Rol.GRIFFIER)
    deel = text_of(read_page(ander.get("/checklist/18")), "#stand")
    assert "Dit jaar is elke zaak afgehandeld zonder analyse." in deel
    assert "1 zaak" not in deel
