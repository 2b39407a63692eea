"""Photos: kept in a few widths, without anything that the camera wrote beside the picture."""

import secrets
from collections.abc import Sequence

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.record.pictures import Picture, Shape, develop
from board.db import Base, session


class Photo(Base):
    """A picture that somebody brought. Its address says nothing of who is on it."""

    __tablename__ = "photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    # A part of its address. A new picture is a new photo, so an address never shows something else later.
    key: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: secrets.token_hex(12))
    # Of the widest size, in pixels: a page keeps the room free before the picture is there.
    width: Mapped[int]
    height: Mapped[int]


class PhotoSize(Base):
    """One width of a photo, as a WebP file."""

    __tablename__ = "photo_size"

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id", ondelete="CASCADE"), primary_key=True)
    width: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    photo: Mapped[Photo] = relationship()


def take(content: bytes, shape: Shape) -> Photo:
    """A photo of what somebody brought, with its widths. Raises pictures.Refused."""
    return keep(develop(content, shape))


def keep(pictures: Sequence[Picture]) -> Photo:
    """A photo with these widths, the smallest first."""
    photo = Photo(width=pictures[-1].width, height=pictures[-1].height)
    session.add(photo)
    session.add_all(PhotoSize(photo=photo, width=picture.width, content=picture.content) for picture in pictures)
    return photo


def throw_away(photo: Photo | None) -> None:
    """It goes with all its widths; who pointed to it let go of it first."""
    if photo is not None:
        session.flush()
        session.delete(photo)
