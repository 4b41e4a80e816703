"""A PDF on the screen before it is printed or saved: one page at a time, page turn and zoom.

Why Qt's PDF module is imported so late: it costs a tenth of a second, and most visits to the desk
look at no paper.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMargins, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.theme import set_look, tokens
from station_app.ui.widgets.buttons import Button, IconButton, Kind
from station_app.ui.widgets.empty import EmptyState
from station_app.ui.widgets.words import Caption

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

_STEP: Final = 1.25
_LEAST, _MOST = 0.25, 5.0
_EDGE: Final = 8


class PdfPreview(QWidget):
    """Pages of a PDF held in memory; a sentence while there is none.

    With the keyboard on the page: Page Up and Page Down turn, Home and End go to the ends, + and −
    zoom, 0 shows the whole page. `turned(page)` counts from 0.
    """

    turned = Signal(int)

    def __init__(self, empty: str, *, icon: str = "certificates") -> None:
        super().__init__()
        self._view: QPdfView | None = None
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._zoom: float | None = None
        self.empty = EmptyState(icon, empty)
        self._frame = _Frame()
        self._stack = QStackedWidget()
        self._ground = QFrame()
        set_look(self._ground, ground="card")
        inner = QVBoxLayout(self._ground)
        inner.addWidget(self.empty)
        self._stack.addWidget(self._ground)
        self._stack.addWidget(self._frame)
        self._make_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)
        self.show_pdf(None)

    # What it shows

    def show_pdf(self, data: bytes | None) -> None:
        """Show the first page of this PDF, or the sentence of an empty preview."""
        if data is not None:
            self._load(data)
        self._stack.setCurrentWidget(self._ground if data is None else self._frame)
        self._bar.setVisible(data is not None)

    def say(self, sentence: str) -> None:
        """Show this sentence in place of a page."""
        self.empty.set_text(sentence)
        self.show_pdf(None)

    @property
    def pages(self) -> int:
        """How many pages there are; 0 while the preview is empty."""
        if self._document is None or self._stack.currentWidget() is self._ground:
            return 0
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._view.pageNavigator().currentPage() if self._view else 0

    def turn(self, page: int) -> None:
        """Show this page, or the nearest there is."""
        if self._view is not None and self.pages:
            wanted = min(max(page, 0), self.pages - 1)
            self._view.pageNavigator().jump(wanted, QPointF(), 0)
            self._place()
            self._tell_page()
            self.turned.emit(wanted)

    def zoom(self, by: float) -> None:
        """Make the page larger or smaller."""
        if self._view is not None:
            self._zoom = min(max(self._view.zoomFactor() * by, _LEAST), _MOST)
            self._place()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._place()

    # The keyboard and the wheel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys on the page, and the wheel with Ctrl."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.update()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        elif event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QWheelEvent) and event.modifiers() & _CTRL:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, to = Qt.Key(event.key()), Qt.Key
        if key in (to.Key_PageUp, to.Key_PageDown):
            self.turn(self.page + (1 if key is to.Key_PageDown else -1))
        elif key in (to.Key_Home, to.Key_End):
            self.turn(0 if key is to.Key_Home else self.pages - 1)
        elif key in (to.Key_Plus, to.Key_Equal, to.Key_Minus):
            self.zoom(1 / _STEP if key is to.Key_Minus else _STEP)
        elif key is to.Key_0:
            self.fit()
        else:
            return False
        return True

    # How it is made

    def _make_bar(self) -> None:
        self._back = IconButton("chevron-left", _("Page before"))
        self._next = IconButton("chevron-right", _("Next page"))
        self._told = Caption()
        self._smaller = IconButton("zoom-out", _("Smaller"))
        self._larger = IconButton("zoom-in", _("Larger"))
        self._whole = Button(_("Whole page"), Kind.QUIET)
        self._back.clicked.connect(lambda: self.turn(self.page - 1))
        self._next.clicked.connect(lambda: self.turn(self.page + 1))
        self._smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self._larger.clicked.connect(lambda: self.zoom(_STEP))
        self._whole.clicked.connect(self.fit)
        self._bar = QWidget()
        layout = QHBoxLayout(self._bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        left: tuple[QWidget, ...] = (self._back, self._told, self._next)
        for widget in left:
            layout.addWidget(widget)
        layout.addStretch(1)
        for button in (self._smaller, self._larger, self._whole):
            layout.addWidget(button)

    def _load(self, data: bytes) -> None:
        if self._document is None:
            self._begin()
        assert self._document is not None
        self._document.close()
        buffer = QBuffer(self)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self._stack.setCurrentWidget(self._frame)
        self.fit()
        self.turn(0)

    def _begin(self) -> None:
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._document = QPdfDocument(self)
        self._view = view = QPdfView(self._frame)
        view.setDocument(self._document)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setPageMode(QPdfView.PageMode.SinglePage)
        view.setZoomMode(QPdfView.ZoomMode.Custom)
        view.setPageSpacing(0)
        view.setAccessibleName(_("Preview"))
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        palette = view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens().colours.sunken))
        view.setPalette(palette)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self._frame.hold(view)

    def _place(self) -> None:
        """Set the page's size, and stand it in the middle where there is room around it.

        Why not Qt's own fitting: it leaves a page at the top, under a bar with nothing to scroll.
        """
        view, document = self._view, self._document
        if view is None or document is None or not self.pages:
            return
        whole = document.pagePointSize(self.page) * (view.logicalDpiX() / 72)
        room = view.maximumViewportSize()
        wide = (room.width() - 2 * _EDGE) / max(whole.width(), 1)
        tall = (room.height() - 2 * _EDGE) / max(whole.height(), 1)
        zoom = max(min(wide, tall), _LEAST / 2) if self._zoom is None else self._zoom
        above = max(_EDGE, int(room.height() - whole.height() * zoom) // 2)
        view.setZoomFactor(zoom)
        view.setDocumentMargins(QMargins(_EDGE, above, _EDGE, _EDGE))

    def _tell_page(self) -> None:
        page, pages = self.page, self.pages
        self._told.setText(_("Page {page} of {pages}").format(page=page + 1, pages=pages))
        self._back.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < pages)


_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class _Frame(QWidget):
    """An edge around the pages, which shows where the keyboard is."""

    def hold(self, view: QWidget) -> None:
        """Put the pages inside."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(view)
        self.setFocusProxy(view)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge, or the ring of the keyboard."""
        colours, proxy = tokens().colours, self.focusProxy()
        focused = proxy is not None and proxy.hasFocus()
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours.accent if focused else colours.border), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
