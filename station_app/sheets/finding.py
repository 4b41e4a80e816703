"""Finding the header: which row it is, and which column means what, in Chinese or in English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal

from station_app.domain.codes import code_list
from station_app.sheets.cells import Cell, is_blank, shown
from station_app.sheets.errors import ColumnUnknown
from station_app.sheets.reading import Reading
from station_app.sheets.tables import Area, Table

Columns = Literal["roster_columns", "paper_columns"]
LOOKED_AT: Final = 10
_BRACKETS: Final = re.compile(r"[(（【\[].*?[)）】\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Header:
    """A header as it was found: the row it ends in, its titles, the place of each of our fields.

    `rows` is 2 where it fills two. `as_read` are its last row's cells, to know it again further
    down. `missing` are fields it must have and has not.
    """

    row: int
    titles: tuple[str, ...]
    columns: Mapping[str, int]
    as_read: Sequence[Cell]
    missing: tuple[str, ...] = ()
    rows: int = 1
    profile: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """A named mapping of our fields to headers, for lists that come again in one form."""

    name: str
    columns: Mapping[str, str]


class Finder:
    """Finds the header of a table, for one kind of file."""

    def __init__(
        self,
        columns: Columns,
        required: Sequence[str],
        reading: Reading,
        profiles: Sequence[Profile] = (),
    ) -> None:
        self._known = code_list(columns)
        self._required = tuple(required)
        self._reading = reading
        self._profiles = sorted(profiles, key=lambda one: -len(one.columns))

    def find(self, table: Table, file: str) -> Header | None:
        """The header of the table, or the likeliest row; None for a table without cells.

        A profile whose headers all occur comes before what is guessed. Raises ColumnUnknown where
        the reading names a column that is not there.
        """
        top = list(islice(table.rows(), max(LOOKED_AT, self._reading.header_row or 0) + 1))
        candidates = [self._header(top, place, table.merged) for place in self._places(top)]
        if not candidates:
            return None
        if self._reading.columns is not None:
            return self._chosen(candidates, self._reading.columns, file)
        if profiled := next(filter(None, map(self._profiled, candidates)), None):
            return profiled
        # Of rows that lack equally much, the fuller; of equally full ones, the first.
        return min(candidates, key=lambda one: (len(one.missing), -len(one.columns)))

    def _places(self, top: Sequence[tuple[int, Sequence[Cell]]]) -> Iterator[int]:
        for place, (number, cells) in enumerate(top):
            wanted = self._reading.header_row
            if (number == wanted if wanted else place < LOOKED_AT) and not all(
                map(is_blank, cells)
            ):
                yield place

    def _header(
        self, top: Sequence[tuple[int, Sequence[Cell]]], place: int, merged: Sequence[Area]
    ) -> Header:
        number, cells = top[place]
        titles = _titles(cells)
        below = top[place + 1] if place + 1 < len(top) else None
        rows = 1
        if below and (both := self._joined(_spread(titles, number - 1, merged), below[1])):
            titles, found = both
            number, cells, rows = below[0], below[1], 2
        else:
            found = self._columns(titles)
        missing = tuple(one for one in self._required if one not in found)
        return Header(number, titles, found, cells, missing, rows)

    def _joined(
        self, first: Sequence[str], cells: Sequence[Cell]
    ) -> tuple[tuple[str, ...], dict[str, int]] | None:
        """The titles of two header rows as one, None where the second is no header."""
        second = _titles(cells)
        alone = self._columns(first)
        if not alone or not self._goes_on(alone, second):
            return None
        width = max(len(first), len(second))
        above, under = ((*row, *[""] * (width - len(row))) for row in (tuple(first), second))
        pairs = list(zip(above, under, strict=True))
        found: dict[str, int] = {}
        for place, (group, title) in enumerate(pairs):
            meaning = title and self._known.find(group + title)
            if meaning := meaning or self._meaning(title) or self._meaning(group):
                found.setdefault(meaning, place)
        titles = tuple(
            f"{group} {title}" if under.count(title) > 1 and title else title or group
            for group, title in pairs
        )
        return titles, found

    def _goes_on(self, alone: Mapping[str, int], second: Sequence[str]) -> bool:
        """Whether a row goes on with the header above it, whose columns alone are these.

        It names columns, and where a person or a line would have what is required it has nothing,
        or the same title in another language.
        """
        told = [title for title in second if title]
        labels = [title for title in told if self._meaning(title)]
        if len(labels) < 2:
            return False
        places = {field: alone[field] for field in self._required if field in alone}
        if not places:
            return len(labels) == len(told)
        under = ((field, second[at]) for field, at in places.items() if at < len(second))
        return all(not title or self._meaning(title) == field for field, title in under)

    def _columns(self, titles: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, title in enumerate(titles):
            if meaning := self._meaning(title):
                found.setdefault(meaning, place)
        return found

    def _meaning(self, title: str) -> str | None:
        return self._known.find(title) or self._known.find(_BRACKETS.sub("", title))

    def _chosen(
        self, candidates: Sequence[Header], columns: Mapping[str, str], file: str
    ) -> Header:
        """The first row that has all the chosen columns; if none has, the first says what lacks."""
        for one in candidates:
            if set(columns.values()) <= set(one.titles):
                return self._with(one, columns)
        likeliest = min(candidates, key=lambda one: len(one.missing))
        lacking = next(field for field, title in columns.items() if title not in likeliest.titles)
        raise ColumnUnknown(file, lacking, columns[lacking])

    def _profiled(self, header: Header) -> Header | None:
        """The header as a profile reads it; one that reads less than is guessed is not meant."""
        for one in self._profiles:
            fits = set(one.columns.values()) <= set(header.titles)
            if fits and len(one.columns) >= max(len(header.columns), 1):
                return self._with(header, one.columns, one.name)
        return None

    def _with(
        self, header: Header, columns: Mapping[str, str], profile: str | None = None
    ) -> Header:
        places = {field: header.titles.index(title) for field, title in columns.items()}
        missing = tuple(one for one in self._required if one not in places)
        return Header(
            header.row, header.titles, places, header.as_read, missing, header.rows, profile
        )


def _titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(shown(cell).strip() for cell in cells)


def _spread(titles: Sequence[str], row: int, merged: Sequence[Area]) -> list[str]:
    """The titles with what stands in merged cells over all their columns."""
    spread = list(titles)
    for (top, left), (bottom, right) in merged:
        if top <= row <= bottom and left < len(titles):
            wide = right + 1 - left
            spread[left : right + 1] = [titles[left]] * wide
    return spread
