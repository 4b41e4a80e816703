"""The roster for the wall."""

import io
from datetime import date, time

from pypdf import PdfReader

from station_app.papers.rosters import PrintedShift, RosterSheet, roster_paper


def _sheet(count: int) -> RosterSheet:
    shift = PrintedShift(
        date(2026, 11, 5), time(22), time(6), "夜间值守", "一楼大厅", ("李梅", "𬱖娜"), 1
    )
    return RosterSheet(
        recording_unit="演示社区居民委员会",
        station="演示社区新时代文明实践点",
        clerk="演示经办人",
        phone="010-00000000",
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 8),
        printed_on=date(2026, 11, 1),
        shifts=(shift,) * count,
    )


def pages_of(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_it_names_people_and_what_is_missing():
    (page,) = pages_of(roster_paper(_sheet(1)))
    assert "李梅、𬱖娜（缺1人）" in page
    assert "22:00–次日06:00" in page
    assert "11-05周四" in page


def test_a_month_has_its_header_on_every_page():
    pages = pages_of(roster_paper(_sheet(90)))
    assert len(pages) > 2
    assert all("人员" in page and f"第{n}页" in page for n, page in enumerate(pages, 1))


def test_days_without_shifts_say_so():
    (page,) = pages_of(roster_paper(_sheet(0)))
    assert "没有班次" in page
