"""The report of a month: figures that add up, changes with their reason, room for any number."""

import io
from datetime import date, datetime, timedelta
from typing import Any

from pypdf import PdfReader

from station_app.clock import ZONE
from station_app.papers.month_contents import MonthSheet, ReportedChange, ReportedSum
from station_app.papers.months import month_paper

FIRST = date(2026, 10, 1)


def a_month(**changes):
    """October, closed, with an hour on every day."""
    days = [(FIRST + timedelta(days=place)).isoformat() for place in range(31)]
    values: dict[str, Any] = {
        "recording_unit": "演示社区居民委员会",
        "station": "演示社区新时代文明实践点",
        "printed_on": date(2026, 11, 2),
        "first_day": FIRST,
        "minutes": 31 * 60,
        "stays": 31,
        "people": 7,
        "closed_at": datetime(2026, 11, 2, 9, 30, tzinfo=ZONE),
        "closed_by": "演示经办人",
        "head_seq": 812,
        "head_code": "ABCD-1234-EFGH-5678",
        "posts": (ReportedSum("图书角值守", 31 * 60),),
        "days": tuple(ReportedSum(day, 60) for day in days),
        "later": (),
        "made_here": (),
    }
    return MonthSheet(**values | changes)


def a_change(minutes, reason, name="李梅"):
    at = datetime(2026, 11, 3, 9, tzinfo=ZONE)
    served = datetime(2026, 10, 9, 9, tzinfo=ZONE)
    return ReportedChange(at, "2026-10", "260000013", name, "图书角值守", served, minutes, reason)


def said(contents):
    pages = PdfReader(io.BytesIO(month_paper(contents))).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_a_closed_month_names_who_closed_it_and_the_code_for_the_log_book():
    (page,) = said(a_month())
    for words in ("31小时", "演示经办人结账", "第812条", "ABCD-1234-EFGH-5678", "2026-10-31"):
        assert words in page
    assert "尚未结账" not in page


def test_later_changes_are_summed_beside_the_frozen_figure_and_say_why():
    changes = (a_change(-60, "corrected_by_another"), a_change(150, "看错行"))
    text = "".join(said(a_month(later=changes)))
    for words in ("合计+1.5小时，调整后32.5小时", "由更正记录替代", "看错行"):
        assert words in text


def test_an_open_month_says_so_and_hundreds_of_changes_flow_on():
    changes = tuple(a_change(60, "补录", f"志愿者{place}") for place in range(120))
    pages = said(a_month(closed_at=None, made_here=changes))
    assert "尚未结账" in pages[0]
    assert len(pages) > 2
    assert [place for place in range(120) if f"志愿者{place}（" not in "".join(pages)] == []
