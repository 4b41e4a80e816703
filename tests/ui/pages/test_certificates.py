"""The page Certificates: the register, issuing by keyboard, refusals by name, one paper."""

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMetaObject, Qt

from station_app.certificates import Press
from station_app.domain.certificates import Kind, State
from station_app.services import certificates as use_cases
from station_app.services.certificates import issue
from station_app.services.lists import certificates as register
from station_app.services.lists.certificates import CertificateFilter, CertificateOrder
from station_app.services.register import void_certificate
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from station_app.ui.main_window import MainWindow
from station_app.ui.pages.certificates import CertificatesPage
from station_app.ui.pages.certificates.issue_dialog import IssueDialog
from station_app.ui.pages.certificates.paper_dialog import PaperDialog
from station_app.ui.pages.certificates.selection_form import Whom
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_volunteer, served
from tests.helpers.choosing import file_dialog, name_file
from tests.helpers.screen import CTRL, focus, open_dialogs, opened, press, shown, typed

ENTER = Qt.Key.Key_Return
NAMES = ("李梅", "王芳", "阿卜杜拉·买买提", "𬱖娜")


@pytest.fixture
def people(office):
    """Four with two hours each, and 周闲 with none."""
    ids = served(office, *NAMES)
    return dict(zip(NAMES, ids, strict=True)) | {"周闲": a_volunteer(office, "周闲", 9)}


@pytest.fixture
def issued(office, people, tmp_path):
    """A proof for 李梅 and appreciation for all."""
    one = Selection(kind=Kind.PROOF, volunteers=(people["李梅"],))
    issue(office, one, tmp_path / "one.pdf", task=Task())
    issue(office, Selection(kind=Kind.APPRECIATION), tmp_path / "all.pdf", task=Task())
    return lines(office)


@pytest.fixture
def window(desk, qtbot, people):
    return shown(desk, qtbot, "certificates")


def lines(office):
    """The register, in the order of its numbers."""
    ids = office.read(register.ids, CertificateFilter(), CertificateOrder.NUMBER)
    return [row for row in office.read(register.rows, ids) if row]


def page_of(window: MainWindow) -> CertificatesPage:
    """The page, as what it is."""
    assert isinstance(window.page, CertificatesPage)
    return window.page


def on_screen(window):
    """The list as a clerk would copy it."""
    table = window.page.list.table
    table.selectAll()
    return [line.split("\t") for line in table.as_text().splitlines()]


def asking(window, desk, *, kind=Kind.PROOF, who=None, hours=None):
    """The dialog with this asked for, its preview there."""
    window.page.issue(str(who) if who else "")
    dialog = opened(window, IssueDialog)
    desk.settle()
    dialog.form.kind.set_value(kind)
    if hours is not None:
        dialog.form.whom.choice.set_value(Whom.MANY)
        dialog.form.whom.hours.set_value(hours)
    desk.settle()
    return dialog


def save_as(qtbot, dialog, desk, path):
    """Confirm by keyboard, and name the file in the system's dialog."""
    dialog.primary.setFocus()
    press(ENTER)
    name_file(qtbot, dialog, desk, path)


def pages_of(path):
    return len(PdfReader(path).pages)


def page_text(data, page=0):
    return PdfReader(BytesIO(data)).pages[page].extract_text()


# The register


def test_the_register_shows_the_newest_first_with_state_and_day(desk, qtbot, issued):
    window = shown(desk, qtbot, "certificates")
    first = on_screen(window)[0]
    assert first[0] == "YS01-Z2026-00001"
    assert first[1:4] == ["李梅", "证明", "260000013"]
    assert first[4:] == ["2026-10-09 至 2026-10-09", "2", "已出具", "2026-11-02", ""]
    assert window.page._subtitle.text() == "证明 1 张 · 感谢证书 4 张 · 已作废 0 张"


def test_kind_state_and_text_narrow_the_register(desk, qtbot, office, issued):
    office.write(void_certificate, issued[0].id, "姓名有误")
    window = shown(desk, qtbot, "certificates")
    page = page_of(window)
    page.kind.set_value(Kind.PROOF)
    desk.settle()
    assert [line[1] for line in on_screen(window)] == ["李梅"]
    page.filters.reset()
    page.state.set_value(State.VOID)
    desk.settle()
    assert [line[8] for line in on_screen(window)] == ["姓名有误"]
    page.filters.reset()
    page.search.setFocus()
    typed("wf")
    desk.settle()
    assert [line[1] for line in on_screen(window)] == ["王芳"]


def test_an_empty_register_leads_to_issuing(window, desk):
    assert "还没有出具过证书" in window.page.list._empty._text.text()
    window.page.list._empty.focusProxy().click()
    assert opened(window, IssueDialog).isVisible()


# Issuing


def test_a_proof_takes_the_keyboard_alone_from_the_page_to_the_saved_file(
    window, desk, qtbot, office, tmp_path
):
    press(Qt.Key.Key_N, CTRL)
    dialog = opened(window, IssueDialog)
    desk.settle()
    typed("lm")
    desk.settle()
    press(ENTER)
    desk.settle()
    assert focus() is dialog.primary
    assert dialog.paper.pages == 1
    press(ENTER)
    assert file_dialog(qtbot, dialog)[1].text() == "证明_李梅_2026-11-02.pdf"
    name_file(qtbot, dialog, desk, tmp_path / "li.pdf")
    (row,) = lines(office)
    assert (row.name, row.state) == ("李梅", State.ISSUED)
    assert row.number in page_text((tmp_path / "li.pdf").read_bytes())
    assert dialog.outcome.told._words.text() == "已出具 1 张证书。"
    assert opened(window, IssueDialog).focusWidget() is dialog.primary
    press(ENTER)
    qtbot.waitUntil(lambda: not open_dialogs(window))


def test_who_gets_one_is_listed_and_drawn_before_anything_is_numbered(window, desk, office):
    dialog = asking(window, desk, kind=Kind.APPRECIATION, hours=1)
    assert dialog.account.ready.text() == "4 人可出具"
    assert len(dialog.account.list.model.ids()) == 4
    assert dialog.paper.pages == 4
    assert lines(office) == []
    dialog.form.whom.hours.set_value(3)
    desk.settle()
    assert dialog.account.ready.text() == "0 人可出具"
    assert not dialog.primary.isEnabled()
    assert dialog.paper.pages == 0


def test_a_volunteer_without_hours_is_refused_by_name_before_issuing(window, desk, people):
    dialog = asking(window, desk, who=people["周闲"])
    (item,) = [dialog.account.refused.item(0)]
    assert "周闲" in item.text()
    assert "没有已计时长" in item.text()
    assert not dialog.primary.isEnabled()


def test_a_batch_accounts_for_everybody_and_names_who_got_none(
    desk, qtbot, office, people, tmp_path
):
    served(office, "王\ue000", post="文明引导", first_serial=5)
    window = shown(desk, qtbot, "certificates")
    dialog = asking(window, desk, kind=Kind.APPRECIATION, hours=1)
    save_as(qtbot, dialog, desk, tmp_path / "all.pdf")
    assert dialog.outcome.told._words.text() == "应出具 5 张：已出具 4 张，未出具 1 张。"
    assert dialog.outcome.refused.count() == 1
    assert "王\ue000" in dialog.outcome.refused.item(0).text()
    assert pages_of(tmp_path / "all.pdf") == dialog.paper.pages == 4
    assert {row.state for row in lines(office)} == {State.ISSUED, State.VOID}


def test_stopping_in_the_middle_keeps_those_done_and_names_the_rest(
    window, desk, qtbot, office, tmp_path, monkeypatch
):
    dialog = asking(window, desk, kind=Kind.APPRECIATION, hours=1)

    class Slow(Press):
        """Presses Stop while the second paper is being set."""

        def add(self, snapshot):
            pages = super().add(snapshot)
            if self.done == 2:
                blocking = Qt.ConnectionType.BlockingQueuedConnection
                QMetaObject.invokeMethod(dialog.cancel, "click", blocking)
            return pages

    monkeypatch.setattr(use_cases, "Press", Slow)
    save_as(qtbot, dialog, desk, tmp_path / "some.pdf")
    assert dialog.isVisible()
    assert dialog.outcome.told._words.text() == "应出具 4 张：已出具 2 张，未出具 2 张。"
    refused = [dialog.outcome.refused.item(row).text() for row in range(2)]
    assert all("中止" in line for line in refused)
    assert [row.state for row in lines(office)] == [State.ISSUED] * 2 + [State.VOID] * 2
    names = {row.name for row in lines(office) if row.state is State.VOID}
    assert all(any(name in line for line in refused) for name in names)
    assert pages_of(tmp_path / "some.pdf") == 2


def test_a_folder_that_is_gone_is_told_and_may_be_chosen_again(
    window, desk, qtbot, office, people, tmp_path
):
    dialog = asking(window, desk, who=people["李梅"])
    dialog._issue(dialog.form.selection(), tmp_path / "gone" / "li.pdf")
    desk.settle()
    assert str(tmp_path / "gone") in dialog._banner._words.text()
    assert dialog.form.isEnabled()
    assert {row.void_reason for row in lines(office)} == {"unwritten"}
    save_as(qtbot, dialog, desk, tmp_path / "li.pdf")
    assert (tmp_path / "li.pdf").exists()


def test_the_whole_document_number_is_printed_only_when_asked_and_never_previewed(
    window, desk, qtbot, people, tmp_path
):
    whole = "99999919850102001"
    dialog = asking(window, desk, who=people["李梅"])
    dialog.form.full.set_value(True)
    desk.settle()
    (draft,) = dialog._preview.ready
    assert whole not in draft.snapshot.document_number
    save_as(qtbot, dialog, desk, tmp_path / "li.pdf")
    assert whole in page_text((tmp_path / "li.pdf").read_bytes())


def test_an_appreciation_has_no_document_number_to_print(window, desk, people):
    dialog = asking(window, desk, who=people["李梅"])
    dialog.form.full.set_value(True)
    dialog.form.kind.set_value(Kind.APPRECIATION)
    assert not dialog.form.full.isVisible()
    assert not dialog.form.selection().full_document


def test_a_day_that_is_none_issues_nothing(window, desk, people):
    dialog = asking(window, desk, who=people["李梅"])
    dialog.form.period.set_value((None, None))
    dialog.form.period._span.set_value("chosen")
    dialog.form.period._first.setText("33 Mai")
    desk.settle()
    assert not dialog.primary.isEnabled()
    assert "2026-03-05" in dialog.paper.empty._text.text()


def test_a_period_upside_down_is_told_in_place_of_the_paper(window, desk, people):
    dialog = asking(window, desk, who=people["李梅"])
    dialog.form.period._span.set_value("chosen")
    dialog.form.period._first.setText("2026-10-09")
    dialog.form.period._last.setText("2026-10-01")
    desk.settle()
    assert not dialog.primary.isEnabled()
    assert "2026-10-01" in dialog.paper.empty._text.text()


def test_a_person_sent_from_elsewhere_stands_in_the_form(window, desk, people):
    desk.go("certificates", str(people["王芳"]))
    desk.settle()
    dialog = opened(window, IssueDialog)
    desk.settle()
    assert dialog.form.whom.person.value() == people["王芳"]
    assert dialog._preview is not None
    assert [draft.snapshot.name for draft in dialog._preview.ready] == ["王芳"]


# One paper


@pytest.fixture
def register_window(desk, qtbot, issued):
    return shown(desk, qtbot, "certificates")


def paper(window, desk, row):
    window.page.list.select(row.id.hex)
    window.page.list.table.setFocus()
    press(ENTER)
    desk.settle()
    return opened(window, PaperDialog)


def test_enter_on_a_line_shows_its_paper_and_a_copy_is_the_same_paper(
    register_window, desk, qtbot, issued, tmp_path
):
    proof = issued[-1]
    dialog = paper(register_window, desk, proof)
    assert dialog.paper.pages == 1
    dialog.save.setFocus()
    press(ENTER)
    name_file(qtbot, dialog, desk, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == (tmp_path / "one.pdf").read_bytes()
    assert "copy.pdf" in dialog.told._words.text()


def test_a_certificate_is_void_only_with_a_reason_and_keeps_its_line(
    register_window, desk, office, issued
):
    proof = issued[-1]
    dialog = paper(register_window, desk, proof)
    dialog.void.click()
    reason = opened(register_window, ReasonDialog)
    press(ENTER)
    assert reason.isVisible()
    typed("姓名写错")
    press(ENTER)
    desk.settle()
    kept = lines(office)[-1]
    assert (kept.number, kept.state, kept.void_reason) == (proof.number, State.VOID, "姓名写错")
    assert register_window.messages.notice.sentence == f"李梅的证书 {proof.number} 已作废。"


def test_a_void_line_says_why_and_can_be_neither_printed_nor_saved(desk, qtbot, office, issued):
    office.write(void_certificate, issued[0].id, "姓名写错")
    window = shown(desk, qtbot, "certificates")
    dialog = paper(window, desk, issued[0])
    assert dialog.told._words.text() == "该编号已作废：姓名写错"
    assert not any(button.isVisible() for button in (dialog.void, dialog.save, dialog.printing))


def test_the_actions_follow_what_is_chosen(desk, qtbot, office, issued):
    office.write(void_certificate, issued[0].id, "姓名写错")
    window = shown(desk, qtbot, "certificates")
    page = page_of(window)

    def offered(row):
        page.list.select(row.id.hex)
        return page.open_one.isEnabled(), page.void_one.isEnabled()

    assert offered(issued[0]) == (True, False)
    assert offered(issued[1]) == (True, True)
    page.list.table.selectAll()
    assert not page.open_one.isEnabled()


def test_without_a_printer_the_clerk_is_told_what_to_do(register_window, desk, issued, monkeypatch):
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinters", staticmethod(list))
    dialog = paper(register_window, desk, issued[0])
    dialog.printing.click()
    assert "没有安装打印机" in dialog.told._words.text()


def test_an_id_that_is_nobody_leaves_the_form_empty(window, desk):
    window.page.reveal(str(UUID(int=7)))
    desk.settle()
    dialog = opened(window, IssueDialog)
    assert dialog.form.whom.person.value() is None
    assert not dialog.primary.isEnabled()
