"""Dialogs: Enter, Esc, and what is said inside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from station_app.places import Places
from station_app.ui.bug_dialog import BugDialog
from station_app.ui.widgets import DialogFrame, Form, TextField, confirm

pytestmark = pytest.mark.usefixtures("preferences")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Whatever stands below the dialog."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def dialog(page: QWidget) -> DialogFrame:
    """A dialog with a form of one field, open."""
    made = DialogFrame(page, "新建岗位", primary="保存")
    form = Form()
    form.add("name", "岗位名称", TextField())
    made.add_form(form)
    made.open()
    return made


def the_field(dialog: DialogFrame) -> TextField:
    """The one field of the dialog."""
    return dialog.findChildren(TextField)[0]


def test_the_keyboard_starts_in_the_first_field(dialog: DialogFrame) -> None:
    assert dialog.focusWidget() is the_field(dialog)


def test_enter_in_the_last_field_confirms_and_leaves_the_dialog_open(dialog: DialogFrame) -> None:
    confirmed: list[int] = []
    dialog.confirmed.connect(lambda: confirmed.append(1))
    QTest.keyClick(the_field(dialog), Qt.Key.Key_Return)
    assert confirmed == [1]
    assert dialog.isVisible()


def test_esc_closes_an_untouched_dialog(dialog: DialogFrame) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_asks_before_what_was_typed_is_lost(dialog: DialogFrame, qtbot: QtBot) -> None:
    QTest.keyClicks(the_field(dialog), "tushu")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    question = dialog.findChildren(DialogFrame)[0]
    with qtbot.waitSignal(dialog.rejected):
        question.primary.click()


def test_a_refusal_stands_in_the_dialog_and_it_grows_to_show_it(dialog: DialogFrame) -> None:
    before = dialog.height()
    dialog.refuse("同名的岗位已经有了：图书角值守。请换一个名称，或者打开原来的岗位修改。")
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("同名的岗位") for text in shown)
    assert dialog.height() > before


def test_enter_presses_the_button_with_the_keyboard_and_no_other(
    page: QWidget, qtbot: QtBot
) -> None:
    ran: list[int] = []
    question = confirm(
        page, "作废证书？", "作废后不能恢复。", "作废", lambda: ran.append(1), danger=True
    )
    assert question.focusWidget() is question.cancel
    with qtbot.waitSignal(question.rejected):
        QTest.keyClick(question.cancel, Qt.Key.Key_Return)
    assert ran == []


def test_yes_does_it(page: QWidget) -> None:
    ran: list[int] = []
    confirm(page, "作废证书？", "作废后不能恢复。", "作废", lambda: ran.append(1)).primary.click()
    assert ran == [1]


def test_a_long_dialog_stays_on_the_screen_and_scrolls(page: QWidget) -> None:
    dialog = DialogFrame(page, "很长", primary="好")
    form = Form()
    for number in range(40):
        form.add(str(number), f"第 {number} 项", TextField())
    dialog.add_form(form)
    dialog.open()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.primary.isVisible()


def test_a_bug_is_told_calmly_and_can_be_copied(page: QWidget, places: Places) -> None:
    try:
        raise ZeroDivisionError("figures")
    except ZeroDivisionError as error:
        dialog = BugDialog(page, error, places)
    dialog.open()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "ZeroDivisionError" not in words
    assert str(places.logs) in words
    dialog.cancel.click()
    assert "ZeroDivisionError: figures" in QGuiApplication.clipboard().text()
