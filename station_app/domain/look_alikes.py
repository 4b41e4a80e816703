"""Characters that desks write for one another in names, though they sound differently."""

import json
from functools import cache

from station_app.places import resource


def folded(name_key: str) -> str:
    """The name with one character for all that are written for one another."""
    return name_key.translate(_folding())


def looks_like_another(name_key: str) -> bool:
    """Whether any of its characters is written for another one."""
    return not _folding().keys().isdisjoint(map(ord, name_key))


def spellings(name_key: str, *, most: int = 200) -> tuple[str, ...]:
    """The ways in which desks may have written this name, itself first; at most so many."""
    groups = _groups()
    found = [""]
    for mark in name_key:
        ways = (mark, *groups.get(mark, "").replace(mark, ""))
        found = [begun + way for begun in found for way in ways][:most]
    return tuple(found)


@cache
def _groups() -> dict[str, str]:
    table = json.loads(resource("codes/look_alikes.json").read_text("utf-8"))
    return {mark: group for group in table["groups"] for mark in group}


@cache
def _folding() -> dict[int, str]:
    return {ord(mark): group[0] for mark, group in _groups().items()}
