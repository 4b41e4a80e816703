"""Who is expected today, beside the box."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt

from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign
from station_app.ui.pages.attendance import AttendancePage
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import press, shown


def test_somebody_expected_is_signed_in_by_enter_at_the_post_of_the_shift(desk, qtbot, office):
    a_post(office, "甲岗")
    where = a_post(office, "乙岗")
    day = date(2026, 11, 2)
    office.write(make_shifts, day, day, where)
    (shift,) = office.read(shift_ids, ShiftFilter(day, day), None)
    office.write(assign, a_volunteer(office), UUID(shift))
    page = shown(desk, qtbot, "attendance").page
    assert isinstance(page, AttendancePage)
    signing = page.counter
    assert signing.plan.currentWidget() is signing.expected
    view = signing.expected.view
    view.table.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    view.table.selectAll()
    assert view.table.as_text().split("\t")[1:3] == ["李梅", "乙岗"]
    assert view.table.as_text().endswith("在岗")
