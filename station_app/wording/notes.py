"""Remarks about a file that was looked into."""

from functools import singledispatch

from station_app.i18n import _, ngettext
from station_app.sheets.notes import (
    CellsWithoutValue,
    EncodingBreaks,
    HeaderUncertain,
    HiddenSheets,
    MergedCells,
    Note,
    TwoHeaderRows,
)
from station_app.wording.people import field_label
from station_app.wording.sheets import encoding_name


@singledispatch
def note_text(note: Note) -> str:
    """The sentence of a remark in the present language; LookupError where nobody wrote one."""
    raise LookupError(type(note).__name__)


@note_text.register
def _hidden(note: HiddenSheets) -> str:
    return _("Hidden sheets are not read: {names}.").format(names=_(", ").join(note.names))


@note_text.register
def _merged(note: MergedCells) -> str:
    return ngettext(
        "There is {count} merged cell, in row {row}; its text counts for its first row alone.",
        "There are {count} merged cells, the first in row {row}; the text of each counts for its "
        "first row alone.",
        note.count,
    ).format(count=note.count, row=note.row)


@note_text.register
def _two_rows(note: TwoHeaderRows) -> str:
    return _("The header fills rows {first} and {second}; both are read as one.").format(
        first=note.row, second=note.row + 1
    )


@note_text.register
def _without_value(note: CellsWithoutValue) -> str:
    return ngettext(
        "{count} cell, in row {row}, shows an error or was never calculated; its row is refused.",
        "{count} cells, the first in row {row}, show an error or were never calculated; their rows "
        "are refused.",
        note.count,
    ).format(count=note.count, row=note.row)


@note_text.register
def _breaks(note: EncodingBreaks) -> str:
    return _(
        "From line {line} on, not all lines are in {encoding}; those in another encoding are "
        "refused one by one."
    ).format(line=note.line, encoding=encoding_name(note.encoding))


@note_text.register
def _uncertain(note: HeaderUncertain) -> str:
    return _("No column was found for {columns}. Choose the header row and the columns.").format(
        columns=_(", ").join(map(field_label, note.missing))
    )
