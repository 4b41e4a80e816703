"""Two records of one person, with what belongs to each, and the books laid side by side."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from station_app.clock import at_desk
from station_app.data.models import Base, Kept, Post, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import Origin, Span
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.merging import Choice, MergeWish
from station_app.services.attendance import enter_stay, void_stay
from station_app.services.hours import EVER, hours_by_person
from tests.helpers.builders import a_registration, a_volunteer

Row = TypeVar("Row", bound=Kept)
PHONE = "13800138000"
WHY = "护照已换发，证件号码以身份证为准"


def a_stay(office: Office, who: UUID, post: UUID, day: str, hour: int, minutes: int = 120) -> UUID:
    """A stay of a past day, known from a paper sheet."""
    since = at_desk(date.fromisoformat(day), hour)

    def enter(unit: Unit) -> UUID:
        person, where = unit.session.get_one(Volunteer, who), unit.session.get_one(Post, post)
        span = Span(since, since + timedelta(minutes=minutes))
        return enter_stay(unit, person, where, span, origin=Origin.SHEET, evidence="sheet").id

    return office.write(enter)


def two_records(office: Office) -> tuple[UUID, UUID]:
    """李晓明 by resident number with a telephone, 李小明 by passport with an area of her own."""
    born = a_registration(serial=2).born_on
    one = a_volunteer(office, "李晓明", 2, phone=PHONE, skills=("急救",), remark="甲")
    other = a_volunteer(
        office,
        "李小明",
        document=Document(DocumentKind.PASSPORT, "E12345678"),
        sex=Sex.FEMALE,
        born_on=born,
        phone=PHONE,
        area="幸福社区",
        skills=("书法", "急救"),
        remark="乙",
    )
    return one, other


def books(unit: Unit, *but: str) -> Mapping[str, list[tuple[Any, ...]]]:
    """Every row of every table but these, the journal and what is derived; without revisions."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in ("journal", "epoch", *but) and not table.info.get("derived"):
            columns = [column for column in table.columns if column.key != "rev"]
            rows = unit.session.execute(select(*columns).order_by(*table.primary_key))
            found[table.name] = [tuple(row) for row in rows]
    return found


def two_with_stays(office: Office, post: UUID) -> tuple[UUID, UUID]:
    """Two records of one woman: 210 minutes on one; 61, and a stay struck out, on the other."""
    one, other = two_records(office)
    a_stay(office, one, post, "2026-10-09", 9)
    a_stay(office, one, post, "2026-10-12", 9, 90)
    a_stay(office, other, post, "2026-10-13", 9, 61)
    office.write(void_stay, a_stay(office, other, post, "2026-10-09", 9), "误录")
    return one, other


def hours_of(office: Office, who: UUID) -> int:
    """The minutes that count for somebody."""
    return sum(one.minutes for one in office.read(hours_by_person, EVER, volunteers=[who]))


def wish(one: UUID, other: UUID, **choices: Choice) -> MergeWish:
    """The second record into the first, with a word on the documents."""
    return MergeWish(survivor_id=one, merged_id=other, choices=choices, why=WHY)


def all_rows(unit: Unit, model: type[Row], **having: object) -> list[Row]:
    """The rows of a table that have these values."""
    found = list(unit.session.scalars(select(model).filter_by(**having)))
    unit.session.expunge_all()
    return found
