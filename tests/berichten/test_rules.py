"""When a mail is tried again."""

from datetime import UTC, datetime

import pytest

from vob.berichten.rules import next_poging

NU = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pogingen", "seconden"),
    [(0, 30), (1, 30), (2, 60), (3, 120), (7, 1920), (8, 3600), (9, 3600), (10_000, 3600)],
)
def test_the_wait_doubles_up_to_an_hour(pogingen, seconden):
    assert (next_poging(pogingen, NU) - NU).total_seconds() == seconden
