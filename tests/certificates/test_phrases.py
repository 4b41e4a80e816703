"""The small language of a template's sentences."""

import pytest

from station_app.certificates.fonts import Style
from station_app.certificates.phrases import phrase


def test_fields_are_put_in_and_marked_runs_are_strong():
    said = phrase("兹证明**{name}**参加{visits}次。").runs({"name": "李梅", "visits": "3"})
    assert said == [("兹证明", Style.TEXT), ("李梅", Style.STRONG), ("参加3次。", Style.TEXT)]


def test_a_bracketed_part_falls_away_when_its_field_is_empty():
    sentence = phrase("编号[，电话：{phone}]。")
    assert sentence.runs({"phone": ""}) == [("编号。", Style.TEXT)]
    assert sentence.runs({"phone": "1"}) == [("编号，电话：1。", Style.TEXT)]


def test_a_name_cannot_act_as_a_mark():
    said = phrase("{name}。").runs({"name": "**[{visits}]", "visits": "3"})
    assert said == [("**[{visits}]。", Style.TEXT)]


def test_an_empty_sentence_says_nothing():
    assert phrase("[{phone}]").runs({"phone": ""}) == []


def test_a_sentence_without_fields_is_the_same_on_every_paper():
    assert phrase("特此证明。").is_fixed
    assert not phrase("{name}。").is_fixed


@pytest.mark.parametrize("text", ["**{name}", "[{name}", "{name}]", "[[{name}]]"])
def test_a_mark_left_open_is_found_when_the_template_is_read(text):
    with pytest.raises(ValueError, match=r"left open|do not pair"):
        phrase(text)
