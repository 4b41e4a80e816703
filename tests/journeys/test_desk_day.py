"""A clerk's first days at the desk, on the real window: from no post to hours that are right."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.attendance import Origin
from station_app.services.hours import Period, hours_by_person
from station_app.services.lists.attendance import StayFilter, StayRow, ids, rows
from station_app.services.reception import people_meant
from station_app.ui.pages.attendance.close_dialog import CloseDialog
from station_app.ui.pages.attendance.sheet_dialog import SheetDialog
from station_app.ui.pages.posts.make_dialog import MakeDialog
from station_app.ui.pages.posts.post_dialog import PostDialog
from tests.helpers.builders import a_volunteer
from tests.helpers.screen import CTRL, focus, opened, press, shown, typed

ENTER = Qt.Key.Key_Return
NAMES = ("李梅", "王建国", "张秀英", "刘明")
ORIGINS = {
    "李梅": Origin.CLOCKED,
    "王建国": Origin.CORRECTED,
    "张秀英": Origin.CLOCKED,
    "刘明": Origin.SHEET,
}


class Clerk:
    """Two hands on the keyboard."""

    def __init__(self, window, desk, office):
        self.window, self.desk, self.office = window, desk, office

    def is_back(self) -> None:
        """Wait until all is done and the window has the keyboard again."""
        self.desk.settle()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def goes_to(self, place: int) -> None:
        press(Qt.Key(Qt.Key.Key_0 + place), CTRL)
        self.desk.settle()

    def enters(self, *texts: str) -> None:
        for text in texts:
            if text:
                typed(text)
            press(ENTER)

    def scans(self, *names: str) -> None:
        for name in names:
            number = self.office.read(people_meant, name)[0].number
            QTest.keyClicks(focus(), number)
            QTest.keyClick(focus(), ENTER)
        self.desk.settle()

    def opens_a_post(self) -> None:
        self.goes_to(3)
        self.window.page.new.click()
        self.desk.settle()
        opened(self.window, PostDialog)
        self.enters("图书角值守")
        press(Qt.Key.Key_Down)
        self.enters("", "一楼大厅")
        for weekday in range(1, 6):
            press(Qt.Key(Qt.Key.Key_0 + weekday))
        self.enters("", "0900", "1100")
        press(Qt.Key.Key_S, CTRL)
        self.is_back()

    def makes_the_shifts_of(self, month: str) -> int:
        self.window.page.make.click()
        self.desk.settle()
        dialog = opened(self.window, MakeDialog)
        dialog.month.selectAll()
        typed(month)
        self.desk.settle()
        dialog.primary.click()
        self.is_back()
        return len(self.window.page.shifts.view.model.ids())

    def closes_what_was_forgotten(self, at: str, evidence: str) -> None:
        self.window.page.counter.forgotten.close_one.click()
        self.desk.settle()
        dialog = opened(self.window, CloseDialog)
        dialog.time.setFocus()
        self.enters(at)
        typed(evidence)
        dialog.primary.click()
        self.is_back()

    def enters_from_paper(self, day: date, who: str) -> None:
        self.window.page.enter_sheet()
        self.desk.settle()
        sheet = opened(self.window, SheetDialog)
        sheet.day.set_value(day)
        sheet.lines[-1].start()
        self.enters(who, "", "")
        self.desk.settle()
        sheet.primary.click()
        self.is_back()

    def sees(self, tile: str) -> str:
        return str(getattr(self.window.page.figures, tile)._number.text())

    def stays(self) -> list[StayRow]:
        keys = self.office.read(ids, StayFilter(), None)
        return [row for row in self.office.read(rows, keys) if row]


def test_a_desk_is_opened_and_keeps_right_hours(desk, qtbot, office, clock):
    for serial, name in enumerate(NAMES, start=1):
        a_volunteer(office, name, serial)
    clerk = Clerk(shown(desk, qtbot, "today"), desk, office)

    clock.at("2026-11-01 15:00")
    clerk.opens_a_post()
    assert clerk.makes_the_shifts_of("2026-11") == 21

    clock.at("2026-11-02 08:55")
    clerk.goes_to(4)
    clerk.scans("李梅", "王建国", "张秀英")
    clock.at("2026-11-02 11:00")
    clerk.scans("李梅", "张秀英")
    press(Qt.Key.Key_Z, CTRL)
    clock.at("2026-11-02 11:30")
    clerk.scans("张秀英")

    clock.at("2026-11-03 09:00")
    clerk.goes_to(1)
    assert clerk.sees("forgotten") == "1"
    clerk.goes_to(4)
    clerk.closes_what_was_forgotten("1045", "本人电话确认")
    clerk.enters_from_paper(date(2026, 11, 2), "liuming")

    hours = {one.name: one.minutes for one in office.read(hours_by_person, Period())}
    assert hours == {"李梅": 125, "王建国": 110, "张秀英": 155, "刘明": 120}
    assert {row.name: row.origin for row in clerk.stays()} == ORIGINS
    assert not any(row.walk_in for row in clerk.stays())
    clerk.goes_to(1)
    assert (clerk.sees("forgotten"), clerk.sees("hours")) == ("0", "8.5")
