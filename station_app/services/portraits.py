"""One volunteer at one look: who it is, what was given, what comes next, what was agreed to.

Everything is found by the person's key through an index, so a page opens as fast among a million
people as among ten. What happened to the record: `services.person_history`.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import case, func, select

from station_app.clock import local
from station_app.data.models import Attendance, Volunteer
from station_app.data.unit import Unit
from station_app.domain.consents import Purpose
from station_app.domain.documents import Document, masked
from station_app.domain.names import NAMES_APART
from station_app.domain.people import Registration
from station_app.services.attendance import open_stay
from station_app.services.cards import registration_of
from station_app.services.consents import Consents, consents_of
from station_app.services.evaluations import PersonEvaluation, evaluations_of
from station_app.services.hours import EVER, counted
from station_app.services.lists import attendance as stay_list
from station_app.services.lists import certificates as paper_list
from station_app.services.lists.attendance import StayFilter, StayOrder, StayRow
from station_app.services.lists.certificates import (
    CertificateFilter,
    CertificateOrder,
    CertificateRow,
)
from station_app.services.people import survivor_of
from station_app.services.person_ties import (
    MergedRecord,
    StarHeld,
    TeamTie,
    merged_records,
    stars_held,
    teams_of,
)
from station_app.services.qualifications import HeldQualification, qualifications_of
from station_app.services.rosters import NextShift, next_shifts
from station_app.services.stars import Standing, standing

_SHIFTS, _PAPERS = 3, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a clerk may see of a volunteer without asking for more.

    `person` is what was registered, with the document masked. Minutes and visits count as
    certificates count them; stays and certificates are the newest, newest first. `papers` counts
    all certificates there are.
    """

    id: UUID
    number: str
    person: Registration
    former_names: tuple[str, ...]
    registered_on: date
    photo: str
    erased_on: date | None
    merged: tuple[MergedRecord, ...]
    in_since: datetime | None
    minutes_this_year: int
    minutes: int
    visits: int
    standing: Standing
    stars: tuple[StarHeld, ...]
    shifts: tuple[NextShift, ...]
    stays: tuple[StayRow, ...]
    evaluations: tuple[PersonEvaluation, ...]
    certificates: tuple[CertificateRow, ...]
    papers: int
    qualifications: tuple[HeldQualification, ...]
    consents: Consents
    teams: tuple[TeamTie, ...]

    @property
    def name(self) -> str:
        """What the person is called."""
        return self.person.name

    @property
    def may_serve(self) -> bool:
        """Whether the person agrees to being recorded; without it nobody is signed in."""
        return self.consents.now[Purpose.RECORD].holds


def portrait(unit: Unit, volunteer_id: UUID, *, stays: int = 5) -> Portrait:
    """The portrait with the last `stays` stays; of a merged record, that into which it was merged.

    Raises NoResultFound for an unknown id.
    """
    row = survivor_of(unit, unit.session.get_one(Volunteer, volunteer_id))
    present = open_stay(unit, row.id)
    this_year, minutes, visits = _given(unit, row.id)
    papers = _papers(unit, row.id)
    return Portrait(
        id=row.id,
        number=row.number,
        person=_masked(registration_of(row)),
        former_names=tuple(filter(None, row.former_names.split(NAMES_APART))),
        registered_on=row.registered_on,
        photo=row.photo,
        erased_on=local(row.erased_at).date() if row.erased_at else None,
        merged=merged_records(unit, row.id),
        in_since=present.came_at if present else None,
        minutes_this_year=this_year,
        minutes=minutes,
        visits=visits,
        standing=standing(unit, row.id),
        stars=stars_held(unit, row.id),
        shifts=next_shifts(unit, row.id, limit=_SHIFTS),
        stays=_last(unit, row.id, stays),
        evaluations=evaluations_of(unit, row.id),
        certificates=tuple(one for one in paper_list.rows(unit, papers[:_PAPERS]) if one),
        papers=len(papers),
        qualifications=qualifications_of(unit, row.id),
        consents=consents_of(unit, row.id),
        teams=teams_of(unit, row.id),
    )


def _masked(person: Registration) -> Registration:
    number = masked(person.document.number)
    return replace(person, document=Document(person.document.kind, number))


def _given(unit: Unit, volunteer_id: UUID) -> tuple[int, int, int]:
    """What counts: minutes of this year, minutes in all, visits in all."""
    since = date(local(unit.now).year, 1, 1)
    of_year = func.sum(case((Attendance.day >= since, Attendance.minutes), else_=0))
    summed = select(of_year, func.sum(Attendance.minutes), func.count()).where(
        Attendance.volunteer_id == volunteer_id, *counted(EVER)
    )
    this_year, minutes, visits = unit.session.execute(summed).one()
    return this_year or 0, minutes or 0, visits


def _papers(unit: Unit, volunteer_id: UUID) -> list[str]:
    wanted = CertificateFilter(volunteer_id=volunteer_id)
    return paper_list.ids(unit, wanted, CertificateOrder.RESERVED, descending=True)


def _last(unit: Unit, volunteer_id: UUID, count: int) -> tuple[StayRow, ...]:
    wanted = StayFilter(volunteer_id=volunteer_id)
    ids = stay_list.ids(unit, wanted, StayOrder.CAME, descending=True, limit=count)
    return tuple(row for row in stay_list.rows(unit, ids) if row)
