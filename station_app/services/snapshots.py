"""What each paper will say: from the books to frozen snapshots, for one person or thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from station_app.certificates.templates import current
from station_app.clock import local
from station_app.data.models import Attendance, Post, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import Origin, VolunteerUnknown
from station_app.domain.certificates import Detail, Kind, NoHours, Snapshot
from station_app.domain.chinese import PAPER_LANGUAGE
from station_app.domain.codes import code_list
from station_app.domain.documents import masked
from station_app.errors import Refusal, StationError
from station_app.services.hours import EVER, Period, PersonHours, counted, hours_by_person
from station_app.services.stations import this_station

_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Who gets which paper over which period: named people, or all with enough hours.

    `full_document` prints the identity number whole, at the volunteer's request; the journal
    keeps it.
    """

    kind: Kind
    period: Period = EVER
    volunteers: tuple[UUID, ...] | None = None
    least_minutes: int = 1
    full_document: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper that has no number yet."""

    volunteer_id: UUID
    snapshot: Snapshot

    def numbered(self, number: str) -> Snapshot:
        """The paper under its number."""
        return replace(self.snapshot, number=number)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Whoever was asked for: ready with a draft, or refused with the reason."""

    ready: tuple[Draft, ...]
    refused: tuple[Refusal, ...]


def draft_snapshots(unit: Unit, selection: Selection) -> Drafts:
    """Freeze what the papers of a selection say.

    Refuses people without counted hours (NoHours) and unknown ids (VolunteerUnknown). Raises
    StationNotSetUp, RangeUpsideDown.
    """
    people = hours_by_person(
        unit,
        selection.period,
        least_minutes=max(1, selection.least_minutes),
        volunteers=selection.volunteers,
    )
    common = _common(unit, selection)
    ready: list[Draft] = []
    for start in range(0, len(people), _CHUNK):
        ready += _drafts(unit, selection, people[start : start + _CHUNK], common)
    return Drafts(tuple(ready), _without_hours(unit, selection, people))


def _common(unit: Unit, selection: Selection) -> dict[str, Any]:
    """The fields that are the same on every paper of the batch."""
    station = this_station(unit)
    name, version = current(selection.kind)
    return {
        "kind": selection.kind,
        "number": "",
        "template": name,
        "template_version": version,
        "recording_unit": station.recording_unit,
        "station": station.name,
        "in_charge": station.in_charge,
        "handler": station.clerk,
        "phone": station.phone,
        "issued_on": local(unit.now).date(),
    }


def _drafts(
    unit: Unit, selection: Selection, people: Sequence[PersonHours], common: dict[str, Any]
) -> list[Draft]:
    ids = [person.volunteer_id for person in people]
    volunteers = {
        row.id: row for row in unit.session.scalars(select(Volunteer).where(Volunteer.id.in_(ids)))
    }
    details: dict[UUID, list[Detail]] = {volunteer_id: [] for volunteer_id in ids}
    for record in unit.session.execute(_stays(selection.period, ids)):
        details[record.volunteer_id].append(_detail(record, common))
    return [
        Draft(
            person.volunteer_id,
            _snapshot(selection, person, volunteers[person.volunteer_id], details, common),
        )
        for person in people
    ]


def _stays(period: Period, ids: Sequence[UUID]) -> Select[Any]:
    columns: list[Any] = [
        Attendance.volunteer_id,
        Attendance.day,
        Attendance.came_at,
        Attendance.left_at,
        Attendance.minutes,
        Attendance.origin,
        Post.name,
        Post.place,
        Post.organiser,
        Post.in_charge,
    ]
    return (
        select(*columns)
        .join(Post, Post.id == Attendance.post_id)
        .where(Attendance.volunteer_id.in_(ids), *counted(period))
        .order_by(Attendance.volunteer_id, Attendance.came_at)
    )


def _detail(record: Any, common: dict[str, Any]) -> Detail:
    return Detail(
        day=record.day,
        service=record.name,
        place=record.place,
        came=_wall_time(record.came_at),
        left=_wall_time(record.left_at),
        minutes=record.minutes,
        origin=Origin(record.origin),
        organiser=record.organiser or common["recording_unit"],
        in_charge=record.in_charge or common["in_charge"],
    )


def _snapshot(
    selection: Selection,
    person: PersonHours,
    row: Volunteer,
    details: dict[UUID, list[Detail]],
    common: dict[str, Any],
) -> Snapshot:
    lines = details[person.volunteer_id]
    days = [line.day for line in lines]
    number = row.document_number
    return Snapshot(
        **common,
        name=row.name,
        sex=code_list("sex").label(row.sex, PAPER_LANGUAGE),
        document_kind=code_list("document_kind").label(row.document_kind, PAPER_LANGUAGE),
        document_number=number if selection.full_document else masked(number),
        volunteer_number=row.number,
        first_day=selection.period.first or min(days),
        last_day=_last_day(selection.period, max(days), common["issued_on"]),
        visits=person.visits,
        minutes=person.minutes,
        services=_services(lines),
        details=tuple(lines) if selection.kind is Kind.PROOF else (),
    )


def _last_day(period: Period, last_stay: date, today: date) -> date:
    """A paper does not speak of days to come."""
    return min(period.last, max(today, last_stay)) if period.last else last_stay


def _services(lines: Iterable[Detail]) -> tuple[str, ...]:
    """What was done, most time first."""
    minutes: dict[str, int] = {}
    for line in lines:
        minutes[line.service] = minutes.get(line.service, 0) + line.minutes
    return tuple(sorted(minutes, key=lambda service: (-minutes[service], service)))


def _without_hours(
    unit: Unit, selection: Selection, people: Sequence[PersonHours]
) -> tuple[Refusal, ...]:
    """Those asked for by name who get nothing."""
    served = {person.volunteer_id for person in people}
    missing = [one for one in selection.volunteers or () if one not in served]
    if not missing:
        return ()
    found = {
        row.id: row
        for row in unit.session.execute(
            select(Volunteer.id, Volunteer.name, Volunteer.number).where(Volunteer.id.in_(missing))
        )
    }
    return tuple(_refusal(one, found.get(one)) for one in missing)


def _refusal(volunteer_id: UUID, row: Any) -> Refusal:
    error: StationError = NoHours(row.name) if row else VolunteerUnknown(str(volunteer_id))
    return Refusal(None, None, error, row.number if row else "")


def _wall_time(moment: Any) -> time:
    return local(moment).time().replace(second=0, microsecond=0)
