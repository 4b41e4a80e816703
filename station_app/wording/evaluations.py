"""Sentences and labels about how service was judged."""

from collections import Counter
from collections.abc import Iterable

from station_app.domain.evaluations import (
    EvaluatedAlready,
    EvaluationEarly,
    EvaluationGone,
    Grade,
    Judgement,
    NotServedYet,
)
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

GRADES = {Grade.GOOD: N_("Good"), Grade.FAIR: N_("Fair"), Grade.POOR: N_("Poor")}


def grade_label(grade: Grade) -> str:
    """How it was."""
    return _(GRADES[grade])


def judgement_text(told: Judgement) -> str:
    """Who judged when, and the note."""
    words = _("{name}, {day}").format(name=told.by, day=day_text(told.on_day))
    return f"{words} · {told.note}" if told.note else words


def grades_text(grades: Iterable[Grade]) -> str:
    """How often it was good, fair and poor; empty where nothing was judged."""
    count = Counter(grades)
    told = (
        _("{grade} {count}").format(grade=grade_label(grade), count=count[grade])
        for grade in Grade
        if count[grade]
    )
    return _(", ").join(told)


@sentence.register
def _already(error: EvaluatedAlready) -> str:
    return _("{by} evaluated {name} on {day}. Strike that out before you evaluate anew.").format(
        by=error.by, name=error.name, day=day_text(error.on_day)
    )


@sentence.register
def _not_served(error: NotServedYet) -> str:
    return _("The stay of {name} is open or struck out. There is nothing to judge.").format(
        name=error.name
    )


@sentence.register
def _early(error: EvaluationEarly) -> str:
    return _("The service was on {served}. Choose a day from then until today.").format(
        served=day_text(error.served_on)
    )


@sentence.register
def _evaluation_gone(error: EvaluationGone) -> str:
    return _("This evaluation was struck out meanwhile. Look at it again.")
