"""Sentences about whole files: what stands against a row, and against taking an import back."""

from collections.abc import Iterable

from station_app.domain import importing
from station_app.domain.importing import (
    Blocking,
    ImportBuiltOn,
    ImportTakenBack,
    ImportUnknown,
    LeftOut,
    ProfileUnknown,
    RegisteredOtherwise,
)
from station_app.i18n import N_, _
from station_app.services.import_likely import LikelyRow
from station_app.sheets.reading import Kind
from station_app.wording.merging import likelihood_label, row_label, traits_text
from station_app.wording.people import field_label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

KINDS: dict[Kind, str] = {"roster": N_("Volunteers"), "paper": N_("Paper sheets")}


def kind_text(kind: Kind) -> str:
    """What kind of file came in: 志愿者, 纸质签到表."""
    return _(KINDS[kind])


def likely_text(row: LikelyRow) -> str:
    """第 5 行 曾小梅 很可能是 曾晓梅（260000013）：一字之差；出生日期相同."""
    first = row.others[0]
    known = first.number or _("row {row}").format(row=first.row)
    return _("Row {row}, {name}: {likelihood} {other} ({known}): {traits}").format(
        row=row.row,
        name=row.name,
        likelihood=likelihood_label(row.likelihood),
        other=first.name,
        known=known,
        traits=traits_text(first.traits),
    )


def blocking_text(blocking: Blocking) -> str:
    """李梅（260000013）：签到记录: who or what is in use, and by what."""
    by = _by(blocking.by)
    if blocking.day is None:
        return _("{name} ({number}): {by}").format(
            name=blocking.name, number=blocking.number, by=by
        )
    return _("{name} ({number}) on {day}: {by}").format(
        name=blocking.name, number=blocking.number, day=day_text(blocking.day), by=by
    )


def blockings_text(blockings: Iterable[Blocking], count: int) -> str:
    """Several of them in one line, and how many more there are."""
    told = [blocking_text(one) for one in blockings]
    if (more := count - len(told)) > 0:
        told.append(_("{count} more").format(count=more))
    return _("; ").join(told)


def _by(entity: str) -> str:
    match entity:
        case importing.CHANGED:
            return _("changed since")
        case "merge" | "volunteer":
            return _("merged")
        case _:
            return row_label(entity)


@sentence.register
def _left_out(error: LeftOut) -> str:
    return _("Left out by the clerk. Import the row again without leaving it out.")


@sentence.register
def _otherwise(error: RegisteredOtherwise) -> str:
    return _(
        "{name} is registered already, under number {number}. The file differs in {fields}; "
        "nothing was changed. Correct the person by hand where the file is right."
    ).format(
        name=error.name, number=error.number, fields=_(", ").join(map(field_label, error.fields))
    )


@sentence.register
def _built_on(error: ImportBuiltOn) -> str:
    return _(
        "{file} cannot be taken back: {count} of its rows are in use. Nothing was changed. {who}"
    ).format(file=error.file, count=error.count, who=blockings_text(error.first, error.count))


@sentence.register
def _taken_back(error: ImportTakenBack) -> str:
    return _("{file} was taken back already.").format(file=error.file)


@sentence.register
def _unknown(error: ImportUnknown) -> str:
    return _("There is no such import. ./station imports list names all.")


@sentence.register
def _profile(error: ProfileUnknown) -> str:
    return _("There is no column mapping named “{name}”.").format(name=error.name)
