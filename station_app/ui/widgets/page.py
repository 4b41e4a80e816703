"""The scaffold of every page: a head with title, subtitle and actions, and the body below."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone, set_look
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.words import Words


class _Scroll(QScrollArea):
    """Gives the body all the room there is, and scrolls where large type needs more."""

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        inner = QWidget()
        set_look(inner, ground="clear")
        set_look(self, page=True)
        self._body = body
        inner.setLayout(body)
        self.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        self._keep_edge(0, 0)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _keep_edge(self, least: int, most: int) -> None:
        """The right edge stays where it is: the bar takes its room from the margin."""
        bar = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self._body.setContentsMargins(24, 4, 24 - bar, 12)


class Page(QWidget):
    """One place of the rail, built when first visited, alive until the look changes.

    Put actions into the head with `add_action`, everything else into `body`. Override `reveal` to
    show one thing by its id, `refresh` to catch up on every visit, `take` for a dropped file,
    `unsaved` to guard what was typed.
    """

    def __init__(self, desk: Desk, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._begun = False
        self._title = Words(title, Size.DISPLAY)
        self._subtitle = Words(subtitle, Size.BODY, Tone.MUTED)
        show_if(self._subtitle, bool(subtitle))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._head = QHBoxLayout()
        self._head.setSpacing(16)
        self._head.addLayout(words, 1)
        self._head.addLayout(self._actions)
        self._head.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)
        self._head.setContentsMargins(24, 16, 24, 12)
        front = QWidget()
        layout = QVBoxLayout(front)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(_Scroll(self.body), 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(front)
        self.setAccessibleName(title)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the head; the primary one last."""
        self._actions.addWidget(button)

    def add_lead(self, widget: QWidget) -> None:
        """Put something before the title, such as the way back."""
        self._head.insertWidget(self._head.count() - 2, widget)

    def set_title(self, text: str) -> None:
        """Call the page after what it shows; long words give way to the actions."""
        self._title.setMinimumWidth(1)
        self._subtitle.setWordWrap(True)
        self._title.setText(text)
        self._title.setToolTip(text)
        self.setAccessibleName(text)

    def cover(self, over: "Page") -> None:
        """Show another page in the place of this one, head included, until `uncover`."""
        if self._layers.indexOf(over) < 0:
            self._layers.addWidget(over)
        self._layers.setCurrentWidget(over)
        over.start()

    def uncover(self) -> None:
        """Show this page itself again, with the keyboard where it was."""
        if self.covered is not None:
            self._layers.setCurrentIndex(0)
            self.start()

    @property
    def covered(self) -> "Page | None":
        """The page that stands over this one."""
        over = self._layers.currentWidget()
        return over if isinstance(over, Page) else None

    def set_subtitle(self, text: str) -> None:
        """Say under the title what the page is about right now."""
        self._subtitle.setText(text)
        show_if(self._subtitle, bool(text))

    def start(self) -> None:
        """Put the keyboard where work begins: where it was, else into the first field or list."""
        if self.covered is not None:
            self.covered.start()
            return
        kept = cast(QWidget | None, self.focusWidget()) if self._begun else None
        self._begun = True
        widget = kept or self._first()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Called on every visit; lists catch up by themselves."""

    def reveal(self, what: str) -> None:
        """Show the thing with this id."""

    def take(self, path: Path) -> None:
        """Do what the page does with a file that was dropped on the window."""

    def unsaved(self) -> bool:
        """Whether leaving would lose something typed."""
        return False

    def _first(self) -> QWidget | None:
        kinds = (QLineEdit, QAbstractItemView, QAbstractButton)
        for kind in kinds:
            for widget in self.findChildren(kind):
                if widget.isVisibleTo(self) and widget.isEnabled():
                    return widget
        return None
