"""Parts of a page behind words on a line; Ctrl+Tab goes to the next."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget


class Tabs(QTabWidget):
    """Asks for no more room than the part that is shown.

    Why: Qt asks for the most that any part needs, and a short list would scroll for a tall one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Room for the words and for the part shown."""
        shown = self.currentWidget()
        least = shown.minimumSizeHint() if self.count() else QSize()
        bar = self.tabBar().minimumSizeHint()
        return QSize(max(least.width(), bar.width()), least.height() + bar.height())

    def sizeHint(self) -> QSize:
        """No more than needed: the page gives what there is."""
        return self.minimumSizeHint()
