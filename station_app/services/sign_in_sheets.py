"""Use cases of sign-in sheets on paper: print them for shifts, find the shift of a code again.

Why the journal keeps who stood on a printed sheet: the roster changes afterwards, the paper does
not, and it is entered in the order of the paper.
"""

import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import JournalEntry, Post, Shift
from station_app.data.unit import Office, Unit
from station_app.domain.journal import JSON, Op
from station_app.domain.sheet_codes import (
    NoShiftsThen,
    SheetRule,
    SheetUnknown,
    read_sheet_code,
    sheet_code,
)
from station_app.papers.contents import Sheet
from station_app.papers.sheet_contents import ExpectedPerson, SheetShift, SignInSheet
from station_app.services.rosters import Expected, expected_on
from station_app.services.settings import change_sheet_rule, sheet_rule
from station_app.services.stations import own_station


def shifts_between(unit: Unit, first: date, last: date) -> list[UUID]:
    """The shifts of these days that were not called off, in the order of time; NoShiftsThen."""
    wanted = (
        select(Shift.id)
        .join(Post, Post.id == Shift.post_id)
        .where(Shift.day.between(first, last), Shift.cancelled_at.is_(None))
        .order_by(Shift.starts_at, Post.code)
    )
    if found := list(unit.session.scalars(wanted)):
        return found
    raise NoShiftsThen(first, last)


def look_at_sheets(office: Office, first: date, last: date, blank_rows: int) -> bytes:
    """The sheets of these days to look at.

    Raises NoShiftsThen, BlankRowsOutOfRange and what the press does.
    """
    from station_app.papers.sign_in_sheets import sign_in_sheets

    SheetRule(blank_rows).check()
    return sign_in_sheets(office.read(sheets_between, first, last, blank_rows))


def print_sheets(office: Office, shift_ids: Sequence[UUID], blank_rows: int) -> bytes:
    """The sheets of these shifts to hand out; the number of empty rows is kept for the next time.

    Raises BlankRowsOutOfRange and what the press does.
    """
    from station_app.papers.sign_in_sheets import sign_in_sheets

    SheetRule(blank_rows).check()
    pdf = sign_in_sheets(office.read(sheets_of, shift_ids, blank_rows))
    office.write(keep_sheets_print, shift_ids, blank_rows)
    return pdf


def print_sheets_of(office: Office, first: date, last: date, blank_rows: int) -> bytes:
    """The sheets of all shifts of these days to hand out; raises NoShiftsThen, too."""
    return print_sheets(office, office.read(shifts_between, first, last), blank_rows)


def sheets_between(unit: Unit, first: date, last: date, blank_rows: int) -> list[SignInSheet]:
    """What the sheets of these days say; raises NoShiftsThen."""
    return sheets_of(unit, shifts_between(unit, first, last), blank_rows)


def sheets_of(unit: Unit, shift_ids: Sequence[UUID], blank_rows: int) -> list[SignInSheet]:
    """What the sheets of these shifts say, in this order; raises StationNotSetUp."""
    station = own_station(unit)
    return [
        SignInSheet(
            recording_unit=station.recording_unit,
            station=station.name,
            shift=_shift(unit, shift_id),
            blank_rows=blank_rows,
        )
        for shift_id in shift_ids
    ]


def blank_sheet(unit: Unit, rows: int) -> SignInSheet:
    """A sheet for whatever happens, filled in by hand."""
    station = own_station(unit)
    return SignInSheet(
        recording_unit=station.recording_unit, station=station.name, shift=None, blank_rows=rows
    )


def keep_sheets_print(unit: Unit, shift_ids: Sequence[UUID], blank_rows: int) -> None:
    """Keep in the journal who stands on which printed sheet, and the number of empty rows."""
    if sheet_rule(unit).blank_rows != blank_rows:
        change_sheet_rule(unit, SheetRule(blank_rows))
    for shift_id in shift_ids:
        people: list[JSON] = [str(one.volunteer_id) for one in _on_sheet(unit, shift_id)]
        facts: dict[str, JSON] = {"paper": Sheet.SIGN_IN.value, "people": people}
        unit.access("print", Shift.__tablename__, str(shift_id), facts)


def printed_for(unit: Unit, shift_id: UUID) -> list[UUID]:
    """Who stands on the sheet that was printed last, in its order; nobody where none was."""
    wanted = (
        select(JournalEntry.image)
        .where(
            JournalEntry.entity == Shift.__tablename__,
            JournalEntry.row_id == str(shift_id),
            JournalEntry.op == Op.ACCESS.value,
            JournalEntry.verb == "print",
        )
        .order_by(JournalEntry.at.desc(), JournalEntry.seq.desc())
        .limit(1)
    )
    last = unit.session.scalars(wanted).first()
    return [UUID(one) for one in json.loads(last).get("people", ())] if last else []


def shift_of_code(unit: Unit, text: str) -> UUID:
    """The shift whose sheet bears this code, typed or scanned.

    Should two shifts of many years share it, the one nearest to now is meant.
    Raises NoSheetCode, SheetCodeMistyped, SheetUnknown.
    """
    code = read_sheet_code(text)
    found = [one for one in unit.session.scalars(select(Shift.id)) if sheet_code(one) == code]
    if not found:
        raise SheetUnknown(code)
    shifts = unit.session.scalars(select(Shift).where(Shift.id.in_(found)))
    return min(shifts, key=lambda shift: abs(shift.starts_at - unit.now)).id


def _on_sheet(unit: Unit, shift_id: UUID) -> list[Expected]:
    """Those expected, in the order of the paper; who waits for a place is not on it."""
    return [one for one in expected_on(unit, shift_id) if not one.waiting]


def _shift(unit: Unit, shift_id: UUID) -> SheetShift:
    shift = unit.session.get_one(Shift, shift_id)
    post = unit.session.get_one(Post, shift.post_id)
    people = _on_sheet(unit, shift_id)
    return SheetShift(
        code=sheet_code(shift.id),
        post=post.name,
        place=post.place,
        starts_at=local(shift.starts_at),
        ends_at=local(shift.ends_at),
        organiser=post.organiser or own_station(unit).recording_unit,
        in_charge=post.in_charge or own_station(unit).in_charge,
        people=tuple(ExpectedPerson(one.number, one.name) for one in people),
    )
