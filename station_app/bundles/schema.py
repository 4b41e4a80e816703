"""Tables as a bundle describes them: Table Schema of Data Package v2, frozen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | bool | date | datetime | time | None
"""What a cell holds. Instants are aware and in UTC; text is never empty (None is)."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)


class FieldType(StrEnum):
    """The types of Table Schema that a bundle uses."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `choices` (text only) are all the codes a cell may hold."""

    name: str
    type: FieldType = FieldType.STRING
    required: bool = False
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no bundle may carry."""
        if not is_machine_name(self.name):
            raise ValueError(f"not a machine name: {self.name!r}")
        if self.choices and self.type is not FieldType.STRING:
            raise ValueError(f"choices are for text: {self.name}")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table, in order, and those of them that tell its rows apart."""

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what no bundle may carry."""
        if not is_machine_name(self.name):
            raise ValueError(f"not a machine name: {self.name!r}")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError(f"a column twice in {self.name}")
        if not self.key or not set(self.key) <= set(self.columns):
            raise ValueError(f"the key of {self.name} is not among its columns")

    @property
    def columns(self) -> tuple[str, ...]:
        """The header of the table."""
        return tuple(field.name for field in self.fields)

    @property
    def member(self) -> str:
        """The name of the table's file inside the bundle."""
        return f"data/{self.name}.csv"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to send, each as long as `layout.fields`; `count` is how many there are."""

    layout: Layout
    rows: Iterable[Sequence[Value]]
    count: int


def is_machine_name(name: str) -> bool:
    """Lower-case ASCII as tables and columns are named."""
    return _NAME.fullmatch(name) is not None


def table_schema(layout: Layout) -> dict[str, object]:
    """The layout as Table Schema v2."""
    return {
        "fields": [_descriptor(field) for field in layout.fields],
        "primaryKey": list(layout.key),
        "missingValues": [""],
    }


def _descriptor(field: Field) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if field.required:
        constraints["required"] = True
    if field.choices:
        constraints["enum"] = list(field.choices)
    return {
        "name": field.name,
        "type": field.type.value,
        **({"trueValues": ["1"], "falseValues": ["0"]} if field.type is FieldType.BOOLEAN else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def layout_of(name: str, schema: dict[str, object]) -> Layout:
    """Read a layout back from Table Schema; KeyError, TypeError or ValueError where it is none."""
    fields, key = schema["fields"], schema["primaryKey"]
    if not isinstance(fields, list) or not isinstance(key, list):
        raise TypeError("fields and primaryKey are lists")
    return Layout(name, tuple(_field(field) for field in fields), tuple(map(_text, key)))


def _field(descriptor: object) -> Field:
    if not isinstance(descriptor, dict):
        raise TypeError("a field is an object")
    constraints = descriptor.get("constraints", {})
    if not isinstance(constraints, dict):
        raise TypeError("constraints is an object")
    return Field(
        name=_text(descriptor["name"]),
        type=FieldType(_text(descriptor["type"])),
        required=constraints.get("required") is True,
        choices=tuple(_text(choice) for choice in constraints.get("enum", ())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r}")
    return value
