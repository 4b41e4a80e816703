"""What a verb answers: one JSON object for programs, lines of text for people.

Field names are English and stable; only the text is in the present language.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from station_app.cli.tables import table
from station_app.errors import Outcome
from station_app.i18n import _
from station_app.wording.outcome import (
    in_books,
    outcome_text,
    refusal_facts,
    refusal_text,
)

Row = TypeVar("Row")
JSON = Any

DONE, REFUSED, USAGE = 0, 1, 2
SHOWN_REFUSALS = 20


class Answer(Protocol):
    """Anything a verb can answer."""

    def facts(self) -> Mapping[str, JSON]:
        """The one JSON object."""
        ...

    def lines(self) -> Iterator[str]:
        """The same for people."""
        ...

    def refusal(self) -> str:
        """The one sentence for stderr when nothing was done; empty when the verb is done."""
        ...


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """One field of a list: its name in JSON, its title, its value; `text` where people read else.

    A field without a title is for programs only.
    """

    key: str
    title: str
    value: Callable[[Row], JSON]
    text: Callable[[Row], str] | None = None
    right: bool = False

    def shown(self, row: Row) -> str:
        """The value as people read it."""
        if self.text is not None:
            return self.text(row)
        value = self.value(row)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """Things of one kind."""

    fields: Sequence[Field[Row]]
    rows: Sequence[Row]
    total: Callable[[Sequence[Row]], str] | None = None

    def facts(self) -> Mapping[str, JSON]:
        """`{"items": […]}`."""
        items = [{field.key: field.value(row) for field in self.fields} for row in self.rows]
        return {"items": items}

    def lines(self) -> Iterator[str]:
        """A table, or one sentence where there is nothing."""
        titled = [field for field in self.fields if field.title]
        if not self.rows:
            yield _("There is nothing to list.")
            return
        yield from table(
            [_(field.title) for field in titled],
            [[field.shown(row) for field in titled] for row in self.rows],
            [field.right for field in titled],
        )
        if self.total is not None:
            yield self.total(self.rows)

    def refusal(self) -> str:
        """A list is always done."""
        return ""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of many things: how many were asked, how many done, why the others were not."""

    outcome: Outcome
    more: Mapping[str, JSON] = field(default_factory=dict)
    remarks: Sequence[str] = ()

    def facts(self) -> Mapping[str, JSON]:
        """`{"asked", "done", "refused": […]}` and what else the verb knows."""
        refused = [refusal_facts(refusal) for refusal in self.outcome.refused]
        counts = {"asked": self.outcome.asked, "done": self.outcome.done, "refused": refused}
        return counts | dict(self.more)

    def lines(self) -> Iterator[str]:
        """The sum, then the refusals: first what can be mended; a long list is cut."""
        yield outcome_text(self.outcome)
        refused = sorted(self.outcome.refused, key=in_books)
        yield from map(refusal_text, refused[:SHOWN_REFUSALS])
        if (left := len(refused) - SHOWN_REFUSALS) > 0:
            yield _("… and {count} more.").format(count=left)
        yield from self.remarks

    def refusal(self) -> str:
        """Said when nothing was done, unless some of it stands in the books already."""
        outcome = self.outcome
        if outcome.done or not outcome.asked or any(map(in_books, outcome.refused)):
            return ""
        first = refusal_text(outcome.refused[0])
        return _("Nothing was done: all {count} were refused. {first}").format(
            count=outcome.asked, first=first
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """A few facts about one thing."""

    values: Mapping[str, JSON]
    said: Sequence[str]
    refused: str = ""

    def facts(self) -> Mapping[str, JSON]:
        """The facts by name."""
        return self.values

    def lines(self) -> Iterator[str]:
        """The sentences."""
        yield from self.said

    def refusal(self) -> str:
        """Why this is no good answer, if it is none."""
        return self.refused
