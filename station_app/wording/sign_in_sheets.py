"""Sentences about sign-in sheets and their codes."""

from station_app.domain.sheet_codes import (
    BlankRowsOutOfRange,
    NoSheetCode,
    NoShiftsThen,
    SheetCodeMistyped,
    SheetUnknown,
)
from station_app.i18n import _
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text


@sentence.register
def _no_code(error: NoSheetCode) -> str:
    return _(
        "“{typed}” is no sheet code. It has eight letters and figures like 7K2M-Q9XA and stands "
        "at the top of the sheet. A sheet without one is entered line by line."
    ).format(typed=error.typed)


@sentence.register
def _mistyped(error: SheetCodeMistyped) -> str:
    return _(
        "“{typed}” is mistyped: the last character does not fit the others. Which one is wrong "
        "cannot be known; compare all eight with the paper."
    ).format(typed=error.typed)


@sentence.register
def _unknown(error: SheetUnknown) -> str:
    return _(
        "No shift here has the sheet {sheet}. It is another station's, or the shift was removed. "
        "Enter it line by line as a sheet without a code."
    ).format(sheet=error.sheet)


@sentence.register
def _no_shifts(error: NoShiftsThen) -> str:
    if error.first == error.last:
        return _("There is no shift on {day}. Make shifts first, or choose another day.").format(
            day=day_text(error.first)
        )
    return _(
        "There is no shift from {first} to {last}. Make shifts first, or choose other days."
    ).format(first=day_text(error.first), last=day_text(error.last))


@sentence.register
def _blank_rows(error: BlankRowsOutOfRange) -> str:
    return _("A sheet can have up to {most} rows for walk-ins, not {rows}.").format(
        most=error.most, rows=error.rows
    )
