"""Acts that are rarely wanted, behind one button."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from station_app.i18n import _
from station_app.ui.icons import icon as drawn
from station_app.ui.widgets.buttons import Button


class MenuButton(Button):
    """Opens a menu below itself on Enter, Space or a click; arrows walk in it, Esc leaves it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text or _("More"), icon="more")
        self.menu_shown = QMenu(self)
        self.clicked.connect(self._drop_down)

    def add(self, words: str, run: Callable[[], object], *, icon: str = "") -> None:
        """Offer one act more."""
        act = self.menu_shown.addAction(words)
        if icon:
            act.setIcon(drawn(icon))
        act.triggered.connect(lambda _checked: run())

    def _drop_down(self) -> None:
        menu = self.menu_shown
        left = self.width() - menu.sizeHint().width()
        menu.popup(self.mapToGlobal(QPoint(left, self.height() + 2)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
