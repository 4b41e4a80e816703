"""Codes of sheets: back and forth, and no slip of the fingers passes."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.certificates import CROCKFORD
from station_app.domain.sheet_codes import (
    NoSheetCode,
    SheetCodeMistyped,
    read_sheet_code,
    sheet_code,
)

SHIFTS = st.uuids()


@given(SHIFTS)
def test_a_code_is_read_back_however_it_is_typed(shift):
    code = sheet_code(shift)
    assert sheet_code(shift) == code
    plain = code.replace("-", "")
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in plain)
    misread = plain.lower().replace("0", "o").replace("1", "l")
    for typed in (code, f" {plain} ", wide, misread, f"{plain[:2]} {plain[2:]}", f"sheet:{code}"):
        assert read_sheet_code(typed) == code


@given(SHIFTS, st.integers(0, 7), st.sampled_from(CROCKFORD))
def test_one_wrong_character_never_passes(shift, place, letter):
    plain = sheet_code(shift).replace("-", "")
    wrong = plain[:place] + letter + plain[place + 1 :]
    if wrong != plain:
        with pytest.raises(SheetCodeMistyped):
            read_sheet_code(wrong)


@given(SHIFTS, st.integers(0, 7), st.integers(0, 7))
def test_two_characters_that_changed_places_never_pass(shift, one, other):
    letters = list(sheet_code(shift).replace("-", ""))
    changed = letters.copy()
    changed[one], changed[other] = changed[other], changed[one]
    if changed != letters:
        with pytest.raises(SheetCodeMistyped):
            read_sheet_code("".join(changed))


@pytest.mark.parametrize("typed", ["", "260000013", "ABCD-123", "ABCD-123U", "李梅"])
def test_what_is_no_code_is_not_taken_for_a_mistyped_one(typed):
    with pytest.raises(NoSheetCode):
        read_sheet_code(typed)


def test_codes_of_many_shifts_differ():
    assert len({sheet_code(uuid4()) for _ in range(2000)}) == 2000
