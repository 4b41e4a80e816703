"""Use cases of hours after the fact: correct a stay, ask for hours nobody signed, decide on them.

Why a correction is another row: what stood there before must stay readable, and a certificate or a
closed month that counted it must be able to say what changed. Why two people for supplements: hours
posted from the back office without attendance are the field's scandal.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Attendance, Post, Shift, Supplement, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import (
    CORRECTED_BY_ANOTHER,
    BeyondPlan,
    Origin,
    ReasonMissing,
    SameClerk,
    Span,
    StayGone,
    SupplementDecided,
    checked_stay,
)
from station_app.domain.crediting import credited
from station_app.domain.names import name_key, tidy_name
from station_app.services.attendance import enter_stay, require_free, strike_out
from station_app.services.settings import credit_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Hours that are asked for afterwards: who, where, when, why, and who can vouch for it.

    `pause` in minutes; `beyond_plan` marks that more is asked than the shift had.
    """

    volunteer_id: UUID
    post_id: UUID
    span: Span
    pause: int = 0
    reason: str
    witness: str
    evidence: str = ""
    beyond_plan: bool = False


@dataclass(frozen=True, slots=True)
class SupplementRow:
    """Hours asked for, as a list shows them."""

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    post: str
    came_at: datetime
    left_at: datetime
    pause: int
    reason: str
    witness: str
    beyond_plan: bool
    entered_at: datetime
    entered_by: str
    state: str
    decided_by: str
    decision_note: str


def correct_stay(
    unit: Unit, stay_id: UUID, span: Span, *, pause: int = 0, reason: str, evidence: str = ""
) -> UUID:
    """Put a corrected stay beside one that was wrong, which then counts no more; its key.

    Raises ReasonMissing, StayGone, PauseTooLong and what `enter_stay` raises.
    """
    if not reason.strip():
        raise ReasonMissing
    old = unit.session.get_one(Attendance, stay_id)
    if old.voided_at is not None or old.left_at is None or span.until is None:
        raise StayGone
    strike_out(unit, old, CORRECTED_BY_ANOTHER)
    unit.session.flush()  # the old stay gives its time free before the new one takes it
    who = unit.session.get_one(Volunteer, old.volunteer_id)
    post = unit.session.get_one(Post, old.post_id)
    new = enter_stay(
        unit, who, post, span, origin=Origin.CORRECTED, evidence=evidence.strip(), pause=pause
    )
    new.reason, new.corrects_id, new.shift_id = reason.strip(), old.id, old.shift_id
    return new.id


def ask_supplement(unit: Unit, asked: Asked) -> UUID:
    """Ask for hours nobody signed for; they count once a second person confirms them.

    Raises ReasonMissing, BeyondPlan where more is asked than was planned and not marked, what
    `tidy_name` raises for the witness, and what stands against the stay itself.
    """
    if not asked.reason.strip() or not asked.witness.strip():
        raise ReasonMissing
    span = checked_stay(asked.span, unit.now)
    if span.until is None:
        raise ReasonMissing
    who = unit.session.get_one(Volunteer, asked.volunteer_id)
    require_free(unit, who, span)
    minutes = credited(span.since, span.until, asked.pause, credit_rule(unit))
    planned = _planned(unit, asked.post_id, span)
    if minutes > planned and not asked.beyond_plan:
        raise BeyondPlan(planned, minutes)
    row = Supplement(
        volunteer_id=who.id,
        post_id=asked.post_id,
        came_at=span.since,
        left_at=span.until,
        pause_minutes=asked.pause,
        reason=asked.reason.strip(),
        witness=tidy_name(asked.witness),
        evidence=asked.evidence.strip(),
        beyond_plan=minutes > planned,
        entered_at=unit.now,
        entered_by=unit.actor,
    )
    return unit.add(row).id


def confirm_supplement(unit: Unit, supplement_id: UUID, *, by: str, note: str = "") -> UUID:
    """Confirm hours asked for; the key of the stay that now counts.

    Raises SameClerk, SupplementDecided, and what `enter_stay` raises.
    """
    asked = _undecided(unit, supplement_id, by)
    who = unit.session.get_one(Volunteer, asked.volunteer_id)
    post = unit.session.get_one(Post, asked.post_id)
    stay = enter_stay(
        unit,
        who,
        post,
        Span(asked.came_at, asked.left_at),
        origin=Origin.SUPPLEMENTED,
        evidence=asked.evidence,
        pause=asked.pause_minutes,
    )
    stay.reason, stay.witness, stay.confirmed_by = asked.reason, asked.witness, by.strip()
    stay.entered_by = asked.entered_by
    unit.session.flush()  # the stay stands before it is named
    _decide(unit, asked, "confirmed", by, note)
    asked.stay_id = stay.id
    return stay.id


def refuse_supplement(unit: Unit, supplement_id: UUID, *, by: str, note: str) -> None:
    """Refuse hours asked for; raises ReasonMissing, SameClerk, SupplementDecided."""
    if not note.strip():
        raise ReasonMissing
    _decide(unit, _undecided(unit, supplement_id, by), "refused", by, note)


def supplements(unit: Unit, *, undecided: bool = True) -> tuple[SupplementRow, ...]:
    """Hours asked for, the oldest first: those nobody decided on, or all."""
    row = Supplement
    wanted = (
        select(row, Volunteer.number, Volunteer.name, Post.name)
        .join(Volunteer, Volunteer.id == row.volunteer_id)
        .join(Post, Post.id == row.post_id)
        .order_by(row.entered_at, row.id)
    )
    if undecided:
        wanted = wanted.where(row.state == "asked")
    return tuple(
        SupplementRow(
            id=asked.id,
            volunteer_id=asked.volunteer_id,
            number=number,
            name=name,
            post=post,
            came_at=asked.came_at,
            left_at=asked.left_at,
            pause=asked.pause_minutes,
            reason=asked.reason,
            witness=asked.witness,
            beyond_plan=asked.beyond_plan,
            entered_at=asked.entered_at,
            entered_by=asked.entered_by,
            state=asked.state,
            decided_by=asked.decided_by,
            decision_note=asked.decision_note,
        )
        for asked, number, name, post in unit.session.execute(wanted)
    )


def _undecided(unit: Unit, supplement_id: UUID, by: str) -> Supplement:
    asked = unit.session.get_one(Supplement, supplement_id)
    if asked.state != "asked":
        raise SupplementDecided(asked.decided_by)
    if not by.strip():
        raise ReasonMissing
    if name_key(by) == name_key(asked.entered_by):
        raise SameClerk(asked.entered_by)
    return asked


def _decide(unit: Unit, asked: Supplement, state: str, by: str, note: str) -> None:
    asked.state, asked.decided_at, asked.decided_by = state, unit.now, by.strip()
    asked.decision_note = note.strip()


def _planned(unit: Unit, post_id: UUID, span: Span) -> int:
    """Minutes the shift had to which this time belongs; 0 where there was none."""
    shift = unit.session.scalars(
        select(Shift)
        .where(
            Shift.post_id == post_id,
            Shift.cancelled_at.is_(None),
            Shift.starts_at < span.until,
            Shift.ends_at > span.since,
        )
        .order_by(Shift.starts_at)
    ).first()
    return int((shift.ends_at - shift.starts_at).total_seconds()) // 60 if shift else 0
