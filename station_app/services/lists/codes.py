"""Read side of code lists: the entries of one list, in its own order."""

from collections.abc import Sequence

from station_app.data.unit import Unit
from station_app.domain.codes import NAMES, ListName
from station_app.services.code_lists import ListedCode, entries

_APART = "/"  # stands in no code


def ids(
    unit: Unit,
    filter: ListName,
    order: object = None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The entries of this list, those no longer offered too; lists are not sorted otherwise."""
    return [f"{filter}{_APART}{one.entry.code}" for one in entries(unit, filter)][:limit]


def rows(unit: Unit, ids: Sequence[str]) -> list[ListedCode | None]:
    """The entries of these ids, one each and in their order."""
    wanted = {one.partition(_APART)[0] for one in ids}
    found = {
        f"{name}{_APART}{listed.entry.code}": listed
        for name in NAMES
        if name in wanted
        for listed in entries(unit, name)
    }
    return [found.get(one) for one in ids]
