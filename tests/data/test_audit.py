from sqlalchemy import delete, select, update

from vob.core.permissions import Rol
from vob.data import AuditInhoud, AuditRegel, db, log_event
from vob.data.audit import check_chain


def lines(**filters):
    return list(db.session.scalars(select(AuditRegel).filter_by(**filters).order_by("id")))


def payload(line):
    return db.session.scalar(select(AuditInhoud.inhoud).filter_by(audit_id=line.id))


def test_a_change_is_recorded_with_actor_and_columns(make_gebruiker):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    db.session.info["actor_id"] = gebruiker.id
    gebruiker.is_actief = False
    db.session.commit()
    (line,) = lines(tabel="gebruiker", actie="gewijzigd")
    assert (line.actor_id, line.object_id, line.kolommen) == (
        gebruiker.id,
        gebruiker.id,
        ["is_actief"],
    )
    assert '"is_actief": [true, false]' in payload(line)


def test_a_text_is_recorded_as_changed_and_never_in_clear(make_gebruiker):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    gebruiker.naam = "Geheime Naam"
    db.session.commit()
    (line,) = lines(tabel="gebruiker", actie="gewijzigd")
    assert line.kolommen == ["naam"]
    assert "Geheime" not in payload(line)


def test_saving_without_a_change_records_nothing(make_gebruiker):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    gebruiker.naam = str(gebruiker.naam)
    db.session.commit()
    assert lines(actie="gewijzigd") == []


def test_a_deleted_row_is_recorded(app, organisatie):
    db.session.delete(organisatie)
    db.session.commit()
    assert len(lines(tabel="organisatie", actie="verwijderd")) == 1


def test_an_act_without_a_row_is_recorded(app):
    log_event(db.session, "uitgevoerd", "incident", None, aantal=12)
    db.session.commit()
    assert lines(actie="uitgevoerd")[0].kolommen == ["aantal"]


def test_a_mere_view_keeps_nothing_beside_its_line_and_cannot_be_given_something(app):
    log_event(db.session, "ingezien", "incident", 7)
    log_event(db.session, "ingezien", "incident", 8)
    db.session.commit()
    een, _twee = lines(actie="ingezien")
    assert payload(een) is None
    assert list(check_chain(db.session)) == []
    db.session.add(AuditInhoud(audit_id=een.id, inhoud="{}"))
    db.session.commit()
    assert list(check_chain(db.session)) == [f"De inhoud van regel {een.id} is gewijzigd."]


def test_an_untouched_chain_verifies_also_after_a_payload_was_erased(make_gebruiker):
    make_gebruiker(Rol.MEDEWERKER)
    make_gebruiker(Rol.FG)
    db.session.execute(delete(AuditInhoud))
    db.session.commit()
    assert list(check_chain(db.session)) == []


def test_a_changed_line_is_found(make_gebruiker):
    make_gebruiker(Rol.MEDEWERKER)
    make_gebruiker(Rol.FG)
    eerste = lines()[0]
    db.session.execute(update(AuditRegel).filter_by(id=eerste.id).values(actor_id=666))
    db.session.commit()
    assert list(check_chain(db.session)) == [f"Regel {eerste.id} is gewijzigd."]


def test_a_removed_line_is_found(make_gebruiker):
    for _ in range(3):
        make_gebruiker(Rol.MEDEWERKER)
    db.session.execute(delete(AuditInhoud).filter_by(audit_id=2))
    db.session.execute(delete(AuditRegel).filter_by(id=2))
    db.session.commit()
    assert "Regel 2 ontbreekt." in list(check_chain(db.session))


def test_a_changed_payload_is_found(make_gebruiker):
    make_gebruiker(Rol.MEDEWERKER)
    db.session.execute(update(AuditInhoud).values(inhoud="{}"))
    db.session.commit()
    assert any("inhoud" in fault for fault in list(check_chain(db.session)))
