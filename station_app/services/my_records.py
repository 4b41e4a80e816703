"""Use cases of a person's own record on paper: to look through, to sign, to have put right.

Why the paper is made before the journal knows of it: what cannot be set was not printed. Why the
press is imported so late: it costs a tenth of a second, and a list of volunteers prints nothing.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Attendance, Certificate, Post, Star, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import Origin
from station_app.domain.certificates import Kind, State
from station_app.domain.chinese import PAPER_LANGUAGE
from station_app.domain.codes import code_list
from station_app.domain.documents import masked
from station_app.domain.journal import JSON
from station_app.domain.phones import masked_phone
from station_app.domain.posts import RangeUpsideDown
from station_app.papers.contents import (
    RecordedPaper,
    RecordedQualification,
    RecordedStar,
    RecordedStay,
    RecordSheet,
    Sheet,
)
from station_app.services.hours import Period
from station_app.services.qualifications import qualifications_of
from station_app.services.stations import own_station


def look_at_my_record(office: Office, volunteer_id: UUID, period: Period) -> bytes:
    """The sheet to look at; raises what `my_record` and `record_sheet` do."""
    from station_app.papers.record import record_sheet

    return record_sheet(office.read(my_record, volunteer_id, period))


def print_my_record(office: Office, volunteer_id: UUID, period: Period) -> bytes:
    """The sheet to hand out, which the journal keeps; raises what `look_at_my_record` does."""
    pdf = look_at_my_record(office, volunteer_id, period)
    facts: dict[str, JSON] = {
        "paper": Sheet.RECORD.value,
        "first": period.first.isoformat() if period.first else None,
        "last": period.last.isoformat() if period.last else None,
    }
    office.write(keep_print, volunteer_id, facts)
    return pdf


def keep_print(unit: Unit, volunteer_id: UUID, facts: dict[str, JSON]) -> None:
    """Keep in the journal that a paper about this person was printed."""
    unit.access("print", Volunteer.__tablename__, str(volunteer_id), facts)


def my_record(unit: Unit, volunteer_id: UUID, period: Period) -> RecordSheet:
    """What the sheet says of these days, stays not yet signed out among them.

    Raises NoResultFound, StationNotSetUp, RangeUpsideDown.
    """
    if period.first and period.last and period.last < period.first:
        raise RangeUpsideDown(period.first, period.last)
    station, row = own_station(unit), unit.session.get_one(Volunteer, volunteer_id)
    return RecordSheet(
        recording_unit=station.recording_unit,
        station=station.name,
        unit_phone=station.phone,
        printed_on=local(unit.now).date(),
        first_day=period.first,
        last_day=period.last,
        name=row.name,
        number=row.number,
        sex=code_list("sex").label(row.sex, PAPER_LANGUAGE),
        document_kind=code_list("document_kind").label(row.document_kind, PAPER_LANGUAGE),
        document_number=masked(row.document_number),
        phone=masked_phone(row.phone),
        area=row.area,
        registered_on=row.registered_on,
        stays=_stays(unit, row.id, period),
        stars=_stars(unit, row.id, period),
        certificates=_certificates(unit, row.id, period),
        qualifications=_qualifications(unit, row.id),
    )


def _stays(unit: Unit, volunteer_id: UUID, period: Period) -> tuple[RecordedStay, ...]:
    wanted = (
        select(Attendance, Post.name, Post.place)
        .join(Post, Post.id == Attendance.post_id)
        .where(Attendance.volunteer_id == volunteer_id, Attendance.voided_at.is_(None))
        .where(*_within(Attendance.day, period))
        .order_by(Attendance.came_at)
    )
    return tuple(
        RecordedStay(
            day=stay.day,
            post=post,
            place=place,
            came=local(stay.came_at).time(),
            left=local(stay.left_at).time() if stay.left_at else None,
            minutes=stay.minutes,
            origin=Origin(stay.origin),
        )
        for stay, post, place in unit.session.execute(wanted)
    )


def _stars(unit: Unit, volunteer_id: UUID, period: Period) -> tuple[RecordedStar, ...]:
    wanted = (
        select(Star)
        .where(Star.volunteer_id == volunteer_id, Star.withdrawn_at.is_(None))
        .where(*_within(Star.confirmed_on, period))
        .order_by(Star.confirmed_on, Star.star)
    )
    return tuple(
        RecordedStar(one.star, one.year or None, one.confirmed_on, one.minutes)
        for one in unit.session.scalars(wanted)
    )


def _certificates(unit: Unit, volunteer_id: UUID, period: Period) -> tuple[RecordedPaper, ...]:
    wanted = (
        select(Certificate)
        .where(Certificate.volunteer_id == volunteer_id, Certificate.state == State.ISSUED.value)
        .order_by(Certificate.issued_at, Certificate.number)
    )
    papers = (
        RecordedPaper(
            kind=Kind(row.kind),
            number=row.number,
            first_day=row.from_day,
            last_day=row.to_day,
            minutes=row.minutes,
            issued_on=local(row.issued_at or row.reserved_at).date(),
        )
        for row in unit.session.scalars(wanted)
    )
    first, last = period.first or date.min, period.last or date.max
    return tuple(paper for paper in papers if first <= paper.issued_on <= last)


def _qualifications(unit: Unit, volunteer_id: UUID) -> tuple[RecordedQualification, ...]:
    """Those that were not struck out. A driving licence bears the resident number: masked too."""
    kinds = code_list("qualification_kind")
    return tuple(
        RecordedQualification(
            kind=kinds.label(held.card.kind, PAPER_LANGUAGE),
            number=masked(held.card.number),
            issuer=held.card.issuer,
            valid_from=held.card.valid_from,
            valid_until=held.card.valid_until,
        )
        for held in qualifications_of(unit, volunteer_id)
        if held.voided_on is None
    )


def _within(day: Any, period: Period) -> list[Any]:
    conditions = [day >= period.first] if period.first else []
    return [*conditions, day <= period.last] if period.last else conditions
