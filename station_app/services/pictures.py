"""Where photographs lie: put there by their digest, gone when nobody's record names them."""

from hashlib import sha256

from sqlalchemy import delete, insert, select

from station_app.data.erasing import overwriting
from station_app.data.models import PICTURE, Volunteer
from station_app.data.unit import Unit


def put(unit: Unit, jpeg: bytes) -> str:
    """Keep these bytes once, and answer with the digest that names them."""
    digest = sha256(jpeg).hexdigest()
    known = select(PICTURE.c.sha256).where(PICTURE.c.sha256 == digest)
    if unit.session.execute(known).first() is None:
        unit.session.execute(insert(PICTURE).values(sha256=digest, jpeg=jpeg))
    return digest


def look_up(unit: Unit, digest: str) -> bytes | None:
    """The bytes of this digest, if they are kept here."""
    wanted = select(PICTURE.c.jpeg).where(PICTURE.c.sha256 == digest)
    return unit.session.scalars(wanted).one_or_none()


def let_go(unit: Unit, who: Volunteer) -> None:
    """Take the photograph off a record; the bytes go with the last record that names them."""
    digest, who.photo = who.photo, ""
    if not digest:
        return
    unit.session.flush()
    others = select(Volunteer.id).where(Volunteer.photo == digest).limit(1)
    if unit.session.scalars(others).first() is None:
        with overwriting(unit.session):
            unit.session.execute(delete(PICTURE).where(PICTURE.c.sha256 == digest))
