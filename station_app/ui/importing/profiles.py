"""Mappings under a name: choosing one, keeping the present one, letting one go."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.import_profiles import (
    KeptProfile,
    drop_profile,
    profiles,
    save_profile,
)
from station_app.sheets.reading import Kind
from station_app.ui.desk import Desk
from station_app.ui.widgets import Choice, DialogFrame, Form, IconButton, TextField, confirm
from station_app.wording import sentence

Columns = Mapping[str, str]
_GUESSED: Final = "guessed"
_BY_HAND: Final = "by hand"


class ProfileBox(QWidget):
    """How the columns were found. `applied(columns)` when one chooses, None for the guess."""

    applied = Signal(object)

    def __init__(self, desk: Desk, kind: Kind, columns: Callable[[], Columns]) -> None:
        """`columns` tells the mapping as it stands, to be kept."""
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._columns = columns
        self.known: Sequence[KeptProfile] = ()
        self.choice = Choice(self._options(), name=_("Columns as"))
        self.keep = IconButton("save", _("Keep these columns under a name…"))
        self.forget = IconButton("delete", _("Delete this profile…"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choice, 1)
        layout.addWidget(self.keep)
        layout.addWidget(self.forget)
        self.setFocusProxy(self.choice)
        self.choice.changed.connect(self._on_chosen)
        self.keep.clicked.connect(self._ask_name)
        self.forget.clicked.connect(self._ask_forget)
        self._offer()

    def read(self, done: Callable[[], object]) -> None:
        """Read the profiles anew, then go on."""
        self._desk.read(self, profiles, self._kind, done=partial(self._on_read, done))

    def show_found(self, name: str | None) -> None:
        """The columns were found by the profile of this name, or guessed."""
        found = next((one for one in self.known if one.name == name), None)
        self._show(str(found.id) if found else _GUESSED)

    def show_by_hand(self) -> None:
        """Somebody chose a column."""
        self._show(_BY_HAND)

    def _show(self, value: str) -> None:
        self.choice.blockSignals(True)
        self.choice.set_options(self._options(by_hand=value == _BY_HAND))
        self.choice.set_value(value)
        self.choice.blockSignals(False)
        self._offer()

    def _options(self, *, by_hand: bool = False) -> list[tuple[str, str]]:
        last = [(_BY_HAND, _("Chosen by hand"))] if by_hand else []
        named = [(str(one.id), one.name) for one in self.known]
        return [(_GUESSED, _("Found by their names")), *named, *last]

    def _chosen(self) -> KeptProfile | None:
        return next((one for one in self.known if str(one.id) == self.choice.value()), None)

    def _offer(self) -> None:
        self.forget.setEnabled(self._chosen() is not None)

    def _on_read(self, done: Callable[[], object], known: Sequence[KeptProfile]) -> None:
        self.known = known
        self._show(self.choice.value())
        done()

    def _on_chosen(self) -> None:
        self._offer()
        if self.choice.value() != _BY_HAND:
            profile = self._chosen()
            self.applied.emit(dict(profile.columns) if profile else None)

    # Keeping one, letting one go

    def _ask_name(self) -> None:
        present = self._chosen()
        dialog = NameDialog(self.window(), present.name if present else "")
        dialog.named.connect(partial(self._keep, dialog))
        dialog.open()

    def _keep(self, dialog: "NameDialog", name: str) -> None:
        self._desk.write(
            self,
            save_profile,
            self._kind,
            name,
            self._columns(),
            done=lambda _kept: self._on_kept(dialog, name),
            refused=dialog.refused,
        )

    def _on_kept(self, dialog: "NameDialog", name: str) -> None:
        dialog.accept()
        self.read(partial(self.show_found, name))

    def _ask_forget(self) -> None:
        if (profile := self._chosen()) is None:
            return
        confirm(
            self.window(),
            _("Delete the profile “{name}”?").format(name=profile.name),
            _("Files that were read with it stay as they are."),
            _("Delete"),
            partial(self._forget, profile),
        )

    def _forget(self, profile: KeptProfile) -> None:
        self._desk.write(
            self,
            drop_profile,
            profile.id,
            done=lambda _gone: self.read(partial(self.show_found, None)),
        )


class NameDialog(DialogFrame):
    """Asks for the name of a profile; `named(name)`."""

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, _("Keep these columns"), primary=_("Save"), width=420)
        self.form = Form()
        self.name = self.form.add(
            "name",
            _("Name of the profile"),
            TextField(name),
            hint=_("A file with the same headers is read by it from now on."),
            required=True,
        )
        self.add_form(self.form)
        self.confirmed.connect(self._tell)

    def refused(self, error: StationError) -> None:
        """Say what stands against it."""
        self.set_busy(False)
        self.form.problem("name", sentence(error))

    def _tell(self) -> None:
        if self.form.check():
            self.set_busy(True)
            self.named.emit(self.name.value())
