"""Photographs of people, known by their digest.

Why apart from the volunteer, and no row of the books: the journal keeps whole rows as text, and a
photograph must be gone for good when it is dropped. The volunteer's own row says which it is.
"""

from typing import Final

from sqlalchemy import Column, LargeBinary, String, Table

from station_app.data.models.kept import Base

PICTURE: Final = Table(
    "picture",
    Base.metadata,
    Column("sha256", String(64), primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
)
