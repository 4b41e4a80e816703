"""A register over the years: somebody registers, a list comes in, two records become one and two
again, one person is erased. No hour is lost or doubled on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from station_app.services.hours import EVER, total_minutes
from station_app.services.import_runs import import_runs
from station_app.services.journal import verify_journal
from station_app.services.people import head_count, person_card
from station_app.ui.importing import ImportsDialog
from station_app.ui.importing.taking_back import TakeBackDialog
from station_app.ui.pages.volunteers.duplicates import DuplicatesDialog
from station_app.ui.pages.volunteers.erase_dialog import EraseDialog
from station_app.ui.pages.volunteers.importing import ImportDialog
from station_app.ui.pages.volunteers.merge_dialog import MergeDialog
from station_app.ui.pages.volunteers.registering import RegisterDialog
from tests.helpers.builders import a_post, a_registration
from tests.helpers.pairs import hours_of, two_with_stays
from tests.helpers.screen import (
    CTRL,
    drop,
    in_front,
    open_dialogs,
    opened,
    person_shown,
    press,
    shown,
    typed,
)

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
HEAD = "姓名,证件号码,居住区域,同意日期,同意方式\r\n"


@pytest.fixture
def roster(tmp_path):
    """Two who are new, and one whose number lost its digits."""
    path = tmp_path / "花名册.csv"
    people = [("赵敏", a_registration(serial=11)), ("钱伟", a_registration(serial=12))]
    rows = [f"{name},{one.document.number},东街,2026-10-01,书面\r\n" for name, one in people]
    path.write_text(HEAD + "".join(rows) + "孙丽,1.1E+17,东街,2026-10-01,书面\r\n", "gb18030")
    return path


def button(parent, words):
    return next(one for one in parent.findChildren(QAbstractButton) if one.text() == words)


def registered(office):
    return office.read(head_count).registered


def test_a_register_over_the_years_keeps_every_hour(desk, qtbot, office, roster):
    one, other = two_with_stays(office, a_post(office))
    total = office.read(total_minutes, EVER)
    window = shown(desk, qtbot)

    registers_by_keyboard(desk, window)
    assert registered(office) == 3

    brings_a_list_in(desk, window, roster)
    assert registered(office) == 5

    compared = compares(desk, window)
    compared.why.setFocus()
    typed("护照已换发")
    press(ENTER)
    desk.settle()
    assert (registered(office), hours_of(office, one)) == (4, total)
    assert office.read(total_minutes, EVER) == total

    duplicates = opened(window, DuplicatesDialog)
    next(one for one in duplicates.bar.findChildren(QAbstractButton) if one.text()).click()
    desk.settle()
    assert registered(office) == 5
    assert hours_of(office, one) + hours_of(office, other) == total
    press(ESC)

    takes_the_list_back(desk, window, office)
    assert registered(office) == 3

    erases(desk, window, office, one)
    assert office.read(person_card, one).registration.phone == ""
    assert hours_of(office, one) + hours_of(office, other) == total
    assert office.read(total_minutes, EVER) == total
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())
    assert verdict.blanked > 0


def registers_by_keyboard(desk, window):
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, RegisterDialog)
    typed("周正")
    for _field in ("name", "document kind"):
        press(ENTER)
    typed(a_registration(serial=9).document.number)
    dialog.form.fields["area"].setFocus()
    typed("东街")
    dialog.form.fields["consent_way"].setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert open_dialogs(window) == []


def brings_a_list_in(desk, window, path):
    assert drop(window, path)
    desk.settle()
    dialog = opened(window, ImportDialog)
    for _step in ("check", "import", "close"):
        dialog.primary.click()
        desk.settle()


def compares(desk, window):
    button(window.page, "查重…").click()
    desk.settle()
    duplicates = opened(window, DuplicatesDialog)
    duplicates.pairs.table.setFocus()
    press(ENTER)
    desk.settle()
    return opened(window, MergeDialog)


def takes_the_list_back(desk, window, office):
    window.page.reveal("imports")
    desk.settle()
    dialog = opened(window, ImportsDialog)
    (run,) = office.read(import_runs)
    dialog.list.table.setFocus()
    press(ENTER)
    desk.settle()
    opened(window, TakeBackDialog).primary.click()
    desk.settle()
    in_front(dialog)
    press(ESC)
    assert run.done == 2


def erases(desk, window, office, who):
    window.page.reveal(str(who))
    desk.settle()
    page = person_shown(window)
    number = office.read(person_card, who).number
    EraseDialog(desk, page, who).open()
    desk.settle()
    dialog = opened(window, EraseDialog)
    dialog.number.setFocus()
    typed(number)
    press(ENTER)
    desk.settle()
    assert open_dialogs(window) == []
