"""What a clerk would notice in a Chinese sentence: left English, half-width punctuation."""

import re
from collections.abc import Iterator

HAN = re.compile(r"[\u3400-\u9fff]")
FIELD = re.compile(r"\{[^{}]*\}")
COMMAND = re.compile(r"\./station[ \w-]*|--[a-z][a-z-]*|`[^`]*`|\.[a-z]{2,5}\b")
LATIN_WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]+")
HALF_WIDTH = re.compile(
    r"[\u3400-\u9fff\u201d\u300b}] *[,;:?!]|[\u3400-\u9fff]\.(?:\s|$)|\([\u3400-\u9fff]"
)
PROPER_NAMES = frozenset(
    "Alt Backspace Ctrl Debian Delete English Enter Esc Excel Linux Practice Qt Shift Station Tab "
    "Unicode Windows WenKai Zen Hei macOS".split()
)


def left_english(english: str, chinese: str) -> Iterator[str]:
    """English words in the Chinese sentence; acronyms, commands and proper names may stay."""
    words = LATIN_WORD.findall(COMMAND.sub(" ", FIELD.sub(" ", chinese)))
    strange = [word for word in words if word not in PROPER_NAMES]
    if strange:
        yield f"{english!r} / {chinese!r}: {', '.join(strange)}"


def half_width(english: str, chinese: str) -> Iterator[str]:
    """ASCII punctuation after a Chinese word, where full width is written."""
    if HAN.search(chinese) and HALF_WIDTH.search(COMMAND.sub(" ", chinese)):
        yield f"{english!r} / {chinese!r}"
