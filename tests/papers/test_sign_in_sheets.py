"""Sign-in sheets: who is expected, room for others, the code on every page."""

import io
from datetime import datetime
from typing import Any

from pypdf import PdfReader

from station_app.clock import ZONE
from station_app.papers.sheet_contents import ExpectedPerson, SheetShift, SignInSheet
from station_app.papers.sign_in_sheets import sign_in_sheets

CODE = "7K2M-Q9XA"


def a_sheet(expected: int = 3, blank: int = 6, **changes: Any) -> SignInSheet:
    """The sheet of a morning in the book corner."""
    people = (ExpectedPerson(f"2600000{at:02}", f"志愿者{at}") for at in range(expected))
    values: dict[str, Any] = {
        "code": CODE,
        "post": "图书角值守",
        "place": "演示社区一楼大厅",
        "starts_at": datetime(2026, 11, 3, 9, tzinfo=ZONE),
        "ends_at": datetime(2026, 11, 3, 11, tzinfo=ZONE),
        "organiser": "演示志愿服务队",
        "in_charge": "演示负责人",
        "people": tuple(people),
    }
    return SignInSheet(
        recording_unit="演示社区居民委员会",
        station="演示社区新时代文明实践点",
        shift=SheetShift(**values | changes),
        blank_rows=blank,
    )


def said(*sheets):
    pages = PdfReader(io.BytesIO(sign_in_sheets(sheets))).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_a_sheet_names_the_shift_and_whoever_is_expected_and_has_rows_for_others():
    (page,) = said(a_sheet())
    for words in (
        CODE,
        "图书角值守",
        "2026年11月3日（星期二）",
        "09:00–11:00",
        "260000002",
        "志愿者2",
    ):
        assert words in page
    assert "负责人签名" in page
    assert page.count("志愿者0") == 1
    assert "第1页共1页" in page


def test_a_long_sheet_bears_its_code_and_the_heading_on_every_page():
    pages = said(a_sheet(60))
    assert len(pages) > 2
    for at, page in enumerate(pages, 1):
        assert f"第{at}页共{len(pages)}页" in page
        assert page.count(CODE) == 2
        assert at == len(pages) or "本人签名" in page


def test_sheets_of_a_week_are_one_file_and_count_their_own_pages():
    night = a_sheet(1, ends_at=datetime(2026, 11, 4, 6, tzinfo=ZONE))
    pages = said(
        a_sheet(), night, SignInSheet(recording_unit="甲", station="乙", shift=None, blank_rows=9)
    )
    assert len(pages) == 3
    assert all("第1页共1页" in page for page in pages)
    assert "09:00–次日06:00" in pages[1]
    assert CODE not in pages[2]
