"""Rare characters by their code point, there and back."""

import pytest

from station_app.domain.code_points import (
    Nature,
    character_name,
    gb18030_text,
    nature,
    point_text,
    read_point,
    swapped,
)


@pytest.mark.parametrize(
    ("before", "gone", "comes"),
    [
        ("李4DAE", 4, "䶮"),
        ("李20BB7", 5, "𠮷"),
        ("李U+20bb7", 7, "𠮷"),
        ("李2CC56", 5, "𬱖"),
        ("李𬱖", 1, "2CC56"),
        ("李4da", 1, "0061"),
        ("1234DAE", 4, "䶮"),
        ("110020BB7", 6, "𠮷"),
        ("李D800", 1, "0030"),
        ("", 0, ""),
    ],
)
def test_a_code_becomes_its_character_and_a_character_its_code(
    before: str, gone: int, comes: str
) -> None:
    assert swapped(before) == (gone, comes)


@pytest.mark.parametrize(
    "text", ["20BB7", "U+20BB7", "u+20bb7", " 0x20BB7 ", "Ｕ＋２０ＢＢ７", "\\u20bb7"]
)
def test_a_code_is_read_however_it_is_written(text: str) -> None:
    assert read_point(text) == "𠮷"


@pytest.mark.parametrize("text", ["", "12", "吉", "110000", "D843", "001B", "20BB7 20BB7"])
def test_what_names_no_character_is_not_read(text: str) -> None:
    assert read_point(text) is None


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("𠮷", Nature.ASSIGNED),
        ("\U00031350", Nature.ASSIGNED),
        ("\ue816", Nature.PRIVATE_USE),
        ("\U000f0000", Nature.PRIVATE_USE),
        ("\u0378", Nature.UNASSIGNED),
        ("\U0002fffd", Nature.UNASSIGNED),
    ],
)
def test_a_code_point_is_everybodys_one_pcs_or_nobodys(character: str, kind: Nature) -> None:
    assert nature(character) is kind


def test_a_character_is_named_as_the_standards_name_it() -> None:
    assert point_text("䶮") == "U+4DAE"
    assert character_name("𠮷") == "CJK UNIFIED IDEOGRAPH-20BB7"
    assert character_name("\U00031350") == "CJK UNIFIED IDEOGRAPH-31350"
    assert (gb18030_text("䶮"), gb18030_text("𠮷")) == ("FE 9F", "95 34 B2 35")
