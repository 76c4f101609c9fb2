"""The database object and the class every table inherits from."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Enum, MetaData, Numeric
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from vob.core.values import Waardelijst

from .types import UtcDateTime


class Base(DeclarativeBase):
    # SQLite can only alter a constraint that has a name.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


# `Mapped[Status]` is enough: every Waardelijst is stored by its value, as text.
Base.registry.update_type_annotation_map(
    {
        Waardelijst: Enum(
            Waardelijst,
            native_enum=False,
            length=40,
            values_callable=lambda enum: [member.value for member in enum],
        ),
        datetime: UtcDateTime,
        Decimal: Numeric(12, 2),  # euro
    }
)

# Objects stay loaded after a commit: fragments render from them and the audit log
# knows their old values.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


class Model(Base):
    """A table. It has a numeric key, a version against lost updates, and an audit trail."""

    __abstract__ = True
    __audited__: ClassVar[bool] = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    # Counts the changes of this row. An UPDATE names the version it read, so two people who change
    # the same row never overwrite each other in silence (409 instead).
    versie: Mapped[int] = mapped_column(default=1, sort_order=-1)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy passes the class
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - idem
        return {"version_id_col": cls.versie}
