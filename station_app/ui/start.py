"""From nothing to a window that works, and down again."""

import gc
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from station_app.data.unit import Office
from station_app.errors import StationError
from station_app.i18n import _
from station_app.places import Places
from station_app.ui import input_method
from station_app.ui.clock_doubt import ask_about_clock
from station_app.ui.desk import Desk
from station_app.ui.dress import dress
from station_app.ui.frame import open_window
from station_app.ui.icons import pixmap
from station_app.ui.preferences import PreferenceFile
from station_app.ui.theme import tokens
from station_app.ui.widgets import DialogFrame, Paragraph
from station_app.wording import sentence

_COLLECT_MS: Final = 1000


class Sweeper(QObject):
    """Collects garbage on the screen's thread alone.

    Why: Python collects on whichever thread it happens to be, and a widget taken down on the
    thread of the press brings the program down with it. What is loaded at the start is left out:
    looking through it again and again would hold the screen up.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=_COLLECT_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


def application(preferences: PreferenceFile) -> QApplication:
    """The application, dressed; the running one if there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        os.environ.update(input_method.adjusted(os.environ))
        app = QApplication(sys.argv[:1])
        app.setApplicationName("practice-station")
        app.setDesktopFileName("practice-station")
    dress(preferences.now)
    app.setWindowIcon(pixmap("station", tokens().colours.brand, 64))
    return app


def run_window(open_office: Callable[[], Office], places: Places) -> int:
    """Open the books, show the window, return the exit code when it is closed.

    A refusal of `open_office` (no disk, other window, damaged file) is told in a dialog; exit 1.
    """
    preferences = PreferenceFile(places.preferences)
    app = application(preferences)
    try:
        office = open_office()
    except StationError as error:
        _tell_refusal(error)
        return 1
    Sweeper(app)
    desk = Desk(office, places, preferences)
    window = open_window(desk)
    before = sys.excepthook
    sys.excepthook = _reporting(desk)
    try:
        window.show()
        ask_about_clock(desk, window)
        return app.exec()
    finally:
        sys.excepthook = before
        desk.close()
        office.close()


def _tell_refusal(error: StationError) -> None:
    dialog = DialogFrame(None, _("Practice Station cannot open"), primary=_("Close"))
    dialog.cancel.hide()
    dialog.body.addWidget(Paragraph(sentence(error)))
    dialog.confirmed.connect(dialog.accept)
    dialog.exec()


def _reporting(desk: Desk) -> Callable[..., None]:
    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            desk.report_bug(error)

    return report
