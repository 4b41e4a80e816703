"""Where lines of Chinese end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.certificates.fonts import NoGlyph, Style
from station_app.certificates.lines import CLOSING, OPENING, Line, broken

HAN = "您在和平里社区新时代文明实践站的岗位上用心服务邻里把温暖送到身边"


def said(line: Line) -> str:
    return "".join(text for text, _, _ in line.runs)


def texts(text: str, measure: float, indent: float = 0.0) -> list[str]:
    return [said(line) for line in broken([(text, Style.TEXT)], measure, indent=indent)]


def test_a_line_is_filled_to_its_measure():
    assert texts(HAN, 10) == [HAN[0:10], HAN[10:20], HAN[20:30], HAN[30:]]


def test_the_first_line_is_shorter_by_its_indent():
    assert texts(HAN, 10, indent=2)[:2] == [HAN[0:8], HAN[8:18]]


def test_a_closing_mark_takes_the_character_before_it_along():
    assert texts("一二三四五。六七", 5) == ["一二三四", "五。六七"]


def test_an_opening_mark_goes_with_what_it_opens():
    assert texts("一二三四《五六》", 5) == ["一二三四", "《五六》"]


def test_a_word_and_a_number_are_not_torn():
    assert texts("编号是SJ001-G2026-00001", 11) == ["编号是", "SJ001-G2026-00001"]


@pytest.mark.parametrize("figure", ["36.5小时", "2026年", "12次"])
def test_a_figure_keeps_its_unit(figure):
    assert texts("一二三四五六" + figure, 7)[1].startswith(figure)


def test_a_short_name_stays_in_one_line():
    lines = broken([("兹证明现有", Style.TEXT), ("买买提江", Style.STRONG)], 7)
    assert [said(line) for line in lines] == ["兹证明现有", "买买提江"]


def test_a_word_wider_than_the_line_is_torn_rather_than_lost():
    word = "W" * 60
    assert "".join(texts(word, 8)) == word


def test_spaces_neither_begin_nor_end_a_line():
    assert texts("一二三四五 六七", 5) == ["一二三四五", "六七"]


def test_two_closing_marks_in_a_row_share_a_square():
    assert broken([("好）。", Style.TEXT)], 9)[0].width == pytest.approx(2.5)


def test_a_justified_line_ends_at_the_edge_and_the_last_one_does_not():
    first, last = broken([("一二三四五六七八九十一二三四五。六", Style.TEXT)], 15.4, justified=True)
    letters = len(said(first))
    assert first.width + first.gap * (letters - 1) == pytest.approx(15.4)
    assert last.gap == 0


def test_a_line_too_short_to_spread_stays_ragged():
    first, _ = broken([("一二三四SJ001-G2026-00001", Style.TEXT)], 11, justified=True)
    assert first.gap == 0


def test_a_character_in_no_font_is_named():
    with pytest.raises(NoGlyph) as missing:
        broken([("李\U0010fffd", Style.TEXT)], 9)
    assert missing.value.character == "\U0010fffd"


ALPHABET = HAN + "，。、；：？！（）《》“”0123456789aZ.-· "


@given(st.text(ALPHABET, max_size=120), st.floats(6, 30), st.booleans())
def test_no_text_breaks_the_rules(text, measure, justified):
    lines = broken([(text, Style.TEXT)], measure, justified=justified)
    assert "".join(map(said, lines)).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        letters = len(said(line))
        assert line.width + line.gap * (letters - 1) <= measure + 0.51 or letters == 1
    for above, below in pairwise(map(said, lines)):
        if can_end_somewhere(above):
            assert below[0] not in CLOSING
            assert above[-1] not in OPENING


def can_end_somewhere(line: str) -> bool:
    """Whether the line had a place where it could have ended by the rules."""
    return any(before in HAN and after in HAN for before, after in pairwise(line))
