"""Contents of a month's report for the tests."""

from datetime import date, datetime, timedelta
from typing import Any

from station_app.clock import ZONE
from station_app.papers.month_contents import MonthSheet, ReportedChange, ReportedSum

FIRST = date(2026, 10, 1)


def a_month(**changes: Any) -> MonthSheet:
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


def a_change(minutes: int, reason: str, name: str = "李梅") -> ReportedChange:
    """Minutes added on 3 November for 9 October."""
    at = datetime(2026, 11, 3, 9, tzinfo=ZONE)
    served = datetime(2026, 10, 9, 9, tzinfo=ZONE)
    return ReportedChange(at, "2026-10", "260000013", name, "图书角值守", served, minutes, reason)
