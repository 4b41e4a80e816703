"""One volunteer at one look: who it is, what was given, where the last stays were."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from station_app.clock import local
from station_app.data.unit import Unit
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind, Sex, masked
from station_app.services.attendance import open_stay
from station_app.services.hours import Period, hours_by_person
from station_app.services.lists.attendance import StayFilter, StayOrder, StayRow
from station_app.services.lists.attendance import ids as stay_ids
from station_app.services.lists.attendance import rows as stay_rows
from station_app.services.people import person_card


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a clerk may see of a volunteer without asking for more; the document stays masked.

    Minutes and visits count as certificates count them; `stays` are the newest, newest first.
    """

    id: UUID
    number: str
    name: str
    sex: Sex
    born_on: date
    document_kind: DocumentKind
    document_masked: str
    area: str
    phone: str
    skills: tuple[str, ...]
    service_classes: tuple[str, ...]
    consent_on: date
    consent_way: ConsentWay
    registered_on: date
    remark: str
    minutes_this_year: int
    minutes: int
    visits: int
    in_since: datetime | None
    stays: tuple[StayRow, ...]


def portrait(unit: Unit, volunteer_id: UUID, *, stays: int = 8) -> Portrait:
    """The portrait with the last `stays` stays; raises NoResultFound for an unknown id."""
    card = person_card(unit, volunteer_id)
    person = card.registration
    present = open_stay(unit, volunteer_id)
    this_year, _visits = _given(unit, volunteer_id, date(local(unit.now).year, 1, 1))
    minutes, visits = _given(unit, volunteer_id, None)
    return Portrait(
        id=card.id,
        number=card.number,
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        document_kind=person.document.kind,
        document_masked=masked(person.document.number),
        area=person.area,
        phone=person.phone,
        skills=person.skills,
        service_classes=person.service_classes,
        consent_on=person.consent_on,
        consent_way=person.consent_way,
        registered_on=card.registered_on,
        remark=person.remark,
        minutes_this_year=this_year,
        minutes=minutes,
        visits=visits,
        in_since=present.came_at if present else None,
        stays=_last(unit, volunteer_id, stays),
    )


def _given(unit: Unit, volunteer_id: UUID, since: date | None) -> tuple[int, int]:
    """Minutes and visits that count since a day."""
    for hours in hours_by_person(unit, Period(first=since), volunteers=[volunteer_id]):
        return hours.minutes, hours.visits
    return 0, 0


def _last(unit: Unit, volunteer_id: UUID, count: int) -> tuple[StayRow, ...]:
    wanted = StayFilter(volunteer_id=volunteer_id)
    ids = stay_ids(unit, wanted, StayOrder.CAME, descending=True, limit=count)
    return tuple(row for row in stay_rows(unit, ids) if row)
