"""The page Bundles: onto a stick and into the books, or neither; what a file holds."""

from dataclasses import replace
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QPushButton

from station_app.bundles import write
from station_app.bundles.stick import hand_over
from station_app.data.opening import open_office
from station_app.places import Places
from station_app.services.exchange import bundles_sent, export_bundle
from station_app.services.journal import journal_head
from station_app.services.stations import set_up
from station_app.services.tasks import Task
from station_app.ui.main_window import MainWindow
from station_app.ui.pages.bundles import BundlesPage, write_dialog
from station_app.ui.pages.bundles.drives import Drive, drives
from station_app.ui.pages.bundles.inspect_dialog import InspectDialog
from station_app.ui.pages.bundles.write_dialog import WriteDialog
from station_app.ui.widgets import Paragraph
from tests.conftest import STATION
from tests.helpers.builders import a_volunteer, served
from tests.helpers.choosing import name_file
from tests.helpers.screen import CTRL, drop, focus, open_dialogs, opened, press, shown

ENTER = Qt.Key.Key_Return


@pytest.fixture
def stick(tmp_path):
    """An empty stick."""
    (tmp_path / "KINGSTON").mkdir()
    return tmp_path / "KINGSTON"


@pytest.fixture(autouse=True)
def _no_stick(monkeypatch):
    """Whatever is plugged into the PC of the tests is not ours."""
    monkeypatch.setattr(write_dialog, "drives", list)


@pytest.fixture
def plugged(stick, monkeypatch):
    """The stick is plugged in."""
    monkeypatch.setattr(
        write_dialog, "drives", lambda: [Drive(stick, "KINGSTON", 14_200_000_000, False)]
    )


@pytest.fixture
def window(desk, qtbot, office):
    served(office, "李梅", "王芳")
    return shown(desk, qtbot, "bundles")


@pytest.fixture
def sent(office, places, stick):
    """A bundle that lies on the stick."""
    return export_bundle(office, stick, scratch=places.temporary, task=Task())


def page_of(window: MainWindow) -> BundlesPage:
    """The page, as what it is."""
    assert isinstance(window.page, BundlesPage)
    return window.page


def writing(window, desk):
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    return opened(window, WriteDialog)


def looking(window, desk, path):
    page_of(window).look_into(path)
    dialog = opened(window, InspectDialog)
    desk.settle()
    return dialog


def flipped(path, member, out):
    """A copy with one bit of one member turned."""
    data = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        info = archive.getinfo(member)
    data[info.header_offset + 30 + len(member) + info.compress_size // 2] ^= 1
    out.write_bytes(data)
    return out


def shown_facts(facts):
    """Labels and values as they stand on the screen."""
    return [label.text() for label in facts.findChildren(Paragraph)]


def test_the_page_tells_where_the_journal_stands_and_what_waits(window, office):
    page = page_of(window)
    head = office.read(journal_head)
    assert page.head._number.text() == head.code
    assert page.waiting._number.text() == "6 行"
    assert page.last._number.text() == "暂无"
    assert "还没有写出过数据包" in page.list._empty._text.text()


def test_a_stick_takes_a_bundle_by_keyboard_alone(window, desk, qtbot, office, plugged, stick):
    dialog = writing(window, desk)
    button = focus()
    assert isinstance(button, QPushButton)
    assert button.text() == "KINGSTON · 可用 14.2 GB"
    press(ENTER)
    qtbot.waitUntil(lambda: desk.jobs.waiting)
    desk.settle()
    (row,) = office.read(bundles_sent)
    assert (stick / "PRACTICE-STATION" / "UP" / row.file_name).stat().st_size == row.size
    assert dialog.told._words.text() == "已写好并读回核对一致。U 盘可以拔出了。"
    assert row.file_name in shown_facts(dialog.facts)
    assert opened(window, WriteDialog).focusWidget() is dialog.primary
    press(ENTER)
    qtbot.waitUntil(lambda: not open_dialogs(window))
    page = page_of(window)
    assert page.waiting._number.text() == "0 行"
    assert page.last._number.text() == "2026-11-02"
    assert list(page.list.model.ids()) == [row.id.hex]


def test_any_other_folder_is_chosen_in_the_systems_dialog(window, desk, qtbot, office, stick):
    dialog = writing(window, desk)
    assert dialog.primary.text() == "其他文件夹…"
    dialog.primary.click()
    name_file(qtbot, dialog, desk, stick)
    assert len(office.read(bundles_sent)) == 1


def test_the_folder_of_last_time_is_offered_while_it_is_there(desk, qtbot, office, sent, stick):
    window = shown(desk, qtbot, "bundles")
    offered = [button.text() for button in writing(window, desk).places]
    assert offered == [f"与上次相同：{stick}"]


def test_a_stick_that_was_pulled_out_leaves_nothing_booked_and_may_be_tried_again(
    window, desk, office, plugged, stick
):
    dialog = writing(window, desk)
    stick.rmdir()
    dialog.write(stick)
    desk.settle()
    assert str(stick) in dialog._banner._words.text()
    assert office.read(bundles_sent) == []
    stick.mkdir()
    dialog.write(stick)
    desk.settle()
    assert len(office.read(bundles_sent)) == 1


def test_stopping_while_it_is_written_leaves_no_file_and_no_booking(
    window, desk, office, plugged, stick, monkeypatch
):
    dialog = writing(window, desk)

    def stopped(*args, **kwargs):
        blocking = Qt.ConnectionType.BlockingQueuedConnection
        QMetaObject.invokeMethod(dialog.cancel, "click", blocking)
        return hand_over(*args, **kwargs)

    monkeypatch.setattr(write, "hand_over", stopped)
    dialog.places[0].click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog._banner._words.text() == "已停止，没有写出任何内容。"
    assert office.read(bundles_sent) == []
    assert [one for one in stick.rglob("*") if one.is_file()] == []


def test_a_write_protected_stick_cannot_be_pressed(window, desk, stick, monkeypatch):
    monkeypatch.setattr(write_dialog, "drives", lambda: [Drive(stick, "照片盘", 9, True)])
    (button,) = writing(window, desk).places
    assert (button.isEnabled(), button.text()) == (False, "照片盘 · 不可写入")


def test_drives_never_hold_the_systems_own_disk():
    assert all(drive.path.parent != drive.path for drive in drives())


def test_a_bundle_of_ours_agrees_with_the_books_table_by_table(desk, qtbot, office, sent):
    a_volunteer(office)
    window = shown(desk, qtbot, "bundles")
    dialog = looking(window, desk, sent.path)
    assert dialog.told._words.text() == "数据包完好，与写出时一致。"
    assert dialog.standing._words.text() == "与本机账册一致，此后又有 1 条记录。"
    counts = {one.table: (one.sent, one.here) for one in dialog._counts.all}
    assert counts["volunteer"] == (0, 1)
    assert counts["station"] == (1, 1)


@pytest.mark.parametrize("member", ["data/volunteer.csv", "data/journal.csv", "datapackage.json"])
def test_one_flipped_bit_names_the_member_and_nothing_is_shown(
    window, desk, places, office, stick, tmp_path, member
):
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    dialog = looking(window, desk, flipped(written.path, member, tmp_path / "bad.zip"))
    assert f"数据包中的 {member} 已损坏" in dialog.told._words.text()
    assert dialog.list.model.ids() == []


def test_a_file_dropped_on_the_page_is_looked_into(window, desk, tmp_path):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    assert drop(window.page, photo)
    desk.settle()
    assert "photo.jpg" in opened(window, InspectDialog).told._words.text()


def test_another_file_may_be_looked_into_from_there(desk, qtbot, office, sent, tmp_path):
    window = shown(desk, qtbot, "bundles")
    (tmp_path / "other.zip").write_bytes(b"no bundle")
    dialog = looking(window, desk, tmp_path / "other.zip")
    dialog._choose()
    name_file(qtbot, dialog, desk, sent.path)
    assert dialog.told._words.text() == "数据包完好，与写出时一致。"


def test_a_bundle_of_another_station_is_told_apart(desk, qtbot, office, clock, tmp_path, stick):
    other = open_office(Places(tmp_path / "other"), clock, actor="别处")
    other.write(set_up, replace(STATION, code="YS02"))
    written = export_bundle(other, stick, scratch=tmp_path / "scratch", task=Task())
    other.close()
    window = shown(desk, qtbot, "bundles")
    dialog = looking(window, desk, written.path)
    assert "由其他阵地写出" in dialog.standing._words.text()
    assert all(one.here is None for one in dialog._counts.all)


def test_enter_on_a_bundle_sent_looks_into_its_file_or_tells_where_it_was(
    desk, qtbot, office, sent, stick
):
    window = shown(desk, qtbot, "bundles")
    page_of(window).list.table.setFocus()
    press(ENTER)
    desk.settle()
    dialog = opened(window, InspectDialog)
    desk.settle()
    assert sent.path.name in shown_facts(dialog.facts)
    dialog.accept()
    sent.path.unlink()
    page_of(window).reveal(page_of(window).list.model.id_at(0))
    desk.settle()
    assert window.messages.notice is not None
    assert sent.path.name in window.messages.notice.sentence
