"""Storing files: encrypted, counted, bounded, and in the audit log by their hash."""

import hashlib
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, text
from werkzeug.datastructures import FileStorage

from vob.bijlagen import operations, queries
from vob.bijlagen.models import Bijlage, BijlageDeel
from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.data import AuditInhoud, db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie

from . import monsters
from .conftest import SOORT

Upload = Callable[..., FileStorage]
MakeBijlage = Callable[..., Bijlage]


def test_what_goes_in_comes_out(make_bijlage: MakeBijlage) -> None:
    inhoud = bytes(range(32, 127)) * 9_000  # several pieces
    bijlage = make_bijlage(inhoud)
    assert b"".join(queries.read_chunks(bijlage)) == inhoud
    assert db.session.query(BijlageDeel).count() == 4
    assert bijlage.sha256 == bijlage.sha256_origineel == hashlib.sha256(inhoud).hexdigest()
    assert not bijlage.is_gewijzigd


def test_nothing_of_it_lies_in_the_database_in_clear(make_bijlage: MakeBijlage) -> None:
    make_bijlage(b"kanarie in de mijn", "kanarie.txt")
    rows = db.session.execute(text("select naam from bijlage")).all()
    rows += db.session.execute(text("select inhoud from bijlage_deel")).all()
    assert len(rows) == 2
    assert all(b"kanarie" not in bytes(row[0]) for row in rows)


def test_a_photo_is_stored_without_its_place_and_keeps_both_hashes(
    make_bijlage: MakeBijlage,
) -> None:
    foto = monsters.make_foto()
    bijlage = make_bijlage(foto, "foto.jpg")
    bewaard = b"".join(queries.read_chunks(bijlage))
    assert b"Geheimtelefoon" not in bewaard
    assert bijlage.sha256_origineel == hashlib.sha256(foto).hexdigest()
    assert bijlage.sha256 == hashlib.sha256(bewaard).hexdigest()
    assert bijlage.is_gewijzigd


def test_a_photo_that_cannot_be_read_is_refused_by_its_name(zaak: int, upload: Upload) -> None:
    gedaan = operations.store_uploads(SOORT, zaak, [upload(b"\xff\xd8\xffonzin", "foto.jpg")])
    assert gedaan.geweigerd[0].startswith("‘foto.jpg’ is niet toegevoegd: de foto is niet te lezen")


def test_heic_is_stored_without_metadata(make_bijlage: MakeBijlage) -> None:
    bijlage = make_bijlage(monsters.make_heic(), "foto.heic")
    assert b"geheim" not in b"".join(queries.read_chunks(bijlage))


@pytest.mark.parametrize(
    ("gestuurd", "bewaard"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\jan\\brief.txt", "brief.txt"),
        ("brief\x00.exe\x00.txt", "brief.exe.txt"),
        ("brief\r\nSet-Cookie: x.txt", "brief Set-Cookie x.txt"),
        ("geheim\u202etxt.exe.txt", "geheim txt.exe.txt"),
        ("é" * 500 + ".txt", "é" * 96 + ".txt"),
        ("<b>&'\".txt", "b &'.txt"),
    ],
)
def test_names_are_cleaned(make_bijlage: MakeBijlage, gestuurd: str, bewaard: str) -> None:
    assert make_bijlage(naam=gestuurd).naam == bewaard


def test_audit_keeps_the_hash_and_not_the_name(make_bijlage: MakeBijlage) -> None:
    bijlage = make_bijlage(naam="Jan de Dader.txt")
    (regel,) = [
        inhoud
        for inhoud in db.session.scalars(select(AuditInhoud.inhoud))
        if bijlage.sha256 in inhoud
    ]
    assert "Dader" not in regel


def test_several_files_at_once_the_good_ones_stay(zaak: int, upload: Upload) -> None:
    gedaan = operations.store_uploads(
        SOORT,
        zaak,
        [upload(), upload(b"MZ\x00", "virus.exe"), upload(b"", ""), upload(naam="b.txt")],
    )
    db.session.commit()
    assert [bijlage.naam for bijlage in gedaan.bijlagen] == ["brief.txt", "b.txt"]
    assert len(gedaan.geweigerd) == 1
    assert "virus.exe" in gedaan.geweigerd[0]


def test_more_than_ten_files_at_once_are_too_many(zaak: int, upload: Upload) -> None:
    gedaan = operations.store_uploads(SOORT, zaak, [upload() for _ in range(12)])
    assert len(gedaan.bijlagen) == 10
    assert gedaan.geweigerd == ["U kunt 10 bestanden per keer toevoegen. Voeg de rest daarna toe."]


def test_an_object_has_room_for_so_much(
    zaak: int, upload: Upload, organisatie: Organisatie
) -> None:
    organisatie.instellingen = {"bijlage_object_mb": 1}
    groot = b"a" * 600_000
    gedaan = operations.store_uploads(SOORT, zaak, [upload(groot), upload(groot, "2.txt")])
    assert [bijlage.naam for bijlage in gedaan.bijlagen] == ["brief.txt"]
    assert "alle bijlagen samen mogen hier 1 MB zijn" in gedaan.geweigerd[0]


def test_a_file_has_a_largest_size(zaak: int, upload: Upload, organisatie: Organisatie) -> None:
    organisatie.instellingen = {"bijlage_bestand_mb": 1}
    with pytest.raises(BestandGeweigerd, match="een bestand mag 1 MB groot zijn"):
        operations.store_bijlage(SOORT, zaak, upload(b"a" * 1_048_577))


def test_attachments_move_when_they_fit(zaak: int, make_bijlage: MakeBijlage) -> None:
    make_bijlage()
    assert operations.move(SOORT, zaak, SOORT, zaak + 1, is_intern=True)
    assert queries.list_bijlagen(SOORT, zaak) == []
    assert queries.list_bijlagen(SOORT, zaak + 1) == [], "internal ones are not for everyone"


def test_what_was_sent_is_evidence(make_bijlage: MakeBijlage, lezer: Gebruiker) -> None:
    with pytest.raises(RegelOvertreden, match="bewijs"):
        operations.delete_bijlage(make_bijlage(), lezer)


@pytest.mark.parametrize("wat", ["deel weg", "deel anders", "deel verwisseld"])
def test_damage_is_seen_by_the_reader_and_by_the_check(make_bijlage: MakeBijlage, wat: str) -> None:
    bijlage = make_bijlage(b"a" * 300_000 + b"b" * 300_000)
    delen = list(db.session.scalars(select(BijlageDeel).order_by(BijlageDeel.nummer)))
    if wat == "deel weg":
        db.session.delete(delen[1])
    elif wat == "deel anders":
        delen[1].inhoud = b"c" * len(delen[1].inhoud)
    else:
        delen[0].inhoud, delen[1].inhoud = delen[1].inhoud, delen[0].inhoud
    db.session.commit()
    with pytest.raises(queries.BijlageBeschadigd):
        list(queries.read_chunks(bijlage))
    assert list(queries.check_bijlagen()) == [f"Bijlage {bijlage.id} is beschadigd."]


def test_the_check_is_silent_when_all_is_well(make_bijlage: MakeBijlage, app: Flask) -> None:
    make_bijlage()
    assert list(queries.check_bijlagen()) == []
