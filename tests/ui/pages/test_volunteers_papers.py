"""Papers to sign: a look, the period, a file, the printer; all by keyboard."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from sqlalchemy import func, select

from station_app.data.models import JournalEntry
from station_app.domain.journal import Op
from station_app.ui.pages.volunteers.papers import (
    SheetDialog,
    print_consent_sheet,
    print_my_record,
)
from station_app.ui.widgets import Span
from tests.helpers.builders import served
from tests.helpers.choosing import name_file
from tests.helpers.screen import focus, in_front, opened, press, shown

ENTER = Qt.Key.Key_Return


@pytest.fixture
def li(office):
    """李梅, who served on 9 October."""
    return served(office, "李梅")[0]


@pytest.fixture
def window(desk, qtbot, li):
    return shown(desk, qtbot)


def prints(office):
    """How many prints the journal keeps."""
    counted = select(func.count()).where(JournalEntry.op == Op.ACCESS)
    return office.read(lambda unit: unit.session.scalars(counted).one())


def record(window, desk, who):
    print_my_record(desk, window.page, who)
    desk.settle()
    dialog = opened(window, SheetDialog)
    desk.settle()
    return dialog


def text_of(path):
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_record_is_looked_at_and_saved_for_the_days_that_are_chosen(
    window, desk, qtbot, office, li, tmp_path
):
    dialog = record(window, desk, li)
    assert dialog.windowTitle() == "李梅的服务记录核对单"
    assert dialog.paper.pages == 1
    assert prints(office) == 0
    dialog.period.set_value((date(2026, 11, 1), date(2026, 11, 2)))
    desk.settle()
    dialog.save.setFocus()
    press(ENTER)
    name_file(qtbot, dialog, desk, tmp_path / "record.pdf")
    text = text_of(tmp_path / "record.pdf")
    assert "李梅" in text
    assert "本期间没有服务记录。" in text
    assert prints(office) == 1
    assert "record.pdf" in dialog.told._words.text()
    in_front(dialog)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_days_that_cannot_be_are_told_and_nothing_is_handed_out(window, desk, li):
    dialog = record(window, desk, li)
    dialog.period.set_value((date(2026, 11, 2), date(2026, 11, 1)))
    desk.settle()
    assert dialog.paper.pages == 0
    assert not dialog.primary.isEnabled()
    assert not dialog.save.isEnabled()
    dialog.period.set_span(Span.THIS_YEAR)
    desk.settle()
    assert dialog.primary.isEnabled()


def test_without_a_printer_the_clerk_is_told_and_the_journal_keeps_nothing(
    window, desk, qtbot, office, li, monkeypatch
):
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinters", staticmethod(list))
    print_consent_sheet(desk, window.page, li)
    desk.settle()
    dialog = opened(window, SheetDialog)
    desk.settle()
    assert dialog.paper.pages == 2
    assert focus() is dialog.primary
    press(ENTER)
    qtbot.waitUntil(lambda: "没有安装打印机" in dialog.told._words.text())
    assert prints(office) == 0


def test_a_blank_consent_sheet_is_found_in_the_menu(window, desk, qtbot):
    window.page.more.setFocus()
    press(ENTER)
    menu = window.page.more.menu_shown
    qtbot.waitUntil(menu.isVisible)
    (blank,) = (act for act in menu.actions() if act.text() == "空白知情同意书…")
    assert isinstance(menu, QMenu)
    menu.close()
    blank.trigger()
    desk.settle()
    dialog = opened(window, SheetDialog)
    assert dialog.windowTitle() == "空白知情同意书"
    assert dialog.paper.pages == 2
