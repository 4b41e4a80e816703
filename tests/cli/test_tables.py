"""Text for terminals: widths, breaking, tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.cli.tables import padded, table, width, wrapped

TEXTS = st.text(st.sampled_from("ab1，。 李𬱖·（）é"), max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("李梅", 4), ("王𬱖", 4), ("é", 1), ("e\u0301", 1), ("，", 2), ("·", 1), ("", 0)],
)
def test_wide_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(TEXTS, st.integers(8, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert width(line) <= columns or not any(mark in line for mark in "李𬱖 ")


@given(TEXTS, st.booleans())
def test_padding_fills_up_to_the_column(text: str, right: bool) -> None:
    assert width(padded(text, 200, right=right)) == 200


def test_a_closing_mark_never_begins_a_line() -> None:
    assert wrapped("一二三四，五六", 8) == ["一二三", "四，五六"]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert table(["姓名", "h"], [["李梅", "1.5"], ["欧阳小满", "10"]], [False, True]) == [
        "姓名        h",
        "────────  ───",
        "李梅      1.5",
        "欧阳小满   10",
    ]
