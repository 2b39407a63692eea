"""The class that all tables share: how its columns are stored, and what its constraints are called."""

from datetime import datetime
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import Enum as SqlEnum
from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase

from board.db.moments import UtcDateTime

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(members: type[Enum]) -> list[str]:
    return [str(member.value) for member in members]


class Base(DeclarativeBase):
    """Every table of Opgavebord. Enums are stored by their value, as plain text."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        Enum: SqlEnum(Enum, native_enum=False, create_constraint=False, length=20, values_callable=_values),
        str: String(200),
    }
