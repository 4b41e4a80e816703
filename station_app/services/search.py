"""Finding people: the few who fit best what was typed, or all whom it means.

Why two ways: a search box wants eight names at every key, the best first and whoever was met last
before the others; a list wants everybody, in the order of the list.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, false, select, text
from sqlalchemy.sql.elements import TextClause

from station_app.data.models import PERSON_WORDS, Volunteer
from station_app.data.unit import Unit
from station_app.domain.search import Fit, phone_question, questions

_BEST: Final = text(
    "SELECT words.volunteer_id FROM person_index AS found"
    " JOIN person_words AS words ON words.ordinal = found.rowid"
    " WHERE found.person_index MATCH :expression ORDER BY found.rowid DESC LIMIT :most"
).columns(volunteer_id=Uuid)


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
    found: dict[UUID, Fit] = {}
    for asked in questions(typed):
        if len(found) >= most:
            break
        values = {"expression": asked.expression, "most": most + len(found)}
        for one in unit.session.scalars(_BEST, values):
            found.setdefault(one, asked.fit)
    return [Found(one, fit) for one, fit in list(found.items())[:most]]


def matching(typed: str) -> ColumnElement[bool]:
    """Whether a volunteer fits in any way but by a former name, which lists do not show."""
    asked = [one.expression for one in questions(typed) if one.fit is not Fit.FORMER]
    return _answering(" OR ".join(f"({one})" for one in asked)) if asked else false()


def with_phone(phone: str) -> ColumnElement[bool]:
    """Whether a volunteer, hidden ones apart, has just this telephone."""
    return _answering(phone_question(phone))


def _answering(expression: str) -> ColumnElement[bool]:
    indexed = text("SELECT rowid FROM person_index WHERE person_index MATCH :expression")
    ordinals: TextClause = indexed.bindparams(expression=expression)
    ids = select(PERSON_WORDS.c.volunteer_id).where(PERSON_WORDS.c.ordinal.in_(ordinals))
    return Volunteer.id.in_(ids)
