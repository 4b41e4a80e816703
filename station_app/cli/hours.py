"""Verbs of hours after the fact: correct, supplement, look at what is unusual, close a month."""

import argparse
from datetime import date
from typing import Any
from uuid import UUID

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.hours_options import (
    decide_options,
    evaluate_options,
    given_span,
    month_option,
    reason_option,
    span_options,
    which,
    which_options,
)
from station_app.cli.posts import period, period_options
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.domain.attendance import hours
from station_app.domain.evaluations import Grade
from station_app.i18n import N_, _, ngettext
from station_app.services.corrections import (
    Asked,
    SupplementRow,
    ask_supplement,
    confirm_supplement,
    correct_stay,
    refuse_supplement,
    supplements,
)
from station_app.services.evaluations import evaluate
from station_app.services.meant import post_meant, volunteer_meant
from station_app.services.reviews import FlaggedStay, review_list, review_stays, withdraw_review
from station_app.services.stay_stories import Correction, StayStory, corrections_between, stay_story
from station_app.services.stays_meant import stay_meant, supplement_meant
from station_app.wording.days import clock_span
from station_app.wording.evaluations import grade_label
from station_app.wording.hours import (
    correction_text,
    flag_label,
    supplement_state,
)
from station_app.wording.values import clock_text, day_text, hours_text, hours_with_unit

GROUPS: dict[str, str] = {}
_MINUTES = "minutes"


def moment(at: Any) -> str:
    """An instant as programs read it."""
    return local(at).isoformat("T", "minutes")


_SUPPLEMENT_FIELDS: tuple[Field[SupplementRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("post", N_("Post"), lambda row: row.post),
    Field("day", N_("Day"), lambda row: day_text(local(row.came_at).date())),
    Field("came_at", N_("Came"), lambda row: moment(row.came_at), lambda r: clock_text(r.came_at)),
    Field("left_at", N_("Left"), lambda row: moment(row.left_at), lambda r: clock_text(r.left_at)),
    Field("pause", "", lambda row: row.pause),
    Field("reason", N_("Reason"), lambda row: row.reason),
    Field("witness", N_("Witness"), lambda row: row.witness),
    Field("beyond_plan", "", lambda row: row.beyond_plan),
    Field("entered_by", N_("Entered by"), lambda row: row.entered_by),
    Field("state", N_("State"), lambda row: row.state, lambda row: supplement_state(row.state)),
    Field("decided_by", N_("Decided by"), lambda row: row.decided_by),
    Field("decision_note", "", lambda row: row.decision_note),
)

_REVIEW_FIELDS: tuple[Field[FlaggedStay], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("post", N_("Post"), lambda row: row.post),
    Field("day", N_("Day"), lambda row: day_text(local(row.came_at).date())),
    Field("came_at", N_("Came"), lambda row: moment(row.came_at), lambda r: clock_text(r.came_at)),
    Field("left_at", N_("Left"), lambda row: moment(row.left_at), lambda r: clock_text(r.left_at)),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field(
        "flags",
        N_("Why"),
        lambda row: [flag.value for flag in row.flags],
        lambda row: _(", ").join(map(flag_label, row.flags)),
    ),
    Field("entered_by", N_("Entered by"), lambda row: row.entered_by),
    Field("reviewed_by", N_("Looked at by"), lambda row: row.reviewed_by),
    Field("review_note", "", lambda row: row.review_note),
)

_CORRECTION_FIELDS: tuple[Field[Correction], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("post", N_("Post"), lambda row: row.post),
    Field("day", N_("Day"), lambda row: day_text(local(row.old.came_at).date())),
    Field(
        "before",
        N_("As it was"),
        lambda row: row.old.minutes,
        lambda row: clock_span(row.old.came_at, row.old.left_at),
    ),
    Field(
        "after",
        N_("As it is now"),
        lambda row: row.new.minutes,
        lambda row: clock_span(row.new.came_at, row.new.left_at),
    ),
    Field("reason", N_("Reason"), lambda row: row.new.reason),
    Field("entered_by", N_("Entered by"), lambda row: row.new.entered_by),
    Field("entered_at", "", lambda row: moment(row.new.entered_at)),
)


def _correct_options(parser: argparse.ArgumentParser) -> None:
    which_options(parser)
    span_options(parser)
    reason_option(parser)
    parser.add_argument("--evidence", metavar="TEXT", default="", help=_("what proves it"))


def _correct(call: Call) -> Facts:
    given = call.options
    old = call.office.read(stay_meant, *which(call))
    before = call.office.read(stay_story, old).now
    new = call.office.write(
        correct_stay,
        old,
        given_span(call),
        pause=given.pause,
        reason=given.reason,
        evidence=given.evidence,
    )
    story = call.office.read(stay_story, new)
    facts = _stay_facts(story) | {"minutes_before": before.minutes}
    return Facts(facts, [correction_text(before.minutes or 0, story.now.minutes or 0)])


def _stay_facts(story: StayStory) -> dict[str, object]:
    stay = story.now
    return {
        "came_at": moment(stay.came_at),
        "left_at": moment(stay.left_at) if stay.left_at else None,
        "pause": stay.pause,
        _MINUTES: stay.minutes,
        "origin": stay.origin.value,
        "reason": stay.reason,
    }


def _corrections(call: Call) -> Listing[Correction]:
    return Listing(_CORRECTION_FIELDS, call.office.read(corrections_between, *period(call)))


def _supplement_options(parser: argparse.ArgumentParser) -> None:
    which_options(parser, at=False)
    parser.add_argument("--post", required=True, help=_("name or code of the post"))
    span_options(parser)
    reason_option(parser)
    parser.add_argument("--witness", metavar="NAME", required=True, help=_("who can vouch for it"))
    parser.add_argument("--evidence", metavar="TEXT", default="", help=_("what proves it"))
    parser.add_argument(
        "--beyond-plan", action="store_true", help=_("more than the shift had is asked for")
    )


def _supplement(call: Call) -> Facts:
    given = call.options
    asked = Asked(
        volunteer_id=call.office.read(volunteer_meant, given.volunteer),
        post_id=call.office.read(post_meant, given.post),
        span=given_span(call),
        pause=given.pause,
        reason=given.reason,
        witness=given.witness,
        evidence=given.evidence,
        beyond_plan=given.beyond_plan,
    )
    key = call.office.write(ask_supplement, asked)
    said = _("The hours are asked for. They count once a second person confirms them.")
    return Facts(_supplement_facts(call, key), [said])


def _supplement_facts(call: Call, key: UUID) -> dict[str, object]:
    rows = call.office.read(supplements, undecided=False)
    (row,) = (one for one in rows if one.id == key)
    return {field.key: field.value(row) for field in _SUPPLEMENT_FIELDS}


def _all_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("those decided on too"))


def _supplements(call: Call) -> Listing[SupplementRow]:
    undecided = not call.options.all
    return Listing(_SUPPLEMENT_FIELDS, call.office.read(supplements, undecided=undecided))


def _confirm(call: Call) -> Facts:
    given = call.options
    asked = call.office.read(supplement_meant, *which(call))
    stay = call.office.write(confirm_supplement, asked, by=given.by, note=given.note)
    story = call.office.read(stay_story, stay)
    said = _("Confirmed: {hours} count.").format(hours=hours_with_unit(story.now.minutes or 0))
    return Facts(_stay_facts(story), [said])


def _refuse(call: Call) -> Facts:
    given = call.options
    asked = call.office.read(supplement_meant, *which(call))
    call.office.write(refuse_supplement, asked, by=given.by, note=given.note)
    return Facts(_supplement_facts(call, asked), [_("The hours are refused and do not count.")])


def _review_options(parser: argparse.ArgumentParser) -> None:
    month_option(parser)
    parser.add_argument("--all", action="store_true", help=_("those looked at too"))


def _review(call: Call) -> Listing[FlaggedStay]:
    month = call.options.month
    found = call.office.read(review_list, month.first, month.last, all_of_them=call.options.all)
    return Listing(_REVIEW_FIELDS, found)


def _approve_options(parser: argparse.ArgumentParser) -> None:
    which_options(parser)
    parser.add_argument("--note", metavar="TEXT", default="", help=_("what was found out"))
    parser.add_argument("--take-back", action="store_true", help=_("put it on the list again"))


def _approve(call: Call) -> Facts:
    stay = call.office.read(stay_meant, *which(call))
    if call.options.take_back:
        call.office.write(withdraw_review, stay)
        said = _("The stay stands on the list again.")
    else:
        call.office.write(review_stays, [stay], call.options.note)
        said = _("Looked at: the stay counts.")
    story = call.office.read(stay_story, stay)
    facts = {"reviewed_by": story.reviewed_by, "review_note": story.review_note}
    return Facts(_stay_facts(story) | facts, [said])


def _evaluate(call: Call) -> Facts:
    given = call.options
    stay = call.office.read(stay_meant, *which(call))
    on_day: date = given.on or local(call.clock.now()).date()
    grade = Grade(given.grade)
    call.office.write(evaluate, [(stay, grade)], by=given.by, on_day=on_day, note=given.note)
    count = ngettext("{count} stay is evaluated.", "{count} stays are evaluated.", 1)
    said = f"{count.format(count=1)} {grade_label(grade)}"
    return Facts({"grade": grade.value, "by": given.by, "on_day": day_text(on_day)}, [said])


VERBS = (
    Verb(
        ("hours", "correct"),
        N_("put a corrected stay beside one that was wrong"),
        _correct,
        _correct_options,
    ),
    Verb(
        ("hours", "corrections"), N_("list stays that were corrected"), _corrections, period_options
    ),
    Verb(
        ("hours", "supplement"),
        N_("ask for hours nobody signed for"),
        _supplement,
        _supplement_options,
    ),
    Verb(("hours", "supplements"), N_("list hours asked for"), _supplements, _all_option),
    Verb(
        ("hours", "confirm"),
        N_("confirm hours asked for, as a second person"),
        _confirm,
        decide_options,
    ),
    Verb(
        ("hours", "refuse"),
        N_("refuse hours asked for, as a second person"),
        _refuse,
        lambda parser: decide_options(parser, note_required=True),
    ),
    Verb(("hours", "review"), N_("list the unusual stays of a month"), _review, _review_options),
    Verb(
        ("hours", "approve"),
        N_("keep that somebody looked at an unusual stay"),
        _approve,
        _approve_options,
    ),
    Verb(
        ("hours", "evaluate"),
        N_("keep how the person in charge judged a stay"),
        _evaluate,
        evaluate_options,
    ),
)
