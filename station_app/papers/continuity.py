"""What is printed before a power cut: a guide, whom to call, sign-in sheets, blank forms."""

from collections.abc import Sequence

from station_app.domain.chinese import chinese_date, period_text
from station_app.papers import consent
from station_app.papers.contents import ConsentSheet, Sheet
from station_app.papers.flow import Part, bound
from station_app.papers.forms import form
from station_app.papers.pieces import Filling
from station_app.papers.sheet_contents import Call, ContinuitySheet, SignInSheet
from station_app.papers.sign_in_sheets import sheet_part, span


def continuity_pack(
    guide: ContinuitySheet, sheets: Sequence[SignInSheet], consents: Sequence[ConsentSheet]
) -> bytes:
    """All of it as one PDF, each paper counting its own pages.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    paper = form(Sheet.CONTINUITY)
    parts = [
        Part(paper, filled(guide), paper.title),
        *map(sheet_part, sheets),
        *(
            Part(form(Sheet.CONSENT), consent.filled(one), paper.labels["blank_consent"])
            for one in consents
        ),
    ]
    title = f"{paper.title} {period_text(guide.first_day, guide.last_day)}"
    return bound(parts, title=title, subject=paper.title, author=guide.recording_unit)


def filled(contents: ContinuitySheet) -> Filling:
    """The guide and the list of calls as the fields and rows of the form."""
    values = {
        "station": contents.station,
        "period": period_text(contents.first_day, contents.last_day),
        "printed_on": chinese_date(contents.printed_on),
        "in_charge": contents.in_charge,
        "clerk": contents.clerk,
        "unit_phone": contents.unit_phone,
        "guardian_below": str(contents.guardian_below),
    }
    rows = [_call(one) for one in contents.calls]
    return Filling(values, {"calls": rows}, frozenset({"calls" if rows else "no_calls"}))


def _call(one: Call) -> dict[str, str]:
    words = form(Sheet.CONTINUITY).labels
    return {
        "day": f"{one.starts_at:%m-%d}{words['weekdays'][one.starts_at.weekday()]}",
        "time": span(one.starts_at, one.ends_at, words),
        "post": f"{one.post}（{one.place}）" if one.place else one.post,
        "name": f"{one.name}{words['waiting']}" if one.waiting else one.name,
        "phone": one.phone,
        "told": "",
    }
