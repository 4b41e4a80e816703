"""Which face draws a character, and what happens when none does."""

import pytest

from station_app.certificates import Press, fonts, press
from station_app.certificates.fonts import NoGlyph, Style, setting
from station_app.domain.certificates import FontMissing

PRIVATE, CONTROL, MARK, HEBREW, EMOJI = "\ue000", "\x07", "\u202e", "א", "😀"


def test_a_text_is_set_in_kai():
    assert [face.face.name for face, _ in pieces("李梅")] == [b"LXGWWenKai-Regular"]


def test_a_character_that_kai_lacks_is_drawn_by_another_face():
    odd = first_beyond_kai()
    faces = [(face.face.name, text) for face, text in pieces(f"李{odd}梅")]
    assert faces == [
        (b"LXGWWenKai-Regular", "李"),
        (b"WenQuanYiZenHei", odd),
        (b"LXGWWenKai-Regular", "梅"),
    ]


@pytest.mark.parametrize("character", [PRIVATE, CONTROL, MARK, HEBREW, EMOJI, "\U0010fffd"])
def test_a_character_that_would_print_as_a_box_or_not_at_all_is_refused(character):
    with pytest.raises(NoGlyph):
        setting(Style.TEXT)[character]


def test_a_pc_without_fonts_is_told_the_package(monkeypatch):
    monkeypatch.setattr(fonts, "_installed_files", dict)
    monkeypatch.setattr(press, "setting", setting.__wrapped__)
    with pytest.raises(FontMissing) as missing:
        Press()
    assert missing.value.package == "fonts-lxgw-wenkai"


def test_a_face_is_read_once():
    assert setting(Style.STRONG) is setting(Style.STRONG)
    assert setting(Style.TEXT).main is pieces("李")[0][0]


def pieces(text):
    look = setting(Style.TEXT)
    look.width(text)
    return look.pieces(text)


def first_beyond_kai():
    """A character that the second face has and the first has not."""
    kai, rare = (fonts._face(file).face.charToGlyph for file in setting(Style.TEXT)._chain[:2])
    return next(chr(code) for code in range(0x2100, 0x2700) if code in rare and code not in kai)
