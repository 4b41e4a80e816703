"""Dialogs: a title that says what happens, a body, and the buttons at the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from station_app.i18n import _
from station_app.ui.theme import Size, set_look, tokens
from station_app.ui.widgets.banner import Banner
from station_app.ui.widgets.buttons import Button, Kind
from station_app.ui.widgets.form import Form
from station_app.ui.widgets.words import Paragraph, Words

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AROUND: Final = 48  # what is seen of the window around a dialog that fills it


class DialogFrame(QDialog):
    """A dialog over its window. The primary button sends `confirmed` and leaves it open: the page
    writes, then calls `accept`, or `refuse` with the sentence of what stands against it.

    Esc and Cancel close it; with a touched form in it they ask first.
    """

    confirmed = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        *,
        primary: str,
        kind: Kind = Kind.PRIMARY,
        cancel: str = "",
        width: int = 480,
        fills: bool = False,
    ) -> None:
        """`width` is in pixels at 100 % type; a dialog that `fills` is as large as its window."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._form: Form | None = None
        self._width = tokens().px(width)
        self._fills = fills
        self._banner = Banner()
        self.primary = Button(primary, kind)
        self.cancel = Button(cancel or _("Cancel"))
        self.primary.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.reject)
        self._foot = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(24, 0, 24, 0)
        self.body.setSpacing(16)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._lay_out(title)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        set_look(self, ground="dialog")

    def add_form(self, form: Form) -> None:
        """Put a form into the body: Enter in its last field confirms, Esc asks once touched."""
        self._form = form
        form.submitted.connect(self.primary.click)
        self.body.addWidget(form)

    def add_button(self, button: Button, *, left: bool = False) -> None:
        """Put another button before the primary one, or alone at the left."""
        self._buttons.insertWidget(0 if left else self._buttons.count() - 1, button)

    def add_foot(self, widget: QWidget) -> None:
        """Put something above the buttons, in sight however far the body is scrolled."""
        self._foot.insertWidget(0, widget)

    def refuse(self, sentence: str) -> None:
        """Say above the buttons what stands against it."""
        self._banner.say(sentence)
        self._fit()

    def set_busy(self, busy: bool) -> None:
        """Take no second press while the first is under way."""
        self.primary.setEnabled(not busy)

    def reject(self) -> None:
        """Close without doing it."""
        if self._form is not None and self._form.touched:
            confirm(
                self,
                _("Leave without saving?"),
                _("What you typed here will be lost."),
                _("Leave"),
                self._leave,
            )
        else:
            super().reject()

    def _leave(self) -> None:
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on no button in particular does nothing; Esc closes."""
        if event.key() in _ENTER:
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up at the size of what is inside, with the keyboard in the first field."""
        super().showEvent(event)
        self._fit()
        if self._form is not None:
            self._form.start()
        elif self.focusWidget() is None:
            self.primary.setFocus()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the field that has the keyboard, however it came there."""
        if now is not None and self._inner.isAncestorOf(now):
            top, around = now.mapTo(self._inner, QPoint()).y(), tokens().px(32)
            for edge in (top + now.height(), top):
                self._scroll.ensureVisible(0, edge, 0, around)

    def _fit(self) -> None:
        if self._fills:
            over = self.parentWidget()
            whole = over.window().size() if over is not None else self.screen().size()
            self.setFixedSize(whole - QSize(_AROUND, _AROUND))
            return
        self._inner.setFixedWidth(self._width)
        tall = max(_height(self._inner, self._width), self._inner.sizeHint().height())
        self._scroll.setFixedHeight(tall)
        high = _height(self, self._width)
        room = int(self.screen().availableGeometry().height() * 0.94)
        beyond = max(high - room, 0)
        self._scroll.setFixedHeight(tall - beyond)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if beyond else 0
        self.setFixedSize(QSize(self._width + bar, high - beyond))
        self._stay_in_sight()

    def _stay_in_sight(self) -> None:
        """Come up as far as a dialog that has grown needs."""
        space, frame = self.screen().availableGeometry(), self.frameGeometry()
        if frame.bottom() > space.bottom():
            self.move(self.x(), max(space.top(), space.bottom() - frame.height()))

    def _lay_out(self, title: str) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self._inner, ground="clear")
        head = Words(title, Size.TITLE)
        head.setWordWrap(True)
        head.setContentsMargins(24, 0, 24, 0)
        self._foot.setContentsMargins(24, 0, 24, 0)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._banner)
        self._buttons.setContentsMargins(24, 0, 24, 0)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.primary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(16)
        layout.addWidget(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._foot)
        layout.addLayout(self._buttons)


def _height(widget: QWidget, width: int) -> int:
    """How high a widget is at this width, with its words broken into lines."""
    layout = widget.layout()
    assert layout is not None
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


def confirm(
    parent: QWidget,
    title: str,
    text: str,
    yes: str,
    then: Callable[[], object],
    *,
    danger: bool = False,
) -> DialogFrame:
    """Ask before something that cannot be taken back; `then` runs on yes."""
    kind = Kind.DANGER if danger else Kind.PRIMARY
    dialog = DialogFrame(parent, title, primary=yes, kind=kind, width=420)
    dialog.body.addWidget(Paragraph(text))
    dialog.confirmed.connect(dialog.accept)
    dialog.accepted.connect(then)
    dialog.open()
    if danger:
        dialog.cancel.setFocus()
    return dialog
