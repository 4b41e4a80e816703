"""The report of a month: figures that add up, changes with their reason, room for any number."""

import io

from pypdf import PdfReader

from station_app.papers.months import month_paper
from tests.papers.month import a_change, a_month


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
