"""Chinese text into lines: where a line may end, and how it fills its measure.

The rules are those of GB/T 15834-2011 and of W3C's Requirements for Chinese Text Layout: no closing
mark begins a line, no opening mark ends one; a word, a figure with its unit and a short strong run
(a name) are not torn apart. All measures are in em of the text's own size.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from string import ascii_letters, digits

from station_app.certificates.fonts import SQUEEZE, TIGHT, Style, setting
from station_app.certificates.phrases import Run

OPENING = frozenset("（《〈【〔「『“‘([{")
CLOSING = frozenset("，。、；：？！）》〉】〕」』”’…—·～%％℃,.;:?!)]}")
_WORD = frozenset(ascii_letters + digits + ".,:/@#&+_*'-" + "".join(map(chr, range(0xC0, 0x250))))
_DIGITS = frozenset(digits)
_MEASURES = frozenset("年月日时分次条小")  # 小 of 小时
_LONGEST_NAME = 8  # strong runs up to this many characters stay in one line
_WIDEST_GAP = 0.13  # em added after a character at most; beyond it a ragged edge looks better


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs with their widths, the whole width, and what each character gains."""

    runs: tuple[tuple[str, Style, float], ...]
    width: float
    gap: float = 0.0


def broken(
    runs: Sequence[Run], measure: float, *, indent: float = 0.0, justified: bool = False
) -> list[Line]:
    """The text in lines of at most `measure` em, the first shorter by `indent`.

    Raises fonts.NoGlyph.
    """
    text = _Text(runs)
    lines: list[Line] = []
    start, room = 0, measure - indent
    while start < text.length:
        end = text.end_of_line(start, room)
        room_to_fill = room if justified and end < text.length else 0.0
        lines.append(text.line(start, end, room_to_fill))
        start, room = text.skip_spaces(end), measure
    return lines


class _Text:
    """A paragraph as one string, with the sum of widths up to each character."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.text = "".join(text for text, _ in runs)
        self.length = len(self.text)
        self.runs: list[tuple[int, int, Style]] = []
        widths: list[float] = []
        for text, style in runs:
            start = len(widths)
            widths += map(setting(style).__getitem__, text)
            for pair in TIGHT.finditer(text):
                widths[start + pair.start()] -= SQUEEZE
            self.runs.append((start, len(widths), style))
        self.sums = [0.0, *accumulate(widths)]

    def end_of_line(self, start: int, room: float) -> int:
        """The last place where a line from `start` may end; torn only where nothing else fits."""
        furthest = bisect_right(self.sums, self.sums[start] + room + 1e-6, lo=start) - 1
        if furthest >= self.length:
            return self.length
        end = furthest
        while end > start and not self._may_end(end):
            end -= 1
        return end if end > start else max(furthest, start + 1)

    def skip_spaces(self, at: int) -> int:
        """Where the next line begins."""
        while at < self.length and self.text[at].isspace():
            at += 1
        return at

    def line(self, start: int, end: int, room: float) -> Line:
        """The line; with `room` given, a small rest is spread between its characters."""
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        width = self.sums[end] - self.sums[start]
        gap = (room - width) / (end - start - 1) if end - start > 1 else 0.0
        return Line(tuple(self._pieces(start, end)), width, gap if 0 < gap <= _WIDEST_GAP else 0.0)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[str, Style, float]]:
        for first, last, style in self.runs:
            low, high = max(first, start), min(last, end)
            if low < high:
                yield self.text[low:high], style, self.sums[high] - self.sums[low]

    def _may_end(self, at: int) -> bool:
        """Whether a line may end before the character at this place."""
        last, following = self.text[at - 1], self.text[at]
        return not (
            following in CLOSING
            or last in OPENING
            or (last in _WORD and following in _WORD)
            or (last in _DIGITS and following in _MEASURES)
            or self.text.startswith("小时", at - 1)
            or self._in_name(at)
        )

    def _in_name(self, at: int) -> bool:
        return any(
            style is Style.STRONG and first < at < last and last - first <= _LONGEST_NAME
            for first, last, style in self.runs
        )
