"""The system's file dialogs, as a clerk without a mouse goes through them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui.desk import Desk
from tests.helpers.screen import focus, opened, press, typed


def file_dialog(qtbot: QtBot, over: QWidget) -> tuple[QFileDialog, QLineEdit]:
    """The dialog once it is there, and the name in it, which has the keyboard."""
    qtbot.waitUntil(lambda: bool(over.findChildren(QFileDialog)))
    choosing = opened(over, QFileDialog)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    name = focus()
    assert isinstance(name, QLineEdit)
    return choosing, name


def name_file(qtbot: QtBot, over: QWidget, desk: Desk, path: Path) -> None:
    """Type a path, Enter, and wait for what follows."""
    choosing, name = file_dialog(qtbot, over)
    name.selectAll()
    typed(str(path))
    press(Qt.Key.Key_Return)
    assert not choosing.isVisible()
    desk.settle()
