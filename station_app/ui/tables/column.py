"""What a list shows: columns are declarations, not branches in a model."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from station_app.ui.theme_tokens import Tone

Row = TypeVar("Row")


class Align(Enum):
    """Words stand at the left, figures at the right, short marks in the middle."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column over rows of one kind.

    `title` is a marked sentence id; `text` makes the cell; `order` is the key the source sorts by
    (None: not sortable); `width` is in pixels at 100 % type; `tone` colours the cell, with `chip`
    as a status chip; `icon` names an icon before the text; `stretch` takes what width is left.
    """

    title: str
    text: Callable[[Row], str]
    _: KW_ONLY
    order: object = None
    width: int = 120
    align: Align = Align.LEFT
    tone: Callable[[Row], Tone] | None = None
    icon: Callable[[Row], str] | None = None
    chip: bool = False
    strong: bool = False
    stretch: bool = False
