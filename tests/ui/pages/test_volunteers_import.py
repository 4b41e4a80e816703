"""Bringing a list in: seen before it happens, every refused row by name, nothing by halves."""

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import func, select

from station_app.data.models import Volunteer
from station_app.domain.consents import ConsentWay
from station_app.places import resource
from station_app.services.imports import import_roster
from station_app.services.tasks import Task
from station_app.ui.pages.volunteers.importing import ImportDialog
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.screen import drop, opened, shown

HEAD = "姓名,证件号码,居住区域,同意日期,同意方式\r\n"


def line(name, serial, consent="2026-10-01,书面"):
    return f"{name},{a_registration(serial=serial).document.number},东街,{consent}\r\n"


@pytest.fixture
def roster(tmp_path):
    """Two who can go in, one whose number lost its digits."""
    path = tmp_path / "花名册.csv"
    wrong = "王强,1.10105E+17,东街,2026-10-01,书面\r\n"
    path.write_text(HEAD + line("李梅", 1) + wrong + line("王芳", 2), encoding="gb18030")
    return path


@pytest.fixture
def window(desk, qtbot):
    return shown(desk, qtbot)


def begin(window, path=None):
    window.page.start_import(path)
    return opened(window, ImportDialog)


def go_on(dialog):
    """Press the primary button and wait for what it begins."""
    dialog.primary.click()
    dialog.desk.settle()


def refused(dialog):
    dialog.account.list.table.selectAll()
    text = dialog.account.list.table.as_text()
    return [tuple(row.split("\t")) for row in text.splitlines()]


def count(unit):
    return unit.session.scalars(select(func.count()).select_from(Volunteer)).one()


def names(unit):
    return sorted(unit.session.scalars(select(Volunteer.name)))


def test_without_a_file_there_is_nothing_to_check(window):
    assert not begin(window).primary.isEnabled()


def test_a_rehearsal_tells_everything_and_writes_nothing(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    ((row, column, reason),) = refused(dialog)
    assert (row, column) == ("3", "证件号码")
    assert "1.10105E+17" in reason
    assert dialog.account.added._number.text() == "2"
    assert dialog.account._from.text() == "CSV 文件，编码 GB18030。"
    assert dialog.primary.text() == "导入 2 人"
    assert office.read(count) == 0


def test_the_good_rows_go_in_and_the_refused_ones_stay_named(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    go_on(dialog)
    assert office.read(names) == ["李梅", "王芳"]
    assert [row for row, _column, _reason in refused(dialog)] == ["3"]
    assert dialog.primary.text() == "关闭"
    go_on(dialog)
    assert window.page._subtitle.text().startswith("在册 2 人")


def test_the_same_file_twice_adds_nobody(window, roster, office):
    for _time in range(2):
        dialog = begin(window, roster)
        go_on(dialog)
    go_on(dialog)
    assert office.read(count) == 2
    again = begin(window, roster)
    go_on(again)
    assert not again.primary.isEnabled()
    assert len(refused(again)) == 3


def test_the_window_and_the_verb_come_to_the_same_result(window, office):
    sample = resource("samples/roster.xlsx")
    dialog = begin(window, sample)
    go_on(dialog)
    by_verb = import_roster(office, sample, task=Task(), dry_run=True)
    shown_rows = [(int(row), column or None) for row, column, _reason in refused(dialog)]
    assert shown_rows == [(one.row, one.column) for one in by_verb.outcome.refused]
    assert dialog.account.added._number.text() == str(by_verb.outcome.done)


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
    go_on(dialog)
    assert "空.csv" in dialog._banner._words.text()
    assert dialog.source.isVisible()


def test_one_signed_list_stands_for_rows_without_consent(window, tmp_path, office):
    path = tmp_path / "名单.csv"
    path.write_text(HEAD + line("李梅", 1, consent=","), encoding="utf-8")
    dialog = begin(window, path)
    dialog.source.listed.set_value(True)
    dialog.source.way.set_value(ConsentWay.PAPER.value)
    go_on(dialog)
    go_on(dialog)
    assert office.read(names) == ["李梅"]


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
    assert dialog.source.path == roster
    assert dialog.primary.isEnabled()


def test_a_file_dropped_on_the_page_begins_the_import(window, roster):
    assert drop(window.page, roster)
    assert opened(window, ImportDialog).source.path == roster


def test_another_file_can_be_dropped_on_the_dialog(window, roster):
    dialog = begin(window)
    assert drop(dialog.source, roster)
    assert dialog.source.path == roster


def test_somebody_registered_since_the_rehearsal_is_refused_by_name(window, roster, office):
    dialog = begin(window, roster)
    go_on(dialog)
    a_volunteer(office, "李梅", 1)
    go_on(dialog)
    assert office.read(names) == ["李梅", "王芳"]
    assert [row for row, _column, _reason in refused(dialog)] == ["2", "3"]
