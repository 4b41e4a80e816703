"""The bar in which the desk tells the clerk something."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from station_app.i18n import _
from station_app.ui.icons import pixmap
from station_app.ui.notices import Notice
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets.banner import ICONS
from station_app.ui.widgets.buttons import Button, IconButton, Kind
from station_app.ui.widgets.words import Paragraph

PASSES_MS: Final = 6000


class MessageBar(QFrame):
    """The last notice, at the foot of the page; it never takes the keyboard.

    Esc anywhere in the window and its own button close it. Screen readers are told at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.notice: Notice | None = None
        self._picture = QLabel()
        self._words = Paragraph()
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act = Button("", Kind.QUIET)
        self._act.clicked.connect(self._on_act)
        self._close = IconButton("close", _("Close this message"))
        self._close.clicked.connect(self.clear)
        self._passing = QTimer(self, singleShot=True, interval=PASSES_MS)
        self._passing.timeout.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._close)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show this in place of what stood there."""
        self.notice = notice
        tone = notice.tone if notice.tone in ICONS else Tone.INFO
        ink = tokens().colours.ink(tone)
        self._picture.setPixmap(pixmap(ICONS[tone], ink, tokens().icon))
        self._words.setText(notice.sentence)
        self._act.setVisible(notice.action is not None)
        if notice.action is not None:
            self._act.setText(notice.action.label)
        set_look(self, ground=tone.value)
        self.setAccessibleName(notice.sentence)
        self.show()
        self._passing.stop()
        if notice.passing:
            self._passing.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.sentence))

    def clear(self) -> None:
        """Close the bar."""
        self._passing.stop()
        self.notice = None
        self.hide()

    def _on_act(self) -> None:
        notice = self.notice
        self.clear()
        if notice is not None and notice.action is not None:
            notice.action.run()
