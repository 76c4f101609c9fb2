"""Search on the database at hand, with a model that exists: `Zoekdoc` itself is filled directly."""

import pytest
from sqlalchemy import select

from vob.data import Zoekdoc, db
from vob.data.search import add_docs, fold, found, order, search, words


def store(*teksten):
    docs = [
        {"soort": "proef", "ref": n, "titel": t, "tekst": fold(t)} for n, t in enumerate(teksten, 1)
    ]
    add_docs(db.session, docs)
    db.session.commit()


def find(q):
    stmt = search(select(Zoekdoc.titel).select_from(found(q)), q).order_by(order(q).desc())
    return list(db.session.scalars(stmt))


def test_a_word_inside_a_compound_is_found(app):
    store("Incidentenregister bijgewerkt", "Iets anders")
    assert find("incident") == ["Incidentenregister bijgewerkt"]


def test_diacritics_and_case_do_not_matter(app):
    store("Coördinator van Curaçao")
    assert find("COORDINATOR curacao") == ["Coördinator van Curaçao"]


def test_every_word_must_be_there_and_newest_comes_first(app):
    store("dreigmail over windmolens", "brief over windmolens", "dreigmail over bomen")
    assert find("dreigmail") == ["dreigmail over bomen", "dreigmail over windmolens"]
    assert find("windmolens dreigmail") == ["dreigmail over windmolens"]


def test_a_word_of_two_letters_is_found_too(app):
    store("bij de AZC-avond", "ab")
    assert find("az") == ["bij de AZC-avond"]


@pytest.mark.parametrize("q", ['"', "100%", "a_b", "x OR y", "NEAR(", "*", "'; drop", "-", "\\"])
def test_hostile_queries_are_just_text(app, q):
    store("gewoon")
    assert find(f"gewoon {q}") == [] or not words(q)


def test_a_very_long_query_is_cut(app):
    store("gewoon")
    assert find("gewoon" * 1000) == []


def test_fold_is_stable():
    assert fold(fold("Ÿ  É\n")) == "y e"
