"""Parts of a page behind words on a line; Ctrl+Tab goes to the next."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QTabWidget


class Tabs(QTabWidget):
    """Asks for no more room than the part that is shown.

    Why: Qt asks for the most that any part needs, and a short list would scroll for a tall one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def event(self, event: QEvent) -> bool:
        """What grows within a part asks the page for more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Room for the words and for the part shown."""
        shown = self.currentWidget()
        least = shown.minimumSizeHint() if self.count() else QSize()
        bar = self.tabBar().minimumSizeHint()
        return QSize(max(least.width(), bar.width()), least.height() + bar.height())

    def hasHeightForWidth(self) -> bool:
        """Whether the part shown needs more height where it is narrow."""
        return self.count() > 0 and self.currentWidget().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The height of the words and of the part shown at this width."""
        bar = self.tabBar().minimumSizeHint().height()
        return self.currentWidget().heightForWidth(width) + bar

    def sizeHint(self) -> QSize:
        """No more than needed: the page gives what there is."""
        return self.minimumSizeHint()
