"""The hands of a clerk: a window on the screen, keys, typed Chinese, what stands open."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui.desk import Desk
from station_app.ui.frame import open_window
from station_app.ui.main_window import MainWindow
from station_app.ui.pages.volunteers.person import PersonPage

Dialog = TypeVar("Dialog", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def shown(desk: Desk, qtbot: QtBot, page: str = "volunteers") -> MainWindow:
    """The real window at this page, active, with nothing under way."""
    window = open_window(desk)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go(page)
    desk.settle()
    return window


def focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key where the keyboard is."""
    QTest.keyClick(focus(), key, modifier)


def typed(text: str) -> None:
    """Text where the keyboard is: ASCII by keys, the rest as an input method commits it."""
    if text.isascii():
        QTest.keyClicks(focus(), text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus(), event)


def in_front(window: QWidget) -> None:
    """The window has the keyboard again, as after a dialog has closed."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def opened(window: QWidget, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind that stands open last; it has the keyboard."""
    dialog = [one for one in window.findChildren(kind) if one.isVisible()][-1]
    in_front(dialog)
    return dialog


def person_shown(window: MainWindow) -> PersonPage:
    """The person whose page is open."""
    page = window.page.covered
    assert isinstance(page, PersonPage)
    assert page.isVisible()
    return page


def open_dialogs(window: QWidget) -> list[QDialog]:
    """All dialogs that stand open."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def drop(widget: QWidget, path: Path) -> bool:
    """Drag a file onto a widget; tells whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(9, 9), action, data, button, NONE)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(9, 9), action, data, button, NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
