"""Personal data on the screen: erased after a look, listed after years, exported for a reason."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from station_app.data.models import Erasure
from station_app.services.attendance import check_in
from station_app.services.lists.people import PeopleFilter
from station_app.services.people import person_card
from station_app.ui.pages.volunteers.erase_dialog import EraseDialog
from station_app.ui.pages.volunteers.export_dialog import ExportDialog, Whom
from station_app.ui.pages.volunteers.retention_dialog import RetentionDialog
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer, served
from tests.helpers.choosing import name_file
from tests.helpers.pairs import all_rows
from tests.helpers.screen import opened, press, typed

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def room(qtbot, qapp):
    """A window for dialogs to stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def erasing(desk, room, who):
    EraseDialog(desk, room, who).open()
    desk.settle()
    return opened(room, EraseDialog)


def told(dialog):
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def notices(desk):
    heard = []
    desk.notice.connect(lambda notice: heard.append(notice.sentence))
    return heard


def test_by_keys_alone_the_number_must_be_typed_before_anything_goes(desk, office, room):
    (li,) = served(office, "李梅")
    heard, dialog = notices(desk), erasing(desk, room, li)
    assert "签到 1 次，服务 2 小时" in told(dialog)
    dialog.cause.setFocus()
    press(ENTER)
    typed("来信")
    press(ENTER)
    typed("260000021")
    press(ENTER)
    desk.settle()
    assert "这不是李梅的编号。" in told(dialog)
    dialog.number.selectAll()
    typed("260000013")
    press(ENTER)
    desk.settle()
    assert heard == ["李梅的个人信息已清除。"]
    (row,) = office.read(all_rows, Erasure)
    assert (row.cause, row.note) == ("request", "来信")


def test_who_cannot_be_erased_is_told_and_nothing_is_offered(desk, office, room):
    li = a_volunteer(office)
    office.write(check_in, li, a_post(office))
    dialog = erasing(desk, room, li)
    assert "请先签退" in told(dialog)
    assert not dialog.primary.isVisible()


def test_the_chosen_of_the_long_inactive_are_erased_with_one_reason(desk, office, room, clock):
    clock.at("2021-03-01 09:00")
    li, wang = (
        a_volunteer(office, name, serial, consent_on=date(2021, 1, 1))
        for serial, name in enumerate(("李梅", "王芳"), 1)
    )
    clock.at("2026-11-02 09:00")
    heard = notices(desk)
    RetentionDialog(desk, room).open()
    desk.settle()
    dialog = opened(room, RetentionDialog)
    assert len(dialog.list.model.ids()) == 2
    assert not dialog.primary.isEnabled()
    dialog.list.table.selectAll()
    dialog.primary.click()
    asked = opened(dialog, ReasonDialog)
    asked.reason.set_value("三年未服务")
    asked.primary.click()
    desk.settle()
    assert heard == ["共 2 条，全部办理。"]
    assert dialog.list.model.ids() == []
    assert {office.read(person_card, one).registration.area for one in (li, wang)} == {""}


def test_the_chosen_rows_leave_as_a_file_for_a_reason_in_words(desk, office, room, qtbot, tmp_path):
    li = a_volunteer(office)
    a_volunteer(office, "王芳", 3)
    heard = notices(desk)
    ExportDialog(desk, room, PeopleFilter("李"), [str(li)]).open()
    dialog = opened(room, ExportDialog)
    assert [what for what, _words in dialog.whom.options()] == list(Whom)
    dialog.whom.set_value(Whom.CHOSEN)
    dialog.reason.set_value("")
    dialog.primary.click()
    assert dialog.words.property("problem")
    dialog.words.set_value("消防演练")
    dialog.primary.click()
    name_file(qtbot, dialog, desk, tmp_path / "名单.csv")
    assert heard == ["已导出 1 名志愿者：名单.csv。"]
    text = (tmp_path / "名单.csv").read_text("utf-8-sig")
    assert "李梅" in text
    assert "王芳" not in text
