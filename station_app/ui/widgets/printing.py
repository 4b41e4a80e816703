"""A PDF onto paper: the system's own print dialog, each page at the printer's resolution."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.wording import sentence

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_SHARP: Final = 600
_POINT: Final = QPageSize.Unit.Point


@dataclass(eq=False)
class PrinterSilent(StationError):
    """The printer took no page: switched off, gone, or its queue is stopped."""

    name: str


@sentence.register
def _silent(error: PrinterSilent) -> str:
    return _("The printer {name} does not answer. See that it is on, then print again.").format(
        name=error.name
    )


def print_pdf(
    owner: QWidget,
    desk: Desk,
    paper: Callable[[], bytes],
    title: str,
    *,
    told: Callable[[Tone, str], object],
) -> None:
    """Let the clerk choose a printer and print; `told(tone, sentence)` says how it went.

    `paper` is asked for the PDF once the clerk has said yes, off the screen's thread.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinters():
        told(
            Tone.WARN,
            _("No printer is set up on this PC. Save the PDF and print it on another one."),
        )
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, owner)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("Print {title}").format(title=title))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: _send(owner, desk, paper, printer, told))
    dialog.show()


def _send(
    owner: QWidget,
    desk: Desk,
    paper: Callable[[], bytes],
    printer: "QPrinter",
    told: Callable[[Tone, str], object],
) -> None:
    sent = _("Sent to the printer {name}.").format(name=printer.printerName())
    desk.press(
        owner,
        lambda task: print_pages(paper(), printer, task),
        done=lambda _pages: told(Tone.OK, sent),
        refused=lambda error: told(Tone.DANGER, sentence(error)),
        title=_("Printing …"),
    )


def print_pages(data: bytes, printer: "QPrinter", task: Task) -> int:
    """Draw the pages that were chosen, each on paper of its own size; returns how many.

    Why as pictures: Qt has no way to hand a PDF to a printer as it is. At 600 dots an inch no eye
    sees the difference, and a page still fits into memory. Raises Cancelled between two pages.
    """
    from PySide6.QtPdf import QPdfDocument

    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = _chosen(printer, document.pageCount())
    painter = QPainter()
    try:
        for done, page in enumerate(pages, start=1):
            _lay(printer, document.pagePointSize(page))
            _begin_page(painter, printer, first=done == 1)
            _draw(painter, printer, document, page)
            task.step(done, len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return len(pages)


def _chosen(printer: "QPrinter", count: int) -> range:
    """The pages asked for, from 0; all of them where nothing was said."""
    first, last = printer.fromPage(), printer.toPage()
    return range(max(first, 1) - 1, min(last or count, count))


def _lay(printer: "QPrinter", size: QSizeF) -> None:
    """Paper of the page's size, lying as the page does, without margins of our own."""
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    known = QPageSize.id(upright, _POINT, QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = size.width() > size.height()
    ways = QPageLayout.Orientation
    paper = QPageSize(upright, _POINT) if known is QPageSize.PageSizeId.Custom else QPageSize(known)
    turned = ways.Landscape if lying else ways.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
    printer.setFullPage(True)


def _begin_page(painter: QPainter, printer: "QPrinter", *, first: bool) -> None:
    started = painter.begin(printer) if first else printer.newPage()
    if not started:
        raise PrinterSilent(printer.printerName())


def _draw(painter: QPainter, printer: "QPrinter", document: "QPdfDocument", page: int) -> None:
    scale = min(printer.resolution(), _SHARP) / 72
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    picture = on_paper(document.render(page, size))
    painter.drawImage(QRectF(painter.viewport()), picture, QRectF(picture.rect()))


def on_paper(picture: QImage) -> QImage:
    """The same on white: some printers take what is transparent for black."""
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    painter.fillRect(picture.rect(), QColor.fromRgb(255, 255, 255))
    painter.end()
    picture.convertTo(QImage.Format.Format_RGB32)
    return picture
