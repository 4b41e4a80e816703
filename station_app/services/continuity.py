"""Use cases of the papers for a power cut: gathered for some days, printed in one."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from station_app.clock import local
from station_app.data.models import Post, Shift, Station
from station_app.data.unit import Office, Unit
from station_app.domain.journal import JSON
from station_app.domain.posts import RangeUpsideDown
from station_app.domain.sheet_codes import NoShiftsThen
from station_app.papers.contents import ConsentSheet, Sheet
from station_app.papers.sheet_contents import Call, ContinuitySheet, SignInSheet
from station_app.services.consent_sheets import consent_contents
from station_app.services.rosters import expected_on
from station_app.services.settings import ages, sheet_rule
from station_app.services.sign_in_sheets import (
    blank_sheet,
    keep_sheets_print,
    sheets_of,
    shifts_between,
)
from station_app.services.stations import own_station

BLANK_SHEETS: Final = 2
BLANK_CONSENTS: Final = 3
_ROWS_OF_ONE_PAGE: Final = 17


@dataclass(frozen=True, slots=True)
class Pack:
    """What the papers say, and of which shifts there are sheets among them."""

    guide: ContinuitySheet
    sheets: tuple[SignInSheet, ...]
    consents: tuple[ConsentSheet, ...]
    shifts: tuple[UUID, ...]


def look_at_continuity(office: Office, first: date, last: date) -> bytes:
    """The papers to look at; raises what `pack_between` and the press do."""
    from station_app.papers.continuity import continuity_pack

    pack = office.read(pack_between, first, last)
    return continuity_pack(pack.guide, pack.sheets, pack.consents)


def print_continuity(office: Office, first: date, last: date) -> bytes:
    """The papers to hand out: phones stand in them, so the journal keeps whose."""
    from station_app.papers.continuity import continuity_pack

    pack = office.read(pack_between, first, last)
    pdf = continuity_pack(pack.guide, pack.sheets, pack.consents)
    office.write(keep_continuity_print, pack)
    return pdf


def pack_between(unit: Unit, first: date, last: date) -> Pack:
    """What the papers of these days say; days without shifts have blank sheets alone.

    Raises StationNotSetUp, RangeUpsideDown.
    """
    if last < first:
        raise RangeUpsideDown(first, last)
    shifts = _shifts(unit, first, last)
    blank = blank_sheet(unit, _ROWS_OF_ONE_PAGE)
    rule = sheet_rule(unit)
    return Pack(
        guide=_guide(unit, first, last, shifts),
        sheets=(*sheets_of(unit, shifts, rule.blank_rows), *(BLANK_SHEETS * (blank,))),
        consents=BLANK_CONSENTS * (consent_contents(unit, None),),
        shifts=tuple(shifts),
    )


def keep_continuity_print(unit: Unit, pack: Pack) -> None:
    """Keep in the journal that the papers were printed, and whose phones stand in them."""
    keep_sheets_print(unit, pack.shifts, sheet_rule(unit).blank_rows)
    numbers: list[JSON] = [*sorted({one.number for one in pack.guide.calls})]
    facts: dict[str, JSON] = {
        "paper": Sheet.CONTINUITY.value,
        "first": pack.guide.first_day.isoformat(),
        "last": pack.guide.last_day.isoformat(),
        "numbers": numbers,
    }
    unit.access("print", Station.__tablename__, str(own_station(unit).id), facts)


def _shifts(unit: Unit, first: date, last: date) -> list[UUID]:
    try:
        return shifts_between(unit, first, last)
    except NoShiftsThen:
        return []


def _guide(unit: Unit, first: date, last: date, shifts: list[UUID]) -> ContinuitySheet:
    station = own_station(unit)
    return ContinuitySheet(
        recording_unit=station.recording_unit,
        station=station.name,
        clerk=station.clerk,
        unit_phone=station.phone,
        in_charge=station.in_charge,
        guardian_below=ages(unit).guardian_below,
        printed_on=local(unit.now).date(),
        first_day=first,
        last_day=last,
        calls=tuple(call for shift in shifts for call in _calls(unit, shift)),
    )


def _calls(unit: Unit, shift_id: UUID) -> list[Call]:
    """Those expected on a shift; who waits for a place could be called, too, and comes after."""
    shift = unit.session.get_one(Shift, shift_id)
    post = unit.session.get_one(Post, shift.post_id)
    return [
        Call(
            starts_at=local(shift.starts_at),
            ends_at=local(shift.ends_at),
            post=post.name,
            place=post.place,
            number=one.number,
            name=one.name,
            phone=one.phone,
            waiting=one.waiting,
        )
        for one in expected_on(unit, shift_id)
    ]
