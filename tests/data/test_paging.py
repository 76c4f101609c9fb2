import pytest
from sqlalchemy import select

from vob.data import AuditRegel, Zoekdoc, db, log_event
from vob.data.paging import OnjuisteCursor, Sortering, count_capped, read_page
from vob.data.search import add_docs


@pytest.fixture
def docs(app):
    rows = [{"soort": f"s{n % 3}", "ref": n, "titel": f"t{n}", "tekst": ""} for n in range(1, 11)]
    add_docs(db.session, rows)
    db.session.commit()


def page(aflopend=True, **cursor):
    sortering = Sortering(Zoekdoc.soort, Zoekdoc.id, aflopend)
    return read_page(db.session, select(Zoekdoc), sortering, size=4, **cursor)


@pytest.mark.parametrize("aflopend", [True, False])
def test_pages_forward_and_back_show_each_row_once(docs, aflopend):
    seen: list[list[int]] = []
    found = page(aflopend)
    assert found.voor is None
    while True:
        seen.append([doc.id for doc in found.rijen])
        if not found.na:
            break
        found = page(aflopend, na=found.na)
    assert sorted(id for ids in seen for id in ids) == list(range(1, 11))
    assert [doc.id for doc in page(aflopend, voor=found.voor).rijen] == seen[-2]


def test_order_is_by_column_then_key(docs):
    keys = [(doc.soort, doc.id) for doc in page().rijen]
    assert keys == sorted(keys, reverse=True)


def test_a_moment_survives_the_cursor(app):
    for n in range(3):
        log_event(db.session, "proef", "x", n)
    db.session.commit()
    sortering, stmt = (
        Sortering(AuditRegel.moment, AuditRegel.id),
        select(AuditRegel).filter_by(tabel="x"),
    )
    eerste = read_page(db.session, stmt, sortering, size=2)
    rest = read_page(db.session, stmt, sortering, size=2, na=eerste.na)
    assert [line.object_id for line in (*eerste.rijen, *rest.rijen)] == [2, 1, 0]


@pytest.mark.parametrize("cursor", ["", "x", "e30", "WzFd", "W10", "bnVsbA", "IiI"])
def test_a_made_up_cursor_is_refused(docs, cursor):
    if cursor:
        with pytest.raises(OnjuisteCursor):
            page(na=cursor)
    else:
        assert page(na=cursor).rijen


def test_counting_stops_at_the_cap(docs):
    assert count_capped(db.session, select(Zoekdoc), cap=5) == 6
    assert count_capped(db.session, select(Zoekdoc).where(Zoekdoc.id < 3), cap=5) == 2
