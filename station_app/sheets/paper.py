"""Paper sign-in sheets that were typed into a table: who served where, from when to when."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from station_app.clock import ZONE
from station_app.domain.fields import MissingField
from station_app.domain.phones import tidy_phone
from station_app.errors import Refusal, StationError
from station_app.sheets.cells import day, moment
from station_app.sheets.headers import HeadedSheet, RawRow, headed_sheet
from station_app.sheets.reading import FOUND, Reading


@dataclass(frozen=True, slots=True)
class PaperStay:
    """One line of a sheet, as written; times are instants in UTC.

    `number`, `name` and `phone` may be empty, though never number and name both. `phone` is in its
    stored form where it is whole.
    """

    row: int
    number: str
    name: str
    phone: str
    post: str
    came_at: datetime
    left_at: datetime


def read_paper_sheets(path: Path, reading: Reading = FOUND) -> HeadedSheet:
    """The lines of sign-in sheets in a file. Raises the kinds of FileUnreadable."""
    return headed_sheet(path, "paper", reading)


def stay_of(row: RawRow) -> PaperStay | Refusal:
    """The stay a line tells of, or what in it cannot be read."""
    number, name, post = _number(row.text("number")), row.text("name"), row.text("post")
    if not number and not name:
        return row.refuse("number", MissingField("number"))
    if not post:
        return row.refuse("post", MissingField("post"))
    on: date | None = None
    times: list[datetime] = []
    field = "date"
    try:
        on = day(row.cell("date"))
        for field in ("came", "left"):
            times.append(_instant(row, field, on))
    except StationError as error:
        return row.refuse(field, error)
    return PaperStay(row.number, number, name, _phone(row.text("phone")), post, *times)


def _instant(row: RawRow, field: str, on: date | None) -> datetime:
    at = moment(row.cell(field), on)
    if at is None:
        raise MissingField(field)
    return at.replace(tzinfo=ZONE).astimezone(UTC)


def _phone(text: str) -> str:
    try:
        return tidy_phone(text)
    except StationError:  # a tail or a note still helps whoever looks for the person
        return text


def _number(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).strip("'").split())
