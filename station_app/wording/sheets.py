"""Sentences about files that people bring: rosters and paper sheets that were typed in."""

from station_app.i18n import N_, _
from station_app.sheets.errors import (
    CellMerged,
    CellWithoutValue,
    ColumnUnknown,
    DateUnreadable,
    EmptyFile,
    EncodingUnfit,
    FileUnreadable,
    HeaderNotFound,
    LabelUnknown,
    LineInOtherEncoding,
    MixedEncodings,
    NotASpreadsheet,
    OnlyHidden,
    PasswordProtected,
    SheetUnknown,
    TimeUnreadable,
    TooBig,
    UnknownEncoding,
)
from station_app.wording.labels import labels_text
from station_app.wording.people import field_label
from station_app.wording.sentences import sentence
from station_app.wording.values import size_text

FOUND = {
    "html": N_(
        "{file} is a web page with the name of a spreadsheet. Open it in a spreadsheet program and "
        "save it as .xlsx."
    ),
    "xml": N_(
        "{file} is an XML file and no spreadsheet. Open it in a spreadsheet program and save it "
        "as .xlsx."
    ),
    "pdf": N_("{file} is a PDF. Ask for the table as .xlsx or CSV."),
    "damaged": N_(
        "{file} is damaged. Open and save it in a spreadsheet program, or copy it again."
    ),
    "other": N_("{file} is no spreadsheet. Choose an .xlsx, .xls, .ods or CSV file."),
}

ENCODINGS = {
    "utf-8": N_("UTF-8"),
    "utf-8-sig": N_("UTF-8 with mark"),
    "utf-16": N_("UTF-16"),
    "gb18030": N_("GB 18030 (GBK)"),
    "big5hkscs": N_("BIG5 (traditional)"),
}


def encoding_name(encoding: str) -> str:
    """What an encoding is called: GB 18030 (GBK)."""
    return _(ENCODINGS[encoding]) if encoding in ENCODINGS else encoding.upper()


@sentence.register
def _unreadable(error: FileUnreadable) -> str:
    return _("{file} cannot be read. Check that it is there and that you may open it.").format(
        file=error.file
    )


@sentence.register
def _empty(error: EmptyFile) -> str:
    return _("{file} is empty. Choose another file.").format(file=error.file)


@sentence.register
def _not_a_spreadsheet(error: NotASpreadsheet) -> str:
    return _(FOUND[error.found]).format(file=error.file)


@sentence.register
def _password(error: PasswordProtected) -> str:
    return _(
        "{file} opens only with a password. Save it without one in a spreadsheet program."
    ).format(file=error.file)


@sentence.register
def _encoding(error: UnknownEncoding) -> str:
    return _(
        "The characters of {file} cannot be told apart. Save it as .xlsx, or as CSV in UTF-8."
    ).format(file=error.file)


@sentence.register
def _mixed(error: MixedEncodings) -> str:
    return _(
        "{file} stands in two encodings: line {line} is not in {encoding} as the lines before it. "
        "Choose one of {encodings}; the other lines are then refused one by one."
    ).format(
        file=error.file,
        line=error.line,
        encoding=encoding_name(error.encoding),
        encodings=_encodings(error.encodings),
    )


@sentence.register
def _unfit(error: EncodingUnfit) -> str:
    return _("{file} is not in {encoding}. Choose one of {encodings}.").format(
        file=error.file,
        encoding=encoding_name(error.encoding),
        encodings=_encodings(error.encodings),
    )


def _encodings(names: tuple[str, ...]) -> str:
    return _(", ").join(map(encoding_name, names))


@sentence.register
def _only_hidden(error: OnlyHidden) -> str:
    return _(
        "All sheets of {file} are hidden ({sheets}). Show the right one in a spreadsheet program "
        "and save the file."
    ).format(file=error.file, sheets=_(", ").join(error.sheets))


@sentence.register
def _sheet(error: SheetUnknown) -> str:
    return _("{file} has no sheet “{sheet}” that is shown. Choose another one.").format(
        file=error.file, sheet=error.sheet
    )


@sentence.register
def _column(error: ColumnUnknown) -> str:
    return _(
        "The header of {file} has no column “{header}” for “{field}”. Choose another column."
    ).format(file=error.file, header=error.header, field=field_label(error.field))


@sentence.register
def _too_big(error: TooBig) -> str:
    return _(
        "{file} has {size}; at most {limit} are taken at once. Split it into smaller files."
    ).format(file=error.file, size=size_text(error.size), limit=size_text(error.limit))


@sentence.register
def _header(error: HeaderNotFound) -> str:
    return _(
        "No header was found in the first ten rows of {file}. These columns are missing: {columns}."
    ).format(file=error.file, columns=_(", ").join(map(field_label, error.missing)))


@sentence.register
def _date(error: DateUnreadable) -> str:
    if not error.text:
        return _("The day is missing. Write it as 2026-11-02.")
    return _("“{text}” is not a day that can be read without guessing; write 2026-11-02.").format(
        text=error.text
    )


@sentence.register
def _time(error: TimeUnreadable) -> str:
    return _("“{text}” is not a time that can be read without guessing; write 09:30.").format(
        text=error.text
    )


@sentence.register
def _label(error: LabelUnknown) -> str:
    return _("“{text}” is not one of these: {choices}.").format(
        text=error.text, choices=labels_text(error.list_name)
    )


@sentence.register
def _without_value(error: CellWithoutValue) -> str:
    return _(
        "The cell holds no value but “{text}”. Open the file in a spreadsheet program, let it "
        "calculate, and save it; or type the value."
    ).format(text=error.text)


@sentence.register
def _merged(error: CellMerged) -> str:
    return _(
        "The cell is part of merged cells; their text counts for row {row} alone. Split them and "
        "fill each row."
    ).format(row=error.row)


@sentence.register
def _other_encoding(error: LineInOtherEncoding) -> str:
    return _(
        "The line is in {encoding}, unlike the others. Check its characters, then import it again."
    ).format(encoding=encoding_name(error.encoding))
