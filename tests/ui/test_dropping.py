"""A file dropped anywhere on the window finds its page; nothing is dropped where nothing can be."""

from station_app.places import resource
from station_app.ui.desk import Desk
from station_app.ui.frame import open_window
from station_app.ui.pages.attendance.importing import PaperImport
from station_app.ui.pages.bundles.inspect_dialog import InspectDialog
from station_app.ui.pages.volunteers.importing import ImportDialog
from tests.helpers.screen import drop, open_dialogs, opened, shown

ROSTER = resource("samples/roster-utf8.csv")


def test_a_list_dropped_on_any_page_begins_an_import_of_volunteers(office, desk, qtbot):
    window = shown(desk, qtbot, "posts")
    assert drop(window.page, ROSTER)
    desk.settle()
    assert window.here == "volunteers"
    assert opened(window, ImportDialog).source.path == ROSTER


def test_while_a_dialog_waits_nothing_is_taken(office, desk, qtbot):
    window = shown(desk, qtbot, "volunteers")
    window.page.reveal("import")
    desk.settle()
    opened(window, ImportDialog)
    assert not drop(window, ROSTER)


def test_a_list_dropped_on_the_attendance_is_one_of_paper_sheets(office, desk, qtbot):
    window = shown(desk, qtbot, "attendance")
    paper = resource("samples/paper-sheets.csv")
    assert drop(window.page, paper)
    desk.settle()
    assert opened(window, PaperImport).source.path == paper


def test_a_bundle_is_looked_into_and_anything_else_is_told_calmly(office, desk, qtbot, tmp_path):
    window = shown(desk, qtbot, "today")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    for other in (tmp_path, tmp_path / "photo.jpg"):
        assert drop(window, other)
        assert window.here == "today"
        assert "一个表格" in window.messages._words.text()
    (tmp_path / "YS01.zip").write_bytes(b"no bundle")
    assert drop(window, tmp_path / "YS01.zip")
    desk.settle()
    assert "YS01.zip" in opened(window, InspectDialog).told._words.text()


def test_before_the_station_is_set_up_nothing_is_taken(new_office, places, preferences, qtbot):
    desk = Desk(new_office, places, preferences)
    window = open_window(desk)
    qtbot.addWidget(window)
    assert not drop(window, ROSTER)
    assert open_dialogs(window) == []
    desk.close()
