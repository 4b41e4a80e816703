"""What happened to one volunteer: the journal's entries on the record and all that belongs to it.

Why entries are found by their rows and not by a search through the journal: it is as long as the
station is old, and has an index by rows. Why document numbers are masked here: an image holds the
whole row, and a page of history is no deliberate look at a number.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, tuple_

from station_app.data.models import Epoch, JournalEntry, Merge, Post, Shift, Team, Volunteer
from station_app.data.unit import Unit
from station_app.domain.documents import masked
from station_app.domain.journal import JSON, Op
from station_app.services.belongings import holdings
from station_app.services.person_ties import merged_records

PAGE: Final = 50
_CHUNK: Final = 400
_SECRET: Final = "document_number"
_WHOLE: Final = frozenset({"changes", "snapshot"})  # of merges, of papers: numbers stand in them
_NAMED: Final[Mapping[str, Any]] = {"post_id": Post, "team_id": Team}
Image = Mapping[str, JSON]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an entry stands: epochs count from one, entries within them."""

    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Change:
    """One field as it was and as it became; None where there was nothing before."""

    field: str
    before: JSON
    after: JSON


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry. `image` is the row after it, or of a look its facts; empty once erased.

    `named` has the names of what the row points at, by column: the post of a stay, a team.
    """

    place: Place
    at: datetime
    actor: str
    verb: str
    entity: str
    op: Op
    image: Image
    changes: tuple[Change, ...]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class History:
    """A page of entries, the newest first, and whether there are older ones."""

    entries: tuple[HistoryEntry, ...]
    more: bool


def person_history(
    unit: Unit, volunteer_id: UUID, *, before: Place | None = None, limit: int = PAGE
) -> History:
    """The newest entries about a person that stand before a place, or at the end."""
    found = sorted(_places(unit, _rows_of(unit, volunteer_id)), reverse=True)
    older = [place for place in found if before is None or place < before]
    return History(tuple(_read(unit, older[:limit])), len(older) > limit)


def _rows_of(unit: Unit, volunteer_id: UUID) -> Mapping[str, list[str]]:
    """The keys of everything that belongs to a person, by table."""
    people = [volunteer_id, *(one.id for one in merged_records(unit, volunteer_id))]
    rows: dict[str, list[str]] = {Volunteer.__tablename__: [str(one) for one in people]}
    merges = select(Merge.id).where(Merge.survivor_id.in_(people))
    rows[Merge.__tablename__] = [str(one) for one in unit.session.scalars(merges)]
    for holding in holdings():
        owner = getattr(holding.model, holding.column)
        keys = unit.session.scalars(select(holding.model.id).where(owner.in_(people)))
        rows.setdefault(holding.entity, []).extend(map(str, keys))
    return rows


def _places(unit: Unit, rows: Mapping[str, Sequence[str]]) -> Iterator[Place]:
    """Where the entries about these rows stand."""
    epochs = _epochs(unit)
    for entity, keys in rows.items():
        for start in range(0, len(keys), _CHUNK):
            wanted = select(JournalEntry.epoch, JournalEntry.seq).where(
                JournalEntry.entity == entity,
                JournalEntry.row_id.in_(keys[start : start + _CHUNK]),
            )
            for epoch, seq in unit.session.execute(wanted):
                yield Place(epochs[epoch], seq)


def _read(unit: Unit, places: Sequence[Place]) -> Iterator[HistoryEntry]:
    epochs = {ordinal: epoch for epoch, ordinal in _epochs(unit).items()}
    keys = [(epochs[place.epoch], place.seq) for place in places]
    here = tuple_(JournalEntry.epoch, JournalEntry.seq)
    found = unit.session.scalars(select(JournalEntry).where(here.in_(keys)))
    rows = {(row.epoch, row.seq): row for row in found}
    entries = [rows[key] for key in keys]
    earlier = _earlier(unit, entries)
    names = _names(unit, entries)
    for place, row in zip(places, entries, strict=True):
        image = _image(row)
        yield HistoryEntry(
            place=place,
            at=datetime.fromisoformat(row.at),
            actor=row.actor,
            verb=row.verb,
            entity=row.entity,
            op=Op(row.op),
            image=_masked(image),
            changes=tuple(_changes(earlier.get((row.entity, row.row_id, row.rev - 1)), image))
            if row.op == Op.UPDATE
            else (),
            named={column: names[str(key)] for column, key in image.items() if str(key) in names},
        )


def _epochs(unit: Unit) -> Mapping[str, int]:
    rows = unit.session.execute(select(Epoch.epoch, Epoch.ordinal))
    return dict(iter(rows))


def _earlier(unit: Unit, entries: Iterable[JournalEntry]) -> Mapping[tuple[str, str, int], Image]:
    """The images before those of changes, by table, row and revision."""
    changed = sorted({(row.entity, row.row_id) for row in entries if row.op == Op.UPDATE})
    images: dict[tuple[str, str, int], Image] = {}
    for entity, group in groupby(changed, key=lambda one: one[0]):
        wanted = select(JournalEntry).where(
            JournalEntry.entity == entity,
            JournalEntry.row_id.in_([key for _entity, key in group]),
            JournalEntry.op != Op.ACCESS,
        )
        for row in unit.session.scalars(wanted):
            images[row.entity, row.row_id, row.rev] = _image(row)
    return images


def _changes(before: Image | None, after: Image) -> Iterator[Change]:
    """The fields that differ; none where an image is missing, as after an erasure."""
    if not before or not after:
        return
    old, new = _masked(before), _masked(after)
    for field in after:
        if before.get(field) != after[field] and field != "rev":
            yield Change(field, old.get(field), new.get(field))


def _names(unit: Unit, entries: Iterable[JournalEntry]) -> Mapping[str, str]:
    """The names of what these rows point at, by key; of a shift, its day and post."""
    images = [_image(row) for row in entries]
    names: dict[str, str] = {}
    for column, model in _NAMED.items():
        keys = {UUID(str(image[column])) for image in images if image.get(column)}
        wanted: Any = select(model.id, model.name).where(model.id.in_(keys))
        names |= {str(key): name for key, name in unit.session.execute(wanted)}
    shifts = {UUID(str(image["shift_id"])) for image in images if image.get("shift_id")}
    wanted = select(Shift.id, Shift.day, Post.name).join(Post, Post.id == Shift.post_id)
    for key, day, post in unit.session.execute(wanted.where(Shift.id.in_(shifts))):
        names[str(key)] = f"{day} · {post}"
    return names


def _image(row: JournalEntry) -> Image:
    if not row.image:
        return {}
    image: Image = json.loads(row.image)
    return image


def _masked(image: Image) -> Image:
    shown = {key: value for key, value in image.items() if key not in _WHOLE}
    if _SECRET in shown:
        shown[_SECRET] = masked(str(shown[_SECRET]))
    return shown
