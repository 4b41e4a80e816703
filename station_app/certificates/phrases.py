"""The small language of a template's sentences.

`{name}` is a field of the snapshot, `**…**` is set strong, and `[…]` falls away as a whole when a
field inside it is empty, so that a sentence stays right where a station does not know something.
Values are put in after the sentence was read: nothing in a name can act as a mark.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from station_app.certificates.fonts import Style

_MARK = re.compile(r"(\*\*|\[|\]|\{[a-z_]+\})")

Run = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the sentence: text as it stands, or the name of a field."""

    text: str
    is_field: bool
    style: Style


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts that stand or fall together."""

    parts: tuple[_Part, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of a template, read once and filled for every snapshot.

    `is_fixed` says that it is the same on every paper.
    """

    groups: tuple[_Group, ...]
    is_fixed: bool

    def runs(self, values: Mapping[str, str]) -> list[Run]:
        """The sentence with its values, cut where the style changes."""
        runs: list[Run] = []
        for group in self.groups:
            parts = group.parts
            if group.optional and not all(values[p.text] for p in parts if p.is_field):
                continue
            for part in parts:
                text = values[part.text] if part.is_field else part.text
                if runs and runs[-1][1] is part.style:
                    runs[-1] = (runs[-1][0] + text, part.style)
                elif text:
                    runs.append((text, part.style))
        return runs


def phrase(text: str, style: Style = Style.TEXT) -> Phrase:
    """Read a sentence of a template; a mark left open is a ValueError."""
    groups: list[_Group] = []
    parts: list[_Part] = []
    optional = strong = False
    for token in filter(None, _MARK.split(text)):
        if token == "**":
            strong = not strong
        elif token in "[]":
            if optional is (token == "["):
                raise ValueError(f"brackets do not pair in {text!r}")
            groups.append(_Group(tuple(parts), optional))
            parts, optional = [], token == "["
        else:
            is_field = token.startswith("{")
            kind = Style.STRONG if strong else style
            parts.append(_Part(token.strip("{}") if is_field else token, is_field, kind))
    if strong or optional:
        raise ValueError(f"a mark is left open in {text!r}")
    groups.append(_Group(tuple(parts), False))
    is_fixed = not any(part.is_field for group in groups for part in group.parts)
    return Phrase(tuple(group for group in groups if group.parts), is_fixed)
