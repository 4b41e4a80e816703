"""What a clerk can be told: refusals that carry facts, and the account of a long list.

Why no sentences here: one fact is told in two languages, in a dialog, on stderr and in a CSV of
refused rows. `station_app.wording` builds the sentence; this module and the areas keep the facts.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class StationError(Exception):
    """A refusal the clerk can act on. Anything else that is raised is a bug.

    `code` is the class name in snake case: stable, machine-readable, the same in every language.
    """

    code: ClassVar[str] = "station_error"

    def __init_subclass__(cls) -> None:
        """Derive the code, so that it can never be forgotten or drift from the name."""
        cls.code = _HUMP.sub("_", cls.__name__).lower()

    def __str__(self) -> str:
        """The facts, for logs and failing tests; never for a clerk."""
        return f"{self.code}: {vars(self)}"


class Cancelled(StationError):
    """The clerk stopped a long job between two of its steps."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing of many that was not done.

    `row` counts as a spreadsheet shows it (the header is row 1); `column` is the header as written.
    Where the many things are people of the books, `who` is the volunteer number instead.
    """

    row: int | None
    column: str | None
    error: StationError
    who: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The account of a use case over many things: asked = done + refused, always."""

    asked: int
    done: int
    refused: tuple[Refusal, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an account that does not balance: a silent skip is a bug."""
        if self.asked != self.done + len(self.refused):
            raise ValueError(f"{self.asked} asked, {self.done} done, {len(self.refused)} refused")
