"""Where things stand on a page: seal, margins, lists, long and short names."""

from datetime import time
from math import hypot
from typing import Any

import pytest

from station_app.certificates import fonts
from station_app.certificates.templates import MM, current, template
from station_app.domain.certificates import Kind
from tests.certificates.reading import Word, poppler_text, words
from tests.certificates.snapshots import (
    LONG_UNIT,
    SERVICES,
    UNIT,
    a_detail,
    a_proof,
    an_appreciation,
    printed,
)

LONG_NAME = ("阿卜杜拉·买买提·" * 13)[:100]
PAPERS = {
    "appreciation": an_appreciation(),
    "appreciation, all long": an_appreciation(name=LONG_NAME, recording_unit=LONG_UNIT),
    "appreciation, many posts": an_appreciation(services=SERVICES * 3),
    "proof with its list": a_proof(5),
    "proof with the longest list on its page": a_proof(6),
    "proof with a list apart": a_proof(60),
    "proof, all long": a_proof(60, name=LONG_NAME, recording_unit=LONG_UNIT),
    "proof without a list": a_proof(details=()),
}
papers = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())


@papers
def test_the_seal_has_its_circle_for_unit_and_date_alone(paper):
    seal = template(paper.template, 1).seal
    height = template(paper.template, 1).height
    centre = (seal.centre[0], height - seal.centre[1])
    inside = [w.text for w in words(printed(paper)) if reaches(w, centre, seal.diameter / 2)]
    assert seal.diameter >= 45 * MM
    assert inside[-2:] == ["2026年11月23日", "（盖章处）"]
    assert paper.recording_unit.endswith("".join(inside[:-2]))
    assert inside[:-2]


@papers
def test_no_text_comes_near_the_edge_where_printers_do_not_print(paper):
    width, height = template(paper.template, 1).width, template(paper.template, 1).height
    for word in words(printed(paper)):
        assert min(word.left, word.top) > 7 * MM
        assert (word.right, word.bottom) < (width - 3 * MM, height - 10 * MM)


@papers
def test_no_two_words_stand_on_each_other(paper):
    found = words(printed(paper))
    pairs = [(a, b) for at, a in enumerate(found) for b in found[at + 1 :] if overlap(a, b)]
    assert pairs == []


@pytest.mark.parametrize("name", ["㛃", LONG_NAME, "Abdulrahman " * 8])
@pytest.mark.parametrize("make", [a_proof, an_appreciation])
def test_a_name_of_any_length_is_printed_whole(make, name):
    text = "".join(poppler_text(printed(make(name=name))).split())
    assert "".join(name.split()) in text


def test_a_short_list_stands_on_the_page_of_its_proof():
    text = poppler_text(printed(a_proof(5)))
    assert "明细如下，共5条" in "".join(text.split())
    assert "第1页 共1页" in " ".join(text.split())
    assert "骑" not in text


def test_a_long_list_has_pages_of_its_own_with_heading_number_and_name_on_each():
    pdf = printed(a_proof(120))
    for page in (2, 3, 4, 5):
        text = " ".join(poppler_text(pdf, "-f", str(page), "-l", str(page)).split())
        for part in ("志愿服务明细", "序号", "服务内容", "编号：SJ001-Z2026-00001", "姓名：李梅"):
            assert part in text
        assert f"第{page}页 共5页" in text


def test_every_line_of_the_list_is_printed_once_and_in_order():
    pdf = printed(a_proof(120))
    rows = [word.text for page in (2, 3, 4, 5) for word in first_column(words(pdf, page))]
    assert rows == [str(row) for row in range(1, 121)]


def test_totals_and_origins_stand_below_the_last_line_only():
    pdf = printed(a_proof(120))
    pages = ["".join(poppler_text(pdf, "-f", str(n), "-l", str(n)).split()) for n in (2, 3, 4, 5)]
    assert ["合计120次，272.5小时" in text for text in pages] == [False, False, False, True]
    assert "其中：签到135小时（60次）、签到表47.5小时（30次）、补录90小时（30次）" in pages[-1]
    assert pages[-1].count("（以下空白）") == 1


@pytest.mark.parametrize("lines", range(30, 46))
def test_totals_never_stand_alone_on_a_page(lines):
    pdf = printed(a_proof(lines))
    last = len(poppler_text(pdf).rstrip("\f").split("\f"))
    assert first_column(words(pdf, last))


def test_what_all_lines_share_is_said_once_above_them():
    text = poppler_text(printed(a_proof(5)))
    assert f"组织单位：{UNIT}" in text
    assert text.count("王建国") == 2  # above the list, and as the one who signs


def test_what_differs_between_lines_has_its_column():
    details = tuple(a_detail(at, in_charge=("王建国", "赵小敏")[at % 2]) for at in range(4))
    text = poppler_text(printed(a_proof(details=details)))
    assert text.count("赵小敏") == 3  # twice in the list, once as the handler


def test_hours_stand_with_their_points_in_one_column():
    figures = [w for w in words(printed(a_proof(4))) if w.text in ("2.5", "1.58")]
    look = fonts.setting(fonts.Style.TEXT)
    points = [w.left + look.width(w.text.split(".")[0]) * 9 for w in figures]
    assert points == pytest.approx([points[0]] * 2, abs=0.1)


def test_a_stay_past_midnight_says_next_day():
    late = a_detail(0, came=time(22), left=time(0, 30))
    assert "22:00–次日00:30" in "".join(poppler_text(printed(a_proof(details=(late,)))).split())


def test_phrases_fall_away_where_the_station_knows_nothing():
    blank: dict[str, Any] = {
        "sex": "",
        "document_kind": "",
        "document_number": "",
        "phone": "",
        "services": (),
    }
    text = "".join(poppler_text(printed(a_proof(details=(), **blank))).split())
    assert "兹证明李梅（志愿者编号：SJ001-000123）自2026年" in text
    assert "小时）。本证明依据" in text
    assert "联系电话" not in text


def test_new_papers_are_issued_with_the_latest_template():
    assert [current(kind) for kind in Kind] == [("proof", 1), ("appreciation", 1)]


def reaches(word: Word, centre: tuple[float, float], radius: float) -> bool:
    """Whether the word's box comes into the circle."""
    x = min(max(centre[0], word.left), word.right)
    y = min(max(centre[1], word.top), word.bottom)
    return hypot(x - centre[0], y - centre[1]) < radius


def overlap(one: Word, other: Word) -> bool:
    """Whether two boxes share more than what line spacing lets boxes of glyphs share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.5 and down > 0.35 * min(one.bottom - one.top, other.bottom - other.top)


def first_column(found: list[Word]) -> list[Word]:
    """The row numbers of a detail list, from top to bottom."""
    left = [word for word in found if word.text.isdigit() and word.right < 32 * MM]
    return sorted(left, key=lambda word: word.top)
