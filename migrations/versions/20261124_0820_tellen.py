"""Counting the register needs its indexes only, and one's own cases are found by what one is to
them: who handles a million finds the few in which they are named as offender."""

from alembic import op

revision = "0009_tellen"
down_revision = "8a0396087866"
branch_labels = None
depends_on = None

_INDEXEN = {
    "ix_incident_gemeld": ("gemeld_op", "id"),
    "ix_incident_open": ("is_open", "gemeld_op", "id"),
    "ix_incident_status": ("status", "gemeld_op", "id"),
    "ix_incident_ernst": ("ernst", "gemeld_op", "id"),
    "ix_incident_kanaal": ("kanaal", "gemeld_op", "id"),
    "ix_incident_functie": ("getroffene_functie", "gemeld_op", "id"),
    "ix_incident_behandelaar": ("behandelaar_id", "gemeld_op", "id"),
}
_TELLEN = ("is_proef", "is_vertrouwelijk")


def upgrade() -> None:
    _make(_TELLEN)
    _make_betrokkene("gebruiker_id", "rol", "incident_id")


def downgrade() -> None:
    _make(())
    _make_betrokkene("gebruiker_id", "incident_id", "rol")


def _make_betrokkene(*kolommen: str) -> None:
    op.drop_index("ix_betrokkene_gebruiker", table_name="betrokkene")
    op.create_index("ix_betrokkene_gebruiker", "betrokkene", kolommen)


def _make(erbij: tuple[str, ...]) -> None:
    for naam, kolommen in _INDEXEN.items():
        op.drop_index(naam, table_name="incident")
        op.create_index(naam, "incident", [*kolommen, *erbij])
