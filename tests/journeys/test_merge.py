"""One woman, registered twice: found, put together, taken apart and put together for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from station_app.services.hours import EVER, total_minutes
from station_app.services.journal import verify_journal
from station_app.services.merging import merged_number
from station_app.services.people import person_card
from station_app.services.unmerging import merges
from station_app.ui.pages.volunteers.duplicates import DuplicatesDialog
from station_app.ui.pages.volunteers.merge_choice import Side
from station_app.ui.pages.volunteers.merge_dialog import MergeDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.pairs import books, hours_of, two_with_stays
from tests.helpers.screen import CTRL, focus, in_front, opened, person_shown, press, shown, typed

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space


class Clerk:
    """Two hands on the keyboard, and no mouse."""

    def __init__(self, window, desk):
        self.window, self.desk = window, desk

    def tabs_to(self, widget):
        """Tab until the keyboard is there."""
        for _step in range(60):
            if focus() is widget:
                return
            press(TAB)
        raise AssertionError(f"no Tab leads to {widget}")

    def opens_duplicates(self):
        button = next(
            one for one in self.window.page.findChildren(QAbstractButton) if one.text() == "查重…"
        )
        self.tabs_to(button)
        press(SPACE)
        self.desk.settle()
        return opened(self.window, DuplicatesDialog)

    def compares(self, duplicates):
        in_front(duplicates)
        self.tabs_to(duplicates.pairs.table)
        press(ENTER)
        self.desk.settle()
        return opened(self.window, MergeDialog)

    def merges(self, dialog, why):
        self.tabs_to(dialog.why)
        typed(why)
        press(ENTER)
        self.desk.settle()


@pytest.fixture
def pair(office):
    """李晓明 and 李小明, one woman; and 王芳, who is like nobody."""
    found = two_with_stays(office, a_post(office))
    a_volunteer(office, "王芳", 321)
    return found


@pytest.fixture
def clerk(desk, qtbot, pair):
    """A clerk who has gone to the volunteers."""
    window = shown(desk, qtbot, "today")
    press(Qt.Key.Key_2, CTRL)
    desk.settle()
    return Clerk(window, desk)


def test_one_woman_registered_twice_becomes_one_by_keyboard_alone(clerk, desk, office, pair):
    one, other = pair
    number, total = office.read(person_card, other).number, office.read(total_minutes, EVER)
    duplicates = clerk.opens_duplicates()
    dialog = clerk.compares(duplicates)
    press(TAB)
    press(Qt.Key.Key_Right)
    assert dialog.table.side("name") is Side.RIGHT
    clerk.merges(dialog, "护照已换发，以身份证为准")
    in_front(duplicates)
    press(Qt.Key.Key_Escape)
    clerk.window.page.reveal(str(one))
    desk.settle()
    person = person_shown(clerk.window).person
    assert (person.name, person.minutes) == ("李小明", 271)
    assert hours_of(office, other) == 0
    assert office.read(total_minutes, EVER) == total
    assert office.read(merged_number, number).survivor_id == one
    (row,) = office.read(merges)
    assert (row.survivor.id, row.merged.id, row.merged_by) == (one, other, "演示经办人")


def test_a_merge_taken_back_leaves_the_books_as_they_were(clerk, desk, office):
    before, total = office.read(books, "merge"), office.read(total_minutes, EVER)
    duplicates = clerk.opens_duplicates()
    clerk.merges(clerk.compares(duplicates), "护照已换发，以身份证为准")
    assert office.read(books, "merge") != before
    in_front(duplicates)
    undo = next(one for one in duplicates.bar.findChildren(QAbstractButton) if one.text())
    clerk.tabs_to(undo)
    press(SPACE)
    desk.settle()
    assert office.read(books, "merge") == before
    assert office.read(total_minutes, EVER) == total
    assert office.read(verify_journal).broken is None
    assert clerk.compares(duplicates).shown.clashes == ()
