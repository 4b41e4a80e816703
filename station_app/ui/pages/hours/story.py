"""Where the hours of a stay come from, as facts and as lines of what stood there before."""

from station_app.clock import local
from station_app.i18n import _
from station_app.services.stay_stories import StayStory, StayVersion
from station_app.ui.theme import Tone
from station_app.ui.widgets.lines import Line
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.days import clock_span, day_words
from station_app.wording.evaluations import grade_label, judgement_text
from station_app.wording.values import day_text, hours_with_unit


def story_facts(story: StayStory) -> list[tuple[str, str]]:
    """What is known of a stay beyond its times; only what there is."""
    now = story.now
    looked = ""
    if story.reviewed_at is not None:
        looked = _("{name}, {day}: {note}").format(
            name=story.reviewed_by,
            day=day_text(local(story.reviewed_at).date()),
            note=story.review_note,
        )
    facts = (
        (_("Pause"), _("{minutes} min").format(minutes=now.pause) if now.pause else ""),
        (_("Reason"), now.reason),
        (_("Witness"), now.witness),
        (_("Confirmed by"), now.confirmed_by),
        (_("Looked at by"), looked),
    )
    return [fact for fact in facts if fact[1]]


def story_lines(story: StayStory) -> list[Line]:
    """The evaluation, what replaced the stay, and what it replaced, the newest first."""
    lines = []
    if story.evaluation is not None:
        told = story.evaluation.judgement
        lines.append(
            Line(_("Evaluation"), below=judgement_text(told), chip=grade_label(told.grade))
        )
    if story.after is not None:
        lines.append(_line(_("Replaced by {time}"), story.after, story.after))
    newer = story.now
    for older in story.before:
        lines.append(_line(_("Before: {time}"), older, newer))
        newer = older
    return lines


def _line(words: str, shown: StayVersion, correction: StayVersion) -> Line:
    """One stay beside the present one, and why and by whom they were exchanged."""
    time = _("{day} {time}").format(
        day=day_words(local(shown.came_at).date()), time=clock_span(shown.came_at, shown.left_at)
    )
    why = _("{reason} ({name}, {day})").format(
        reason=correction.reason or void_reason_text(shown.void_reason),
        name=correction.entered_by,
        day=day_text(local(correction.entered_at).date()),
    )
    return Line(
        words.format(time=time),
        right=hours_with_unit(shown.minutes or 0),
        below=why,
        chip=origin_label(shown.origin),
        tone=Tone.MUTED,
    )
