"""Bringing a list in: read as the clerk sees it, told before it happens, and taken back whole."""

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import func, select

from station_app.data.models import Volunteer
from station_app.domain.consents import ConsentWay
from station_app.places import resource
from station_app.services.attendance import check_in
from station_app.services.import_profiles import profiles
from station_app.services.import_runs import import_runs
from station_app.services.imports import import_roster
from station_app.services.tasks import Task
from station_app.ui.importing import ImportsDialog
from station_app.ui.importing.profiles import NameDialog
from station_app.ui.importing.taking_back import TakeBackDialog
from station_app.ui.pages.volunteers.importing import ImportDialog
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.screen import drop, focus, in_front, open_dialogs, opened, press, shown, typed

ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
HEAD = "姓名,证件号码,居住区域,同意日期,同意方式\r\n"
FOREIGN = "序号,参与者,证号,片区,同意日期,同意方式\r\n"


def number(serial):
    return a_registration(serial=serial).document.number


def line(name, serial, consent="2026-10-01,书面"):
    return f"{name},{number(serial)},东街,{consent}\r\n"


@pytest.fixture
def roster(tmp_path):
    """Two who can go in, one whose number lost its digits."""
    path = tmp_path / "花名册.csv"
    wrong = "王强,1.10105E+17,东街,2026-10-01,书面\r\n"
    path.write_text(HEAD + line("李梅", 1) + wrong + line("王芳", 2), encoding="gb18030")
    return path


@pytest.fixture
def foreign(tmp_path):
    """A list whose headers nobody knows."""

    def write(file, name, serial):
        path = tmp_path / file
        path.write_text(FOREIGN + f"1,{line(name, serial)}", encoding="utf-8")
        return path

    return write


@pytest.fixture
def window(desk, qtbot, office):
    return shown(desk, qtbot)


def begin(window, path=None):
    """The wizard; with a file, as far as it has been looked into."""
    window.page.start_import(path)
    window.desk.settle()
    return opened(window, ImportDialog)


def go_on(dialog):
    """Press the primary button and wait for what it begins."""
    dialog.primary.click()
    dialog.desk.settle()


def cells(view):
    view.table.selectAll()
    return [tuple(row.split("\t")) for row in view.table.as_text().splitlines()]


def refused(dialog):
    return cells(dialog.account.refused.list)


def figure(dialog, key):
    return dialog.account.figures[key]._number.text()


def count(unit):
    wanted = select(func.count()).where(Volunteer.hidden_at.is_(None))
    return unit.session.scalars(wanted.select_from(Volunteer)).one()


def names(unit):
    return sorted(unit.session.scalars(select(Volunteer.name)))


def test_without_a_file_there_is_nothing_to_check(window):
    assert not begin(window).primary.isEnabled()


def test_a_list_that_is_recognised_goes_in_by_enter_alone(window, roster, office, qtbot):
    dialog = begin(window, roster)
    for words in ("检查", "导入 2 人", "关闭"):
        qtbot.waitUntil(lambda words=words: dialog.primary.text() == words)
        assert focus() is dialog.primary
        press(ENTER)
    assert office.read(names) == ["李梅", "王芳"]


def test_a_rehearsal_tells_everything_and_writes_nothing(window, roster, office):
    dialog = begin(window, roster)
    assert dialog.reading.encoding.currentText() == "GB 18030（GBK）"
    go_on(dialog)
    ((row, column, reason),) = refused(dialog)
    assert (row, column) == ("3", "证件号码")
    assert "1.10105E+17" in reason
    assert (figure(dialog, "added"), figure(dialog, "refused")) == ("2", "1")
    assert dialog.primary.text() == "导入 2 人"
    assert office.read(count) == 0


def test_the_same_file_twice_adds_nobody(window, roster, office):
    for _time in range(2):
        dialog = begin(window, roster)
        go_on(dialog)
    go_on(dialog)
    assert office.read(count) == 2
    again = begin(window, roster)
    go_on(again)
    assert not again.primary.isEnabled()
    assert (figure(again, "known"), figure(again, "refused")) == ("2", "1")
    assert [row for row, _column, _reason in cells(again.account.known.list)] == ["2", "4"]


def test_the_window_and_the_verb_come_to_the_same_result(window, office):
    sample = resource("samples/roster.xlsx")
    dialog = begin(window, sample)
    go_on(dialog)
    by_verb = import_roster(office, sample, task=Task(), dry_run=True)
    told = [*cells(dialog.account.known.list), *refused(dialog)]
    shown_rows = sorted((int(row), column or None) for row, column, _reason in told)
    assert shown_rows == [(one.row, one.column) for one in by_verb.outcome.refused]
    assert figure(dialog, "known") == str(by_verb.known)


def test_columns_mapped_by_hand_are_kept_and_read_the_next_file(window, foreign, office):
    dialog = begin(window, foreign("街道名单.csv", "李梅", 1))
    mapping = dialog.reading.mapping
    go_on(dialog)
    assert "姓名、证件号码" in dialog._banner._words.text()
    assert focus() is mapping.choice("name")
    mapping.choice("name").set_value("参与者")
    mapping.choice("document_number").set_value("证号")
    assert mapping._unread.text() == "不读取的列：序号、片区"
    mapping.choice("area").set_value("片区")
    dialog.reading.profile.keep.click()
    window.desk.settle()
    opened(window, NameDialog)
    typed("街道报表")
    press(ENTER)
    window.desk.settle()
    (kept,) = office.read(profiles, "roster")
    assert kept.name == "街道报表"
    go_on(dialog)
    go_on(dialog)
    again = begin(window, foreign("街道名单二.csv", "王芳", 2))
    assert again.reading.profile.choice.currentText() == "街道报表"
    go_on(again)
    go_on(again)
    assert office.read(names) == ["李梅", "王芳"]


def test_a_column_is_read_once(window, roster):
    mapping = begin(window, roster).reading.mapping
    mapping.choice("phone").set_value("姓名")
    assert mapping.choice("name").value() is None
    assert mapping.missing() == ("name",)


def test_another_encoding_shows_at_once_how_it_reads(window, roster):
    reading = begin(window, roster).reading
    assert reading.preview.texts()[0][0] == "李梅"
    reading.encoding.set_value("big5hkscs")
    window.desk.settle()
    assert reading.preview.texts()[0][0] != "李梅"
    assert reading.encoding.value() == "big5hkscs"
    reading.encoding.set_value("gb18030")
    window.desk.settle()
    assert reading.preview.texts()[0][0] == "李梅"


def test_the_sheet_and_the_header_row_are_chosen_where_nothing_fits(window, tmp_path, office):
    path = tmp_path / "汇总.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write_row(0, 0, ["请勿改动"])
        sheet = book.add_worksheet("名单")
        sheet.write_row(0, 0, ["演示社区"])
        sheet.write_row(1, 0, ["参与者", "证号", "片区"])
        sheet.write_row(2, 0, ["李梅", number(1), "东街"])
    dialog = begin(window, path)
    assert dialog.reading.sheet.isVisible()
    dialog.reading.sheet.set_value("名单")
    window.desk.settle()
    dialog.reading.header_row.set_value(2)
    window.desk.settle()
    dialog.reading.mapping.choice("name").set_value("参与者")
    dialog.reading.mapping.choice("document_number").set_value("证号")
    dialog.reading.mapping.choice("area").set_value("片区")
    dialog.consent.listed.set_value(True)
    go_on(dialog)
    go_on(dialog)
    assert office.read(names) == ["李梅"]


def test_who_is_likely_registered_is_left_out_until_space_takes_them_in(window, roster, office):
    a_volunteer(office, "李梅", 1, document=a_registration(serial=9).document)
    roster.write_text(
        "姓名,证件类型,证件号码,出生日期,性别,居住区域,同意日期,同意方式\r\n"
        "李梅,护照,E12345678,1985-01-02,男,东街,2026-10-01,书面\r\n"
        f"王芳,居民身份证,{number(2)},,,东街,2026-10-01,书面\r\n",
        encoding="utf-8",
    )
    dialog = begin(window, roster)
    go_on(dialog)
    assert dialog.primary.text() == "导入 1 人"
    dialog.account.likely.list.setFocus()
    assert dialog.account.likely.list.table.as_text().startswith("不导入\t2\t李梅\t")
    assert "出生日期相同" in dialog.account.likely._told.text()
    press(SPACE)
    assert dialog.primary.text() == "导入 2 人"
    press(SPACE)
    go_on(dialog)
    assert office.read(names) == ["李梅", "王芳"]
    assert office.read(count) == 2


def test_an_import_is_taken_back_where_it_was_made(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    go_on(dialog)
    dialog.undo.click()
    window.desk.settle()
    asked = opened(window, TakeBackDialog)
    assert "2 名志愿者" in asked.told
    asked.primary.click()
    window.desk.settle()
    assert office.read(count) == 0
    assert open_dialogs(window) == []
    assert "已撤回导入，共 2 条" in window.messages._words.text()


def test_earlier_imports_are_taken_back_by_keyboard_unless_in_use(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    go_on(dialog)
    go_on(dialog)
    in_front(window)
    window.page.more.setFocus()
    press(SPACE)
    menu = window.page.more.menu_shown
    while menu.activeAction().text() != "导入记录…":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, ENTER)
    window.desk.settle()
    listed = opened(window, ImportsDialog)
    ((file, _what, _when, by, asked, done, state),) = cells(listed.list)
    assert (file, by, asked, done, state) == ("花名册.csv", "演示经办人", "3", "2", "有效")
    assert focus() is listed.list.table
    press(ENTER)
    window.desk.settle()
    opened(window, TakeBackDialog)
    press(TAB)
    press(SPACE)
    window.desk.settle()
    assert office.read(count) == 0
    assert "演示经办人" in cells(listed.list)[0][-1]
    assert not listed.primary.isEnabled()


def test_what_was_built_on_an_import_is_named_and_nothing_goes(window, roster, office, desk):
    dialog = begin(window, roster)
    go_on(dialog)
    go_on(dialog)
    who = office.read(lambda unit: unit.session.scalars(select(Volunteer.id)).first())
    office.write(check_in, who, a_post(office))
    dialog.undo.click()
    desk.settle()
    asked = opened(window, TakeBackDialog)
    assert not asked.primary.isVisible()
    assert "2 条中有 1 条" in asked.told
    ((what,),) = cells(asked.blocked)
    assert what.endswith("签到记录")
    (run,) = office.read(import_runs)
    assert run.undone_at is None


def test_a_stopped_import_leaves_nobody_behind(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    dialog.primary.click()
    dialog.cancel.click()
    dialog.desk.settle()
    assert office.read(count) == 0
    assert dialog.isVisible()
    assert dialog._banner._words.text() == "已停止，没有登记任何人。"


def test_a_file_that_is_no_list_is_told_and_another_can_be_chosen(window, tmp_path):
    path = tmp_path / "空.csv"
    path.write_text("", encoding="utf-8")
    dialog = begin(window, path)
    assert "空.csv" in dialog._banner._words.text()
    assert dialog.source.isVisible()


def test_one_signed_list_stands_for_rows_without_consent(window, tmp_path, office):
    path = tmp_path / "名单.csv"
    path.write_text(HEAD + line("李梅", 1, consent=","), encoding="utf-8")
    dialog = begin(window, path)
    dialog.consent.listed.set_value(True)
    dialog.consent.way.set_value(ConsentWay.PAPER.value)
    go_on(dialog)
    go_on(dialog)
    assert office.read(names) == ["李梅"]


def test_spoken_consent_asks_for_its_witness(window, roster, office):
    dialog = begin(window, roster)
    dialog.consent.listed.set_value(True)
    dialog.consent.way.set_value(ConsentWay.SPOKEN_WITNESSED.value)
    go_on(dialog)
    assert dialog.reading.isVisible()
    assert focus() is dialog.consent.witness


def test_without_consent_no_row_goes_in(window, tmp_path, office):
    path = tmp_path / "名单.csv"
    path.write_text(HEAD + line("李梅", 1, consent=","), encoding="utf-8")
    dialog = begin(window, path)
    go_on(dialog)
    assert len(refused(dialog)) == 1
    assert not dialog.primary.isEnabled()


def test_refused_rows_are_given_back_with_their_reasons(window, roster, tmp_path, monkeypatch):
    out = tmp_path / "未通过.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    dialog = begin(window, roster)
    go_on(dialog)
    dialog.save.click()
    dialog.desk.settle()
    text = out.read_text(encoding="utf-8-sig")
    assert "王强" in text
    assert "1.10105E+17" in text.splitlines()[1]
    assert "李梅" not in text


def test_a_file_is_chosen_in_the_usual_dialog(window, roster, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(roster), ""))
    dialog = begin(window)
    dialog.source.choose.click()
    dialog.desk.settle()
    assert dialog.reading.isVisible()
    assert dialog.primary.isEnabled()


def test_another_file_can_be_dropped_on_the_dialog(window, roster):
    dialog = begin(window)
    assert drop(dialog.source, roster)
    dialog.desk.settle()
    assert dialog.reading.preview.texts()[0][0] == "李梅"


def test_somebody_registered_since_the_rehearsal_is_refused_by_name(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    a_volunteer(office, "李梅", 1)
    go_on(dialog)
    assert office.read(names) == ["李梅", "王芳"]
    assert figure(dialog, "known") == "1"
