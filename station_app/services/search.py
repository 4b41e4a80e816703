"""Finding people: the few who fit best what was typed, or all whom it means.

Why two ways: a search box and a list wait for the first few at every key, the best first and
whoever was met last before the others; a list that is sorted by a column needs all whom it means.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, String, false, literal_column, select, text

from station_app.data.models import PERSON_INDEX, PERSON_WORDS, Volunteer
from station_app.data.unit import Unit
from station_app.domain.search import Fit, Question, phone_question, questions

_BEST: Final = text(
    "SELECT words.volunteer_id FROM person_index AS found"
    " JOIN person_words AS words ON words.ordinal = found.rowid"
    " WHERE found.person_index MATCH :expression ORDER BY found.rowid DESC LIMIT :most"
).columns(volunteer_id=String)
# The plus keeps SQLite from asking the index anew for each of a few: it answers for all in one go.
_ORDINAL: Final = literal_column("+person_index.rowid", Integer)
_NO_LIMIT: Final = -1


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who fits what was typed, and how well."""

    id: UUID
    fit: Fit


def best(unit: Unit, typed: str, most: int) -> list[Found]:
    """Those who fit best, at most so many; of equal fit whoever signed in or registered last.

    Whole words come before beginnings, these before parts, at last former names. Nobody for a text
    without letters or digits.
    """
    found = _best_first(unit, questions(typed), most)
    return [Found(UUID(key), fit) for key, fit in found.items()]


def best_listed(unit: Unit, typed: str, most: int | None) -> list[str]:
    """The keys of all whom a list shows for this text, or of so many, in the order of `best`."""
    return list(_best_first(unit, _listed(typed), most))


def matching(typed: str) -> ColumnElement[bool]:
    """Whether a volunteer fits in any way but by a former name, which lists do not show."""
    asked = _any_of(_listed(typed))
    return _answering(asked) if asked else false()


def matching_among(few: Select[Any], typed: str) -> ColumnElement[bool]:
    """Whether a volunteer is one of a few, by their ids, and fits as `matching` says."""
    asked = _any_of(_listed(typed))
    words = PERSON_WORDS.c
    ordinals = select(words.ordinal).where(words.volunteer_id.in_(few))
    return _answering(asked, _ORDINAL.in_(ordinals)) if asked else false()


def with_phone(phone: str) -> ColumnElement[bool]:
    """Whether a volunteer, hidden ones apart, has just this telephone."""
    return _answering(phone_question(phone))


def _listed(typed: str) -> list[Question]:
    return [one for one in questions(typed) if one.fit is not Fit.FORMER]


def _any_of(asked: Iterable[Question]) -> str:
    return " OR ".join(f"({one.expression})" for one in asked)


def _best_first(unit: Unit, asked: Iterable[Question], most: int | None) -> dict[str, Fit]:
    """Keys as the database has them, at most so many: a million UUID objects cost a second."""
    found: dict[str, Fit] = {}
    for one in asked:
        if most is not None and len(found) >= most:
            break
        # Those found already may answer again, and first.
        limit = _NO_LIMIT if most is None else most + len(found)
        values = {"expression": one.expression, "most": limit}
        for key in unit.session.scalars(_BEST, values):
            found.setdefault(key, one.fit)
    return dict(islice(found.items(), most))


def _answering(expression: str, *among: ColumnElement[bool]) -> ColumnElement[bool]:
    fits = text("person_index MATCH :expression").bindparams(expression=expression)
    ordinals = select(_ORDINAL).select_from(PERSON_INDEX).where(fits, *among)
    ids = select(PERSON_WORDS.c.volunteer_id).where(PERSON_WORDS.c.ordinal.in_(ordinals))
    return Volunteer.id.in_(ids)
