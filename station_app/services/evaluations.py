"""Use cases of evaluations: judge stays after a shift, take a judgement back, read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from station_app.data.models import Attendance, Evaluation, Post, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.evaluations import (
    EvaluatedAlready,
    EvaluationCard,
    EvaluationGone,
    Grade,
    Judgement,
    NotServedYet,
    check_day,
    judgement,
)


@dataclass(frozen=True, slots=True)
class Served:
    """A stay that can be judged, or was; of one shift, or of one post and day without one."""

    stay_id: UUID
    name: str
    number: str
    came_at: datetime
    left_at: datetime
    evaluation: EvaluationCard | None


@dataclass(frozen=True, slots=True)
class ServedShift:
    """Everybody who served together: where, on which day, and who is in charge there."""

    post: str
    in_charge: str
    day: date
    served: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class PersonEvaluation:
    """An evaluation that stands, as a person's page shows it."""

    post: str
    day: date
    card: EvaluationCard


def evaluate(
    unit: Unit, grades: Sequence[tuple[UUID, Grade]], *, by: str, on_day: date, note: str = ""
) -> int:
    """Keep how the person in charge judged these stays; how many.

    Raises NotServedYet, EvaluatedAlready, EvaluationEarly, and what `judgement` does.
    """
    for stay_id, grade in grades:
        stay = unit.session.get_one(Attendance, stay_id)
        name = unit.session.get_one(Volunteer, stay.volunteer_id).name
        if stay.voided_at is not None or stay.left_at is None:
            raise NotServedYet(name)
        if before := evaluation_of(unit, stay_id):
            raise EvaluatedAlready(name, before.judgement.by, before.judgement.on_day)
        check_day(on_day, stay.day, unit.now)
        told = judgement(grade, by=by, on_day=on_day, note=note)
        row = Evaluation(
            volunteer_id=stay.volunteer_id,
            stay_id=stay_id,
            grade=told.grade.value,
            note=told.note,
            on_day=told.on_day,
            judged_by=told.by,
            entered_at=unit.now,
            entered_by=unit.actor,
        )
        unit.add(row)
    return len(grades)


def void_evaluation(unit: Unit, evaluation_id: UUID, reason: str) -> None:
    """Strike an evaluation out, so that another can be given.

    Raises ReasonMissing, EvaluationGone.
    """
    if not reason.strip():
        raise ReasonMissing
    row = unit.session.get_one(Evaluation, evaluation_id)
    if row.voided_at is not None:
        raise EvaluationGone
    row.voided_at, row.void_reason = unit.now, reason.strip()


def evaluation_of(unit: Unit, stay_id: UUID) -> EvaluationCard | None:
    """The evaluation of a stay that stands."""
    return _standing(unit, [stay_id]).get(stay_id)


def evaluations_of(unit: Unit, volunteer_id: UUID) -> tuple[PersonEvaluation, ...]:
    """What stands of a person, the newest service first (Order 67, art. 10)."""
    found = unit.session.execute(
        select(Evaluation, Post.name, Attendance.day)
        .join(Attendance, Attendance.id == Evaluation.stay_id)
        .join(Post, Post.id == Attendance.post_id)
        .where(Evaluation.volunteer_id == volunteer_id, Evaluation.voided_at.is_(None))
        .where(Attendance.voided_at.is_(None))
        .order_by(Attendance.came_at.desc())
    )
    return tuple(PersonEvaluation(post, day, _card(row)) for row, post, day in found)


def served_with(unit: Unit, stay_id: UUID) -> ServedShift:
    """Who served on the shift of a stay; without a shift, at its post on its day."""
    stay = unit.session.get_one(Attendance, stay_id)
    post = unit.session.get_one(Post, stay.post_id)
    found = unit.session.execute(_beside(stay)).all()
    cards = _standing(unit, [one.id for one, *_who in found])
    served = tuple(
        Served(one.id, name, number, one.came_at, one.left_at, cards.get(one.id))
        for one, name, number in found
    )
    return ServedShift(post.name, post.in_charge, stay.day, served)


def _beside(stay: Attendance) -> Select[Any]:
    shown: list[Any] = [Attendance, Volunteer.name, Volunteer.number]
    wanted: Select[Any] = (
        select(*shown)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .where(Attendance.voided_at.is_(None), Attendance.left_at.is_not(None))
        .order_by(Attendance.came_at, Attendance.id)
    )
    if stay.shift_id is not None:
        return wanted.where(Attendance.shift_id == stay.shift_id)
    alone = Attendance.shift_id.is_(None)
    return wanted.where(Attendance.post_id == stay.post_id, Attendance.day == stay.day, alone)


def _standing(unit: Unit, stay_ids: Sequence[UUID]) -> dict[UUID, EvaluationCard]:
    wanted = select(Evaluation).where(
        Evaluation.stay_id.in_(stay_ids), Evaluation.voided_at.is_(None)
    )
    return {row.stay_id: _card(row) for row in unit.session.scalars(wanted)}


def _card(row: Evaluation) -> EvaluationCard:
    return EvaluationCard(
        id=row.id,
        stay_id=row.stay_id,
        judgement=Judgement(Grade(row.grade), row.judged_by, row.on_day, row.note),
        entered_at=row.entered_at,
        entered_by=row.entered_by,
        void_reason=row.void_reason,
    )
