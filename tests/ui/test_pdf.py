"""Papers on the screen and on a printer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station_app.domain.certificates import Kind
from station_app.errors import Cancelled
from station_app.services.tasks import Task
from station_app.ui.preferences import PreferenceFile
from station_app.ui.widgets.pdf import PdfPreview
from station_app.ui.widgets.printing import on_paper, print_pages
from tests.helpers.papers import papers


@pytest.fixture
def thanks() -> bytes:
    """Three certificates of appreciation, lying."""
    return papers(Kind.APPRECIATION, "李梅", "王芳", "𬱖娜")


@pytest.fixture
def view(qtbot: QtBot, preferences: PreferenceFile) -> PdfPreview:
    """A preview on the screen."""
    made = PdfPreview("没有可预览的内容。")
    qtbot.addWidget(made)
    made.resize(700, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def is_drawn(view: PdfPreview) -> Callable[[], bool]:
    """Whether the red frame of a certificate is on the screen."""

    def seen() -> bool:
        picture = view.grab().toImage().scaled(70, 50)
        colours = {picture.pixelColor(x, y).name() for x in range(70) for y in range(50)}
        return any(QColor(name).red() - QColor(name).green() > 60 for name in colours)

    return seen


def test_a_paper_is_drawn_whole_in_the_middle(
    view: PdfPreview, qtbot: QtBot, thanks: bytes
) -> None:
    view.show_pdf(thanks)
    qtbot.waitUntil(is_drawn(view))
    assert view._view is not None
    assert not view._view.verticalScrollBar().isVisible()
    assert not view._view.horizontalScrollBar().isVisible()
    margins = view._view.documentMargins()
    assert margins.top() > margins.left()


def test_pages_turn_by_button_and_by_key_and_stop_at_both_ends(
    view: PdfPreview, thanks: bytes
) -> None:
    view.show_pdf(thanks)
    assert view._told.text() == "第 1 页，共 3 页"
    assert not view._back.isEnabled()
    view._next.click()
    assert view.page == 1
    page = view._view
    assert page is not None
    page.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(page, key)
    assert (view.page, view._next.isEnabled()) == (2, False)
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert view.page == 0


def test_a_page_grows_by_key_and_fits_again(view: PdfPreview, thanks: bytes) -> None:
    view.show_pdf(thanks)
    page = view._view
    assert page is not None
    whole = page.zoomFactor()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Plus)
    assert page.zoomFactor() == pytest.approx(whole * 1.25)
    QTest.keyClick(page, Qt.Key.Key_0)
    assert page.zoomFactor() == pytest.approx(whole)


def test_an_emptied_preview_has_no_pages_and_says_why(view: PdfPreview, thanks: bytes) -> None:
    view.show_pdf(thanks)
    view.say("没有可出具的人。")
    assert view.pages == 0
    assert view.empty.isVisible()
    view.show_pdf(thanks)
    assert view.pages == 3


def printed_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def ink(path: Path, page: int) -> QImage:
    document = QPdfDocument()
    document.load(str(path))
    return on_paper(document.render(page, QSize(297, 210)))


def test_every_page_is_printed_on_paper_of_its_own_size(
    preferences: PreferenceFile, thanks: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "printed.pdf"
    assert print_pages(thanks, printed_to(out), Task()) == 3
    boxes = [page.mediabox for page in PdfReader(out).pages]
    assert [(round(box.width), round(box.height)) for box in boxes] == [(842, 595)] * 3
    picture = ink(out, 2)
    dark = [picture.pixelColor(x, y).red() for x in range(297) for y in range(210)]
    assert min(dark) < 120
    assert sum(tone > 200 for tone in dark) > len(dark) // 2


def test_pages_chosen_in_the_print_dialog_are_the_ones_printed(
    preferences: PreferenceFile, thanks: bytes, tmp_path: Path
) -> None:
    printer = printed_to(tmp_path / "printed.pdf")
    printer.setFromTo(2, 3)
    assert print_pages(thanks, printer, Task()) == 2


def test_printing_stops_between_two_pages(
    preferences: PreferenceFile, thanks: bytes, tmp_path: Path
) -> None:
    task = Task(lambda done, total: task.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        print_pages(thanks, printed_to(tmp_path / "printed.pdf"), task)
