"""Alembic, driven by `vob migrate`: each run is one transaction, on both databases."""

from alembic import context
from sqlalchemy import text

from vob.data import Base, db
from vob.data.migrate import include_object, render_item

with db.engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        # Rebuilding a table (batch mode) must not cascade; not to be switched in a transaction.
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        connection.commit()  # else Alembic takes the transaction for someone else's and leaves it
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
        include_object=include_object,
        compare_type=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA foreign_keys=ON"))
