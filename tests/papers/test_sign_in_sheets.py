"""Sign-in sheets: who is expected, room for others, the code on every page."""

import io
from datetime import datetime

import zxingcpp
from pypdf import PdfReader

from station_app.clock import ZONE
from station_app.papers.sheet_contents import SignInSheet
from station_app.papers.sign_in_sheets import sign_in_sheets
from tests.certificates.reading import picture
from tests.papers.sign_in import CODE, a_sheet


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


def test_the_square_on_a_printed_sheet_is_read_as_its_code(tmp_path):
    page = picture(sign_in_sheets([a_sheet(1)]), tmp_path, dpi=100)
    (scanned,) = (one.text for one in zxingcpp.read_barcodes(page))
    assert scanned == f"SHEET:{CODE}"
    assert scanned.isupper()


def test_a_station_that_has_no_blank_rows_still_has_a_sheet():
    assert "负责人签名" in said(a_sheet(1, blank=0))[0]
    assert "第1页共1页" in said(a_sheet(0, blank=0))[0]
