"""The window: rail, top bar, the page, and what the desk tells below it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station_app.i18n import _
from station_app.ui.bug_dialog import BugDialog
from station_app.ui.desk import Desk
from station_app.ui.dress import dress
from station_app.ui.dropping import carries_files, page_for
from station_app.ui.message_bar import MessageBar
from station_app.ui.notices import Notice
from station_app.ui.pages import PAGES, PageEntry
from station_app.ui.preferences import Preferences
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.rail import Rail
from station_app.ui.search_box import Find
from station_app.ui.theme import Tone, tokens
from station_app.ui.top_bar import Identify, TopBar
from station_app.ui.widgets.dialog import confirm
from station_app.ui.widgets.page import Page

_USUAL: Final = QSize(1280, 680)
_LEAST: Final = QSize(960, 540)
_NARROW_BELOW: Final = 1120


class MainWindow(QMainWindow):
    """The frame around the pages. Rebuilt inside when language, palette or type size change."""

    person_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        *,
        find: Find,
        identify: Identify,
        entries: Sequence[PageEntry] = PAGES,
        welcome: Callable[[Desk], QWidget] | None = None,
    ) -> None:
        """`welcome` makes what stands over everything until the desk has a station.

        It sends `finished` then.
        """
        super().__init__()
        self.desk = desk
        self._find = find
        self._identify = identify
        self._welcome = welcome
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._leaving = False
        self.here = ""
        self.setMinimumSize(_LEAST)
        self.resize(_USUAL)
        self.restoreGeometry(QByteArray.fromBase64(desk.preferences.now.geometry.encode("ascii")))
        desk.notice.connect(self._on_notice)
        desk.bug.connect(self._on_bug)
        desk.route.connect(self.go)
        desk.preferences.changed.connect(self._on_preferences)
        self._build()
        self._shortcuts()
        self.person_chosen.connect(lambda person: self.go("volunteers", person))
        self.go(desk.preferences.now.page)

    # Where one is

    def go(self, key: str, what: str = "") -> None:
        """Show a page, built on the first visit, and on it the thing with this id."""
        if key not in self._entries:
            key = next(iter(self._entries))
        page = self._pages.get(key)
        if page is None:
            page = self._entries[key].make(self.desk)
            self._pages[key] = page
            self._stack.addWidget(page)
        if key == self.here and not what:
            page.uncover()
        self.here = key
        self._stack.setCurrentWidget(page)
        self.rail.mark(key)
        self.setWindowTitle(_("{page} – Practice Station").format(page=_(self._entries[key].title)))
        page.refresh()
        if what:
            page.reveal(what)
        else:
            page.start()
        if self.focusWidget() is None:
            self.rail.start()

    @property
    def page(self) -> Page:
        """The page one looks at."""
        return self._pages[self.here]

    # How it stands

    def _change_look(self) -> None:
        """Take everything inside down, and build it anew on the same page in the new look."""
        self._pages.clear()
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)
        dress(self.desk.preferences.now)
        self._build()
        self.go(self.here)

    def _build(self) -> None:
        self.rail = Rail(list(self._entries.values()))
        self.rail.went.connect(lambda key: self.go(key))
        self.top = TopBar(self.desk, self._identify, self._find)
        self.top.search.person_chosen.connect(self.person_chosen)
        self.messages = MessageBar()
        self.strip = ProgressStrip(self.desk.jobs)
        self._stack = QStackedWidget()
        told = QHBoxLayout()
        told.setContentsMargins(24, 0, 24, 12)
        told.addWidget(self.messages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        right.addLayout(told)
        right.addWidget(self.strip)
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(self._welcomed(whole))
        self._fold()

    def _welcomed(self, whole: QWidget) -> QWidget:
        """The whole window, behind the first page as long as nobody knows whose desk this is."""
        set_up = self._welcome is None or self._identify() is not None
        self.setAcceptDrops(set_up)
        if self._welcome is None or set_up:
            return whole
        stage = QStackedWidget()
        first = self._welcome(self.desk)
        first.finished.connect(  # type: ignore[attr-defined]
            lambda: self.desk.soon(self, "rebuild", 0, self._change_look)
        )
        stage.addWidget(whole)
        stage.addWidget(first)
        stage.setCurrentWidget(first)
        return stage

    def _shortcuts(self) -> None:
        for number, key in enumerate(self._entries, start=1):
            self._on_keys(f"Ctrl+{number}", partial(self.go, key))
        for keys in ("Ctrl+K", "/"):
            self._on_keys(keys, self._to_search)
        self._on_keys("F6", self._next_region)

    def _on_keys(self, keys: str, run: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _to_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _next_region(self) -> None:
        focus = cast(QWidget | None, self.focusWidget())
        if focus is not None and self.rail.isAncestorOf(focus):
            self._to_search()
        elif focus is self.top.search:
            self.page.start()
        else:
            self.rail.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wants closes the message."""
        if event.key() == Qt.Key.Key_Escape:
            self.messages.clear()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere, as long as no dialog waits for an answer."""
        if carries_files(event) and QApplication.activeModalWidget() is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the file to the page it is for."""
        event.acceptProposedAction()
        if (found := page_for(event, self.here)) is None:
            told = _("Drop one list (.xlsx, .xls, .ods, .csv) or one bundle (.zip) here.")
            self.desk.tell(Tone.INFO, told)
            return
        self.go(found[0])
        self.page.take(found[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the rail."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _NARROW_BELOW or tokens().scale >= 1.5
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow)

    # What the desk tells

    def _on_notice(self, notice: Notice) -> None:
        self.messages.show_notice(notice)

    def _on_bug(self, error: BaseException) -> None:
        BugDialog(self, error, self.desk.places).open()

    def _on_preferences(self, before: Preferences, after: Preferences) -> None:
        looks = ("language", "palette", "scale")
        if any(getattr(before, name) != getattr(after, name) for name in looks):
            self.desk.soon(self, "rebuild", 0, self._on_look)

    def _on_look(self) -> None:
        if any(page.unsaved() for page in self._pages.values()):
            confirm(
                self,
                _("Change the look now?"),
                _("The pages are built anew, and what you typed and did not save is lost."),
                _("Change now"),
                self._change_look,
            )
        else:
            self._change_look()

    # The end of the day

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where something would be lost, wait for what is under way, then go."""
        if not self._leaving and self._asks_to_stay():
            event.ignore()
            return
        if self.desk.jobs.busy:
            event.ignore()
            self.setEnabled(False)
            self.desk.jobs.stop()
            self.desk.jobs.idle.connect(self.close, Qt.ConnectionType.UniqueConnection)
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.desk.preferences.change(geometry=geometry, page=self.here)
        super().closeEvent(event)

    def _asks_to_stay(self) -> bool:
        if self.desk.jobs.busy:
            title, text = (
                _("Work is still under way"),
                _("It stops after the present step. What was finished before is kept."),
            )
            yes = _("Stop and close")
        elif unsaved := [key for key, page in self._pages.items() if page.unsaved()]:
            title, text = _("Leave without saving?"), _("What you typed here will be lost.")
            yes = _("Leave")
            self.go(unsaved[0])
        else:
            return False
        confirm(self, title, text, yes, self._leave)
        return True

    def _leave(self) -> None:
        self._leaving = True
        self.close()
