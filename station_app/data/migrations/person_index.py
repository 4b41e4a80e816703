"""SQLite's full-text index over what people are found by, and the triggers that keep it in step.

Why triggers for what changes and goes, and none for what comes: a trigger writes the index out
after each row, so whoever puts rows in puts them into both. Why prefixes of up to three letters:
only they mean so many people that to look at all of them would be felt while typing.
"""

from typing import Final

from sqlalchemy import Connection

_INDEX: Final = """
CREATE VIRTUAL TABLE person_index USING fts5(
    words, content='person_words', content_rowid='ordinal', detail=none, columnsize=0,
    prefix='1 2 3', tokenize="ascii tokenchars '^$@#~+='"
)
"""
_TAKE_OUT: Final = (
    "INSERT INTO person_index(person_index, rowid, words) VALUES ('delete', old.ordinal, old.words)"
)
_PUT_IN: Final = "INSERT INTO person_index(rowid, words) VALUES (new.ordinal, new.words)"
_LAST: Final = "(SELECT max(ordinal) FROM person_words)"
_TRIGGERS: Final = (
    f"CREATE TRIGGER person_words_go AFTER DELETE ON person_words BEGIN {_TAKE_OUT}; END",
    "CREATE TRIGGER person_words_change AFTER UPDATE ON person_words"
    f" BEGIN {_TAKE_OUT}; {_PUT_IN}; END",
    "CREATE TRIGGER attendance_brings_forward AFTER INSERT ON attendance BEGIN"
    f" UPDATE person_words SET ordinal = {_LAST} + 1"
    f" WHERE volunteer_id = new.volunteer_id AND ordinal < {_LAST}; END",
)


def create_person_index(connection: Connection) -> None:
    """Make the index and its triggers; `person_words` and `attendance` are there."""
    for statement in (_INDEX, *_TRIGGERS):
        connection.exec_driver_sql(statement)
