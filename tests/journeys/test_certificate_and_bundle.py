"""A student needs a proof today; on Friday the stick goes up: by keyboard, on the real window."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from station_app.domain.certificates import Kind, State
from station_app.services.exchange import bundles_sent
from station_app.services.journal import verify_journal
from station_app.services.lists import certificates as register
from station_app.services.lists.certificates import CertificateFilter, CertificateOrder
from station_app.ui.pages.bundles import write_dialog
from station_app.ui.pages.bundles.inspect_dialog import InspectDialog
from station_app.ui.pages.bundles.write_dialog import WriteDialog
from station_app.ui.pages.certificates.issue_dialog import IssueDialog
from station_app.ui.pages.certificates.paper_dialog import PaperDialog
from station_app.ui.pages.certificates.selection_form import Whom
from station_app.ui.widgets import Button
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_volunteer, served
from tests.helpers.choosing import name_file
from tests.helpers.screen import CTRL, open_dialogs, opened, person_shown, press, shown, typed

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(desk, qtbot, office, monkeypatch):
    """Four who served, one who has not yet; no stick of the PC that runs the tests."""
    monkeypatch.setattr(write_dialog, "drives", list)
    served(office, "李梅", "王芳", "阿卜杜拉·买买提", "𬱖娜")
    a_volunteer(office, "周闲", 9)
    return shown(desk, qtbot, "today")


def lines(office):
    """The register, in the order of its numbers."""
    ids = office.read(register.ids, CertificateFilter(), CertificateOrder.NUMBER)
    return [row for row in office.read(register.rows, ids) if row]


def words(path):
    """All text of a PDF."""
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def issue_to_file(window, desk, qtbot, path):
    """Enter, the name of the file, Enter, Enter."""
    dialog = opened(window, IssueDialog)
    desk.settle()
    dialog.primary.setFocus()
    press(ENTER)
    name_file(qtbot, dialog, desk, path)
    opened(window, IssueDialog)
    press(ENTER)
    back_to(window, qtbot)


def back_to(window, qtbot):
    """The last dialog is closed, and the window has the keyboard again."""
    qtbot.waitUntil(lambda: not open_dialogs(window))
    with qtbot.waitActive(window):
        window.activateWindow()


def proof_of_who_is_asked_for(window, desk, qtbot, path):
    """Ctrl+K, initials, Enter, "Issue a proof", and the file."""
    press(Qt.Key.Key_K, CTRL)
    typed("lm")
    desk.settle()
    press(ENTER)
    desk.settle()
    person = person_shown(window)
    next(one for one in person.findChildren(Button) if one.text() == "出具证明").setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: bool(window.findChildren(IssueDialog)))
    issue_to_file(window, desk, qtbot, path)


def thanks_for_all(window, desk, qtbot, path):
    """Ctrl+N, appreciation for everybody with two hours, and the file."""
    press(Qt.Key.Key_N, CTRL)
    dialog = opened(window, IssueDialog)
    dialog.form.kind.set_value(Kind.APPRECIATION)
    dialog.form.whom.choice.set_value(Whom.MANY)
    dialog.form.whom.hours.set_value(2)
    issue_to_file(window, desk, qtbot, path)


def void(window, desk, qtbot, row, reason):
    """Enter on the line, "Void…", why, Enter."""
    window.page.list.select(row.id.hex)
    window.page.list.table.setFocus()
    press(ENTER)
    desk.settle()
    opened(window, PaperDialog).void.click()
    opened(window, ReasonDialog)
    typed(reason)
    press(ENTER)
    desk.settle()
    back_to(window, qtbot)


def bundle_to(window, desk, qtbot, folder):
    """Ctrl+N, another folder, its name, Enter."""
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, WriteDialog)
    dialog.primary.setFocus()
    press(ENTER)
    name_file(qtbot, dialog, desk, folder)
    opened(window, WriteDialog)
    press(ENTER)
    back_to(window, qtbot)


def test_a_proof_thanks_for_all_one_void_and_a_bundle_that_agrees(
    window, desk, qtbot, office, tmp_path
):
    proof_of_who_is_asked_for(window, desk, qtbot, tmp_path / "proof.pdf")
    assert "李梅" in words(tmp_path / "proof.pdf")
    assert window.here == "certificates"
    thanks_for_all(window, desk, qtbot, tmp_path / "thanks.pdf")
    assert "阿卜杜拉·买买提" in words(tmp_path / "thanks.pdf")
    assert [row.state for row in lines(office)] == [State.ISSUED] * 5
    void(window, desk, qtbot, lines(office)[-1], "学校名称写错")
    assert lines(office)[-1].void_reason == "学校名称写错"

    press(Qt.Key.Key_6, CTRL)
    (tmp_path / "stick").mkdir()
    bundle_to(window, desk, qtbot, tmp_path / "stick")
    (row,) = office.read(bundles_sent)
    assert list(window.page.list.model.ids()) == [row.id.hex]

    window.page.list.table.setFocus()
    press(ENTER)
    desk.settle()
    found = opened(window, InspectDialog)
    desk.settle()
    assert found.standing._words.text() == "与本机账册一致。"
    counts = {one.table: (one.sent, one.here) for one in found._counts.all}
    assert counts["volunteer"] == counts["certificate"] == (5, 5)
    assert counts["attendance"] == (4, 4)
    assert office.read(verify_journal).broken is None
