"""How the database would answer a use case: the steps of each of its questions."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from station_app.data.unit import Office, Unit


def plans(office: Office, use_case: Any, *args: Any, about: str) -> list[str]:
    """The steps of every question of a use case that names the table `about`."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, text: str, values: Any, *_more: Any) -> None:
        if about in text:
            asked.append((text, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        office.read(use_case, *args)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert asked
    return office.read(_explained, asked)


def _explained(unit: Unit, asked: list[tuple[str, Any]]) -> list[str]:
    connection = unit.session.connection()
    return [
        row[3]
        for text, values in asked
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
    ]
