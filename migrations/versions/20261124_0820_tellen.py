"""Counting the register needs its indexes only."""

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


def downgrade() -> None:
    _make(())


def _make(erbij: tuple[str, ...]) -> None:
    for naam, kolommen in _INDEXEN.items():
        op.drop_index(naam, table_name="incident")
        op.create_index(naam, "incident", [*kolommen, *erbij])
