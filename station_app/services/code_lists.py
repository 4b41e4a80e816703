"""Use cases of code lists: a station's own entries, and speaking them in the whole program."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from station_app.data.engine import open_to_look
from station_app.data.models import CodeEntry
from station_app.data.unit import Office, Unit
from station_app.domain import codes
from station_app.domain.code_entries import CodeUnknown, check_changed, check_new
from station_app.domain.codes import Code, CodeList, ListName, shipped

TABLES = frozenset({CodeEntry.__tablename__})
"""What changes when an entry does."""


@dataclass(frozen=True, slots=True)
class ListedCode:
    """One entry as it stands; `own` once the station added or changed it."""

    entry: Code
    own: bool
    shipped: bool


def entries(unit: Unit, list_name: ListName) -> tuple[ListedCode, ...]:
    """All entries of a list in its order, those no longer offered too."""
    own = {row.code for row in _rows(unit, list_name)}
    ships = shipped(list_name)
    return tuple(
        ListedCode(entry, entry.code in own, ships.entry(entry.code) is not None)
        for entry in _present(unit, list_name).codes
    )


def add_entry(unit: Unit, list_name: ListName, entry: Code) -> None:
    """Put an own entry at the end of a list; raises what `check_new` raises."""
    _keep(unit, list_name, check_new(_present(unit, list_name), entry))


def change_entry(unit: Unit, list_name: ListName, entry: Code) -> None:
    """Give an entry other labels or days, a shipped one too; raises what `check_changed` raises."""
    _keep(unit, list_name, check_changed(_present(unit, list_name), entry))


def retire_entry(unit: Unit, list_name: ListName, code: str, valid_until: date) -> None:
    """Offer an entry no longer from that day on; what was recorded with it stays readable."""
    known = _present(unit, list_name)
    entry = known.entry(code)
    if entry is None:
        raise CodeUnknown(list_name, code)
    _keep(unit, list_name, check_changed(known, replace(entry, valid_until=valid_until)))


def follow(office: Office) -> None:
    """Speak the labels of these books in the whole program, now and after every change of them."""

    def speak(tables: frozenset[str]) -> None:
        if tables & TABLES:
            codes.overlay(office.read(own_entries))

    speak(TABLES)
    office.on_change(speak)


def speak_at(path: Path) -> None:
    """Speak the labels of books that are not opened yet, as far as they can be read.

    Why: the options of a verb are codes and labels, and they are read before its books are opened.
    """
    engine = open_to_look(path)
    try:
        with Session(engine) as session:
            codes.overlay(_own_entries(session))
    except DBAPIError:
        codes.overlay({})  # whoever opens the books will tell what is wrong with them
    finally:
        engine.dispose()


def own_entries(unit: Unit) -> dict[str, Sequence[Code]]:
    """The station's own entries by list, in the order in which they were added."""
    return _own_entries(unit.session)


def _own_entries(session: Session) -> dict[str, Sequence[Code]]:
    found: dict[str, list[Code]] = defaultdict(list)
    for row in session.scalars(select(CodeEntry).order_by(CodeEntry.id)):
        found[row.list_name].append(_code(row))
    return dict(found)


def _present(unit: Unit, list_name: ListName) -> CodeList:
    """The list as the books have it, whatever the program speaks at this instant."""
    return codes.with_own(shipped(list_name), [_code(row) for row in _rows(unit, list_name)])


def _keep(unit: Unit, list_name: ListName, entry: Code) -> None:
    rows = {row.code: row for row in _rows(unit, list_name)}
    if row := rows.get(entry.code):
        row.zh, row.en = entry.zh, entry.en
        row.valid_from, row.valid_until = entry.valid_from, entry.valid_until
        return
    unit.add(
        CodeEntry(
            list_name=list_name,
            code=entry.code,
            zh=entry.zh,
            en=entry.en,
            valid_from=entry.valid_from,
            valid_until=entry.valid_until,
        )
    )


def _rows(unit: Unit, list_name: ListName) -> Sequence[CodeEntry]:
    wanted = select(CodeEntry).where(CodeEntry.list_name == list_name).order_by(CodeEntry.id)
    return unit.session.scalars(wanted).all()


def _code(row: CodeEntry) -> Code:
    return Code(row.code, row.zh, row.en, valid_from=row.valid_from, valid_until=row.valid_until)
