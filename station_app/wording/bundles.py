"""Sentences about bundles: why one was not written, or not believed."""

from station_app.bundles.errors import (
    ZIP,
    ChainBroken,
    CutShort,
    Damaged,
    Flaw,
    HashMismatch,
    MissingMember,
    NameTaken,
    NotABundle,
    ReadBackDiffers,
    ResavedBySpreadsheet,
    RowBroken,
    RowRefused,
    ScratchFailed,
    StickFailed,
    StickFull,
    StickGone,
    StickReadOnly,
    TooBig,
    TooNew,
    Trace,
    UnexpectedMember,
    Unreadable,
)
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence
from station_app.wording.values import size_text

FLAWS = {
    Flaw.EMPTY_TEXT: N_("empty text"),
    Flaw.CONTROL: N_("a control character"),
    Flaw.BIDI: N_("a hidden direction mark"),
    Flaw.NOT_NFC: N_("letters in a decomposed form"),
    Flaw.SURROGATE: N_("half a character"),
    Flaw.UNGUARDED: N_("a cell that a spreadsheet would take for a formula"),
    Flaw.REQUIRED: N_("an empty cell that must be filled"),
    Flaw.CHOICE: N_("a code that is not in the list"),
    Flaw.FORM: N_("a value of the wrong form"),
    Flaw.COLUMNS: N_("too many or too few columns"),
    Flaw.HEADER: N_("another header"),
    Flaw.BOM: N_("no byte order mark"),
    Flaw.QUOTES: N_("other quotation marks"),
    Flaw.LINE_END: N_("other line ends"),
    Flaw.ENCODING: N_("another encoding"),
    Flaw.CELL_SIZE: N_("a cell that is too long"),
    Flaw.ROW_SIZE: N_("a row that is too long"),
}
TRACES = {
    Trace.BOM_LOST: N_("the byte order mark is gone"),
    Trace.LINE_ENDS: N_("the line ends changed"),
    Trace.ENCODING: N_("the encoding changed"),
    Trace.SEPARATOR: N_("the separator changed"),
    Trace.QUOTES: N_("the quotation marks changed"),
    Trace.ROUNDED: N_("long numbers were rounded"),
    Trace.DATES: N_("dates were rewritten"),
}
TABLES = {
    "station": N_("Stations"),
    "volunteer": N_("Volunteers"),
    "post": N_("Posts"),
    "shift": N_("Shifts"),
    "attendance": N_("Stays"),
    "certificate": N_("Certificates"),
    "calendar_day": N_("Calendar days"),
    "journal": N_("Journal entries"),
}
_ASK_AGAIN = N_("Nothing of it was used. Ask the sender for a new copy.")


def _not_believed(what: str) -> str:
    return _("{what} {advice}").format(what=what, advice=_(_ASK_AGAIN))


def table_label(table: str) -> str:
    """志愿者, 签到记录 …; a table this program does not know stands for itself."""
    return _(TABLES[table]) if table in TABLES else table


def entries_text(first: int, last: int) -> str:
    """第 1–532 条."""
    return _("Entries {first}–{last}").format(first=f"{first:,}", last=f"{last:,}")


def digest_text(digest: str) -> str:
    """The beginning of a SHA-256 in groups of four, to be compared by eye."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def member_text(member: str) -> str:
    """A member's name, or words for the zip's own structure."""
    return _("the structure of the ZIP file") if member == ZIP else member


@sentence.register
def _not_a_bundle(error: NotABundle) -> str:
    return _("{path} is not a bundle of this program. Choose another file.").format(path=error.path)


@sentence.register
def _unreadable(error: Unreadable) -> str:
    return _("{path} cannot be read ({detail}). Check the stick and try again.").format(
        path=error.path, detail=error.detail
    )


@sentence.register
def _cut_short(error: CutShort) -> str:
    what = _("{path} is cut short: its end is missing.").format(path=error.path)
    return _not_believed(what)


@sentence.register
def _damaged(error: Damaged) -> str:
    what = _("The bundle is damaged in {member}.").format(member=member_text(error.member))
    return _not_believed(what)


@sentence.register
def _too_new(error: TooNew) -> str:
    return _(
        "The bundle was written for version {version} of the format. Please install the newer "
        "program."
    ).format(version=error.min_reader)


@sentence.register
def _too_big(error: TooBig) -> str:
    return _not_believed(
        _("The bundle breaks a size limit: {what}, at most {limit}.").format(
            what=error.what, limit=error.limit
        )
    )


@sentence.register
def _unexpected(error: UnexpectedMember) -> str:
    return _not_believed(
        _("The bundle holds {name}, which does not belong there.").format(name=error.name)
    )


@sentence.register
def _missing(error: MissingMember) -> str:
    return _not_believed(_("The bundle lacks {name}.").format(name=error.name))


@sentence.register
def _mismatch(error: HashMismatch) -> str:
    return _not_believed(
        _("{member} is not what the bundle was made with: its SHA-256 differs.").format(
            member=error.member
        )
    )


@sentence.register
def _resaved(error: ResavedBySpreadsheet) -> str:
    return _not_believed(
        _("{member} was saved again by a spreadsheet program: {evidence}.").format(
            member=error.member,
            evidence=_(", ").join(_(TRACES[trace]) for trace in error.evidence),
        )
    )


@sentence.register
def _row_broken(error: RowBroken) -> str:
    return _not_believed(
        _("{member}, row {row}, column {column}: {flaw}.").format(
            member=error.member,
            row=error.row,
            column=error.column or "–",
            flaw=_(FLAWS[error.flaw]),
        )
    )


@sentence.register
def _chain(error: ChainBroken) -> str:
    return _not_believed(
        _("The journal in the bundle does not hold from entry {seq} on.").format(seq=error.seq)
    )


@sentence.register
def _row_refused(error: RowRefused) -> str:
    return _(
        "Table {table}, row {row}, column {column} cannot be put into a bundle: {flaw}. Correct it "
        "and export again."
    ).format(
        table=error.table, row=error.row, column=error.column or "–", flaw=_(FLAWS[error.flaw])
    )


@sentence.register
def _scratch(error: ScratchFailed) -> str:
    return _(
        "This PC's own disk could not take the file ({detail}). Free some space and try again."
    ).format(detail=error.detail)


@sentence.register
def _full(error: StickFull) -> str:
    return _(
        "{path} has {free} free, {needed} are needed. Nothing was exported. Free some space or "
        "take another stick."
    ).format(path=error.path, free=size_text(error.free), needed=size_text(error.needed))


@sentence.register
def _stick_gone(error: StickGone) -> str:
    return _(
        "The stick or folder {path} is not there. Nothing was exported. Plug it in and try again."
    ).format(path=error.path)


@sentence.register
def _stick_read_only(error: StickReadOnly) -> str:
    return _(
        "{path} cannot be written; the stick may be locked. Nothing was exported. Unlock it or "
        "take another one."
    ).format(path=error.path)


@sentence.register
def _stick_failed(error: StickFailed) -> str:
    return _(
        "The stick refused {path} ({detail}). Nothing was exported. Try another stick."
    ).format(path=error.path, detail=error.detail)


@sentence.register
def _taken(error: NameTaken) -> str:
    return _("{path} exists already and is not overwritten. Try again.").format(path=error.path)


@sentence.register
def _differs(error: ReadBackDiffers) -> str:
    return _(
        "The stick gave back other data than was written for {name}. Nothing was exported. Take "
        "another stick."
    ).format(name=error.name)
