"""The register of risks sorts by class first: a score of one scale says nothing beside another."""

from alembic import op

revision = "0838_gewicht"
down_revision = "0009_tellen"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Its indexes go along; both databases can do this in place.
    op.execute("ALTER TABLE risico RENAME COLUMN rest_score TO rest_gewicht")
    op.execute(
        "UPDATE risico SET rest_gewicht = CAST(rest_klasse AS INTEGER) * 100 + rest_gewicht"
        " WHERE rest_klasse IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("UPDATE risico SET rest_gewicht = rest_gewicht % 100")
    op.execute("ALTER TABLE risico RENAME COLUMN rest_gewicht TO rest_score")
