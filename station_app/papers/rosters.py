"""The roster for the wall: day by day who serves where. It names nobody's number or telephone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from station_app.domain.chinese import chinese_date, period_text
from station_app.papers.contents import Sheet
from station_app.papers.flow import printed
from station_app.papers.forms import form
from station_app.papers.pieces import Filling


@dataclass(frozen=True, slots=True)
class PrintedShift:
    """One shift and the names of those expected; `lacking` counts who is still wanted."""

    day: date
    begins: time
    ends: time
    post: str
    place: str
    names: tuple[str, ...]
    lacking: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSheet:
    """What the roster says; both days are included. `clerk` and `phone` are whom to call."""

    recording_unit: str
    station: str
    clerk: str
    phone: str
    first_day: date
    last_day: date
    printed_on: date
    shifts: tuple[PrintedShift, ...]


def roster_paper(contents: RosterSheet) -> bytes:
    """The roster as a PDF, as many pages as the shifts take.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    whose = period_text(contents.first_day, contents.last_day)
    unit = contents.recording_unit
    return printed(form(Sheet.ROSTER), filled(contents), whose=whose, author=unit)


def filled(contents: RosterSheet) -> Filling:
    """The contents as the fields and the table of the form."""
    labels = form(Sheet.ROSTER).labels
    values = {
        "station": contents.station,
        "clerk": contents.clerk,
        "phone": contents.phone,
        "period": period_text(contents.first_day, contents.last_day),
        "printed_on": chinese_date(contents.printed_on),
    }
    shifts = [_shift(one, labels) for one in contents.shifts]
    return Filling(values, {"shifts": shifts}, frozenset({"shifts" if shifts else "no_shifts"}))


def _shift(shift: PrintedShift, labels: Mapping[str, Any]) -> dict[str, str]:
    tomorrow = labels["next_day"] if shift.ends <= shift.begins else ""
    people = "、".join(shift.names)
    if shift.lacking:
        people += labels["lacking"].format(shift.lacking)
    return {
        "day": f"{shift.day:%m-%d} {labels['weekdays'][shift.day.weekday()]}",
        "time": f"{shift.begins:%H:%M}–{tomorrow}{shift.ends:%H:%M}",
        "post": shift.post,
        "place": shift.place,
        "people": people,
    }
