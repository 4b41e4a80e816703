"""What takes long, how far it is, and the way to stop it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from station_app.i18n import _
from station_app.ui.jobs import Jobs, Progress
from station_app.ui.theme import set_look, tokens
from station_app.ui.widgets.buttons import Button, Kind
from station_app.ui.widgets.words import Caption, Words


class ProgressStrip(QFrame):
    """One line at the foot of the window, there only while something takes long."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._title = Words()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(tokens().px(320))
        self._far = Caption()
        self._stop = Button(_("Stop"), Kind.QUIET, icon="close")
        self._stop.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(16)
        layout.addWidget(self._title)
        layout.addWidget(self._bar)
        layout.addWidget(self._far)
        layout.addStretch(1)
        layout.addWidget(self._stop)
        set_look(self, ground="strip")
        self.hide()
        jobs.progress.connect(self._show)

    def _show(self, progress: Progress | None) -> None:
        self.setVisible(progress is not None)
        if progress is None:
            self._stop.setEnabled(True)
            return
        self._title.setText(progress.title or _("Working …"))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.setAccessibleName(progress.title)
        known = _("{done} of {total}").format(
            done=f"{progress.done:,}", total=f"{progress.total:,}"
        )
        self._far.setText(known if progress.total else "")
        self._stop.setVisible(progress.can_stop)

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._jobs.stop()
