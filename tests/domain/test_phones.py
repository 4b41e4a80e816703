"""Telephone numbers as people write them, and as they are stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.documents import DigitsLost
from station_app.domain.phones import PhoneUnreadable, tidy_phone
from station_app.errors import StationError


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "0086-13800138000",
        "8613800138000",
        "'13800138000",
        " 138\u00a00013\u200b8000 ",
    ],
)
def test_every_way_of_writing_one_mobile_is_stored_alike(written):
    assert tidy_phone(written) == "13800138000"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("010-65120000", "010-65120000"),
        ("(0571) 8700 1234", "0571-87001234"),
        ("057187001234", "0571-87001234"),
        ("0793-8223456", "0793-8223456"),
        ("+86 571 8700 1234", "0571-87001234"),
        ("+86-10-65120000", "010-65120000"),
    ],
)
def test_a_landline_is_stored_with_its_area_code_apart(written, stored):
    assert tidy_phone(written) == stored


@pytest.mark.parametrize(
    "text", ["", "无", "12800138000", "1380013800", "138001380001", "87001234", "13800138000/139"]
)
def test_what_nobody_could_dial_is_refused_with_the_text(text):
    with pytest.raises(PhoneUnreadable) as refusal:
        tidy_phone(text)
    assert refusal.value.text == text


def test_a_number_in_scientific_notation_has_lost_its_digits():
    with pytest.raises(DigitsLost):
        tidy_phone("1.38E+10")


@given(st.text(max_size=20))
def test_any_text_is_either_a_number_or_a_refusal(text):
    try:
        phone = tidy_phone(text)
    except StationError:
        return
    assert tidy_phone(phone) == phone
