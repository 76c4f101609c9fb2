"""The texts of actions are encrypted, and an action of a case is no longer in the search index."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from vob.data.crypto import sleutelbos

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KOLOMMEN = ("titel", "toelichting", "bewijs", "verklaring")
_VINDBAAR = ("", "checklist_stap", "document")
_ROWS = 500
_VERGEET = """INSERT INTO zoekdoc_fts(zoekdoc_fts, rowid, tekst)
    VALUES ('delete', :id, :tekst)"""


def upgrade() -> None:
    _convert(sa.LargeBinary(), _seal)
    _forget_acties_of_cases()
    op.create_table(
        "zoekopruiming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekopruiming")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("zoekopruiming")
    _convert(sa.String(), _open)


def _seal(kolom: str, waarde: str | None) -> bytes | None:
    if kolom == "verklaring" and not (waarde or "").strip():
        return None
    return sleutelbos().encrypt((waarde or "").encode(), f"actie.{kolom}")


def _open(kolom: str, waarde: bytes | None) -> str:
    return sleutelbos().decrypt(waarde, f"actie.{kolom}").decode() if waarde else ""


def _convert(soort: Any, zet_om: Callable[[str, Any], Any]) -> None:
    """Nullable beside the old one, filled, required in its place."""
    with op.batch_alter_table("actie") as batch_op:
        for kolom in _KOLOMMEN:
            batch_op.add_column(sa.Column(f"{kolom}_nieuw", soort, nullable=True))
    _fill(zet_om)
    with op.batch_alter_table("actie") as batch_op:
        for kolom in _KOLOMMEN:
            batch_op.drop_column(kolom)
    verplicht = isinstance(soort, sa.String)
    with op.batch_alter_table("actie") as batch_op:
        for kolom in _KOLOMMEN:
            batch_op.alter_column(
                f"{kolom}_nieuw",
                new_column_name=kolom,
                existing_type=soort,
                nullable=kolom == "verklaring" and not verplicht,
            )


def _fill(zet_om: Callable[[str, Any], Any]) -> None:
    connection = op.get_bind()
    actie = sa.Table("actie", sa.MetaData(), autoload_with=connection)
    nieuw = {f"{kolom}_nieuw": sa.bindparam(f"_{kolom}") for kolom in _KOLOMMEN}
    update = sa.update(actie).where(actie.c.id == sa.bindparam("_id")).values(nieuw)
    vraag = sa.select(actie.c.id, *(actie.c[kolom] for kolom in _KOLOMMEN)).order_by(actie.c.id)
    laatste = 0
    while rijen := connection.execute(vraag.where(actie.c.id > laatste).limit(_ROWS)).all():
        connection.execute(
            update,
            [
                {"_id": rij.id}
                | {f"_{kolom}": zet_om(kolom, rij._mapping[kolom]) for kolom in _KOLOMMEN}
                for rij in rijen
            ],
        )
        laatste = rijen[-1].id


def _forget_acties_of_cases() -> None:
    connection = op.get_bind()
    doc = sa.table("zoekdoc", *map(sa.column, ("id", "soort", "ref", "tekst")))
    actie = sa.table("actie", sa.column("id"), sa.column("bron_soort"))
    weg = sa.select(doc.c.id, doc.c.tekst).where(
        doc.c.soort == "actie",
        doc.c.ref.in_(sa.select(actie.c.id).where(actie.c.bron_soort.not_in(_VINDBAAR))),
    )
    for id, tekst in connection.execute(weg).all():
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text(_VERGEET), {"id": id, "tekst": tekst})
        connection.execute(sa.delete(doc).where(doc.c.id == id))
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text("INSERT INTO zoekdoc_fts(zoekdoc_fts) VALUES ('optimize')"))
