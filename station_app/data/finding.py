"""What people are found by, written in the transaction of the change itself.

Why a listener and not a call in each use case: whoever renames, hides or merges people would have
to remember it, and a person whom nobody finds is registered a second time.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session, UOWTransaction

from station_app.data.frames import Columns
from station_app.data.models import Volunteer
from station_app.domain.names import NAMES_APART
from station_app.domain.search import words

_LAST = "SELECT coalesce(max(ordinal), 0) FROM person_words"
_PUT = "INSERT INTO person_words (volunteer_id, words) VALUES (?, ?)"
_INDEX = (
    "INSERT INTO person_index (rowid, words) SELECT ordinal, words FROM person_words"
    " WHERE ordinal > ?"
)
_CHANGE = "UPDATE person_words SET words = ?2 WHERE volunteer_id = ?1 AND words <> ?2"
_FOUND_BY = ("name", "number", "phone", "document_number")
_REMOVE = "DELETE FROM person_words WHERE volunteer_id = ?"


Entry = tuple[str, str]  # the volunteer's id, the words


class PeopleIndex:
    """Keeps `person_words` as the volunteers are whom a session writes; who is hidden is not in."""

    def __init__(self, session: Session) -> None:
        """Listen to the session until it closes."""
        self._session = session
        event.listen(session, "after_flush", self._follow)

    def add_all(self, ids: Iterable[UUID], columns: Columns) -> None:
        """Take in new people, by the columns of their rows."""
        people = zip(*(columns[key] for key in _FOUND_BY), strict=True) if columns else ()
        self._put([(one.hex, _words(*person)) for one, person in zip(ids, people, strict=True)])

    def _follow(self, session: Session, _flush: UOWTransaction) -> None:
        rows = [row for row in (*session.new, *session.dirty) if isinstance(row, Volunteer)]
        rows.sort(key=lambda row: row.id)
        shown = [(row.id.hex, _words_of(row)) for row in rows if row.hidden_at is None]
        self._run(_REMOVE, [(row.id.hex,) for row in rows if row.hidden_at is not None])
        known = self._known([one for one, _ in shown])
        self._run(_CHANGE, [entry for entry in shown if entry[0] in known])
        self._put([entry for entry in shown if entry[0] not in known])

    def _put(self, entries: list[Entry]) -> None:
        """Why the index is filled by one statement: a trigger would write it out after each row."""
        if entries:
            connection = self._session.connection()
            last = connection.exec_driver_sql(_LAST).scalar_one()
            self._run(_PUT, entries)
            connection.exec_driver_sql(_INDEX, (last,))

    def _known(self, ids: list[str]) -> set[str]:
        places = ", ".join("?" * len(ids))
        wanted = f"SELECT volunteer_id FROM person_words WHERE volunteer_id IN ({places})"
        return set(self._session.connection().exec_driver_sql(wanted, tuple(ids)).scalars())

    def _run(self, statement: str, parameters: Sequence[tuple[str, ...]]) -> None:
        if parameters:
            self._session.connection().exec_driver_sql(statement, list(parameters))


def _words_of(row: Volunteer) -> str:
    former = row.former_names.split(NAMES_APART) if row.former_names else ()
    return _words(row.name, row.number, row.phone, row.document_number, former)


def _words(name: str, number: str, phone: str, document: str, former: Sequence[str] = ()) -> str:
    return words(name, number=number, phone=phone, document=document, former=former)
