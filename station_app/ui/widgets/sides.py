"""Two sides of a large dialog: what is said or asked at the left, what it is about at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from station_app.ui.theme import set_look, tokens


class Sides(QWidget):
    """Put widgets into `left`, a column of `width` pixels at 100 % type that scrolls by itself."""

    def __init__(self, right: QWidget, *, width: int) -> None:
        super().__init__()
        column = QWidget()
        set_look(column, ground="clear")
        self.left = QVBoxLayout(column)
        self.left.setContentsMargins(0, 0, 4, 0)
        self.left.setSpacing(16)
        scroll = QScrollArea()
        scroll.setWidget(column)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(tokens().px(width))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(scroll)
        layout.addWidget(right, 1)

    def hasHeightForWidth(self) -> bool:
        """Never: both sides take the height there is, and scroll within it."""
        return False
