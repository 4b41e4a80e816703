"""The identity document on the screen: masked, and whole only by a deliberate act."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.documents import DocumentKind
from station_app.i18n import N_, _
from station_app.ui.theme import Size
from station_app.ui.widgets import (
    Button,
    Caption,
    Choice,
    DialogFrame,
    Form,
    Kind,
    Paragraph,
    TextField,
    Words,
)
from station_app.wording.labels import document_kind_label

SHOWN_MS: Final = 60_000
_REASONS: Final = (
    N_("The person stands at the desk: comparing with the document"),
    N_("The person asked for the number"),
    N_("Filling in a form of the designated system"),
    N_("An authority asked in writing"),
)


class DocumentLine(QWidget):
    """Kind and number of the document; `asked(why)` when it is to be shown whole."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._masked = ""
        self._kind = Caption()
        self.number = Words("", Size.STRONG)
        self.show_button = Button(_("Show"), Kind.QUIET, icon="eye")
        self.show_button.clicked.connect(self._on_button)
        self._hide_soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide_soon.timeout.connect(self.hide_number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._kind)
        words.addWidget(self.number)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(words)
        layout.addWidget(self.show_button)
        layout.addStretch(1)

    def show_masked(self, kind: DocumentKind, number: str) -> None:
        """Show what may be seen by everybody at this desk."""
        self._kind.setText(document_kind_label(kind))
        self._masked = number
        self.hide_number()

    def show_whole(self, number: str) -> None:
        """Show the number for a minute."""
        self.number.setText(number)
        self.show_button.setText(_("Hide"))
        self._hide_soon.start()

    def hide_number(self) -> None:
        """Mask it again."""
        self._hide_soon.stop()
        self.number.setText(self._masked)
        self.show_button.setText(_("Show"))

    def _on_button(self) -> None:
        if self.number.text() != self._masked:
            self.hide_number()
            return
        dialog = WhyDialog(self)
        dialog.given.connect(self.asked)
        dialog.open()


class WhyDialog(DialogFrame):
    """Asks why the number is to be seen; `given(why)`. The journal keeps the answer."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Show the document number"), primary=_("Show"), width=520)
        self.body.addWidget(
            Paragraph(_("The journal keeps who saw the number, when and why. Say why."))
        )
        form = Form()
        reasons = [(_(reason), _(reason)) for reason in _REASONS]
        other = ("", _("Another reason"))
        self.reason = form.add("reason", _("Reason"), Choice((*reasons, other)))
        self.words = form.add("words", _("In words"), TextField(), hint=_("For another reason"))
        self.words.setMaxLength(100)
        self.words.setEnabled(False)
        self.reason.changed.connect(lambda: self.words.setEnabled(not self.reason.value()))
        self._why = form
        self.add_form(form)
        self.confirmed.connect(self._give)

    def _give(self) -> None:
        why = self.reason.value() or self.words.value()
        if not why:
            self._why.problem("words", _("Say why: the reason is kept with the record."))
            return
        self._why.touched = False
        self.given.emit(why)
        self.accept()
