"""Taking an import back: what goes, what stands in the way, and a yes."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.importing import Blocking
from station_app.errors import StationError
from station_app.i18n import N_, _, ngettext
from station_app.services.import_runs import TakeBackPreview, take_back_import, take_back_preview
from station_app.ui.desk import Desk
from station_app.ui.tables import Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, DialogFrame, Kind, Paragraph
from station_app.wording import sentence
from station_app.wording.importing import blocking_text
from station_app.wording.values import moment_text

_COLUMNS: Final[tuple[Column[Blocking], ...]] = (
    Column(N_("Used since"), blocking_text, width=320, stretch=True),
)


class TakeBackDialog(DialogFrame):
    """Shows what would go with an import; `taken_back(count)` once it is gone."""

    taken_back = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, preview: TakeBackPreview) -> None:
        title = _("Take this import back?")
        super().__init__(parent, title, primary=_("Take back"), kind=Kind.DANGER, width=640)
        self.desk = desk
        self._preview = preview
        run = preview.run
        source = _("{file}, imported {time} by {name}.").format(
            file=run.file, time=moment_text(run.imported_at), name=run.imported_by
        )
        self.told = _blocked(preview) if preview.blocked else _goes(preview)
        self.body.addWidget(Paragraph(source, tone=Tone.MUTED))
        if preview.blocked:
            self.body.addWidget(Banner(self.told, Tone.WARN))
            self.blocked = self._list(preview)
            self.body.addWidget(self.blocked)
            self.primary.hide()
            self.cancel.setText(_("Close"))
        else:
            self.body.addWidget(Paragraph(self.told))
        self.confirmed.connect(self._go)
        self.cancel.setFocus()

    def _list(self, preview: TakeBackPreview) -> ListView:
        rows: RowsInHand[Blocking] = RowsInHand()
        rows.all = preview.first
        label = _("What stands in the way")
        empty = Empty("ok", _("Nothing stands in the way."))
        found = ListView(self.desk, rows, _COLUMNS, name="import-blocked", label=label, empty=empty)
        found.open()
        return found

    def _go(self) -> None:
        self.set_busy(True)
        self.desk.write(
            self,
            take_back_import,
            self._preview.run.id,
            done=self._on_gone,
            refused=self._on_refused,
        )

    def _on_gone(self, count: int) -> None:
        self.accept()
        self.taken_back.emit(count)

    def _on_refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.refuse(sentence(error))


def ask_take_back(
    desk: Desk,
    parent: QWidget,
    run_id: UUID,
    then: Callable[[int], object],
    refused: Callable[[StationError], object],
) -> None:
    """Show what taking this import back would do; `then` gets how many rows have gone."""

    def show(preview: TakeBackPreview) -> None:
        dialog = TakeBackDialog(desk, parent, preview)
        dialog.taken_back.connect(then)
        dialog.open()

    desk.read(parent, take_back_preview, run_id, done=show, refused=refused, newest="take back")


def gone_text(count: int) -> str:
    """What was done."""
    told = ngettext(
        "The import is taken back: {count} row is out of the books.",
        "The import is taken back: {count} rows are out of the books.",
        count,
    )
    return told.format(count=f"{count:,}")


def _goes(preview: TakeBackPreview) -> str:
    if preview.run.kind == "roster":
        told = ngettext(
            "{count} volunteer goes out of the register. The number is never given again; the same "
            "file can be imported anew.",
            "{count} volunteers go out of the register. Their numbers are never given again; the "
            "same file can be imported anew.",
            preview.count,
        )
    else:
        told = ngettext(
            "{count} stay is struck out. The same file can be imported anew.",
            "{count} stays are struck out. The same file can be imported anew.",
            preview.count,
        )
    return told.format(count=f"{preview.count:,}")


def _blocked(preview: TakeBackPreview) -> str:
    told = ngettext(
        "{blocked} of {count} rows has been used since. An import goes back whole or not at all.",
        "{blocked} of {count} rows have been used since. An import goes back whole or not at all.",
        preview.blocked,
    )
    return told.format(blocked=f"{preview.blocked:,}", count=f"{preview.count:,}")
