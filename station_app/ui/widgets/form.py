"""A form: labels above fields, what is wrong below the field it is wrong in."""

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.theme import Size, Tone, set_look
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.words import Paragraph, Title, Words

Field = TypeVar("Field", bound=QWidget)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNFILLED: Final[tuple[object, ...]] = (None, "", (), frozenset())


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field with what stands around it."""

    cell: QWidget
    field: QWidget
    label: QLabel
    note: Paragraph
    hint: str
    required: bool


class Form(QWidget):
    """Fields in one or more columns; `submitted` on Ctrl+S or on Enter in the last field.

    Enter goes to the next field. `touched` is true once something was changed since `rest`.
    """

    submitted = Signal()
    edited = Signal()

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self.touched = False
        self._columns = columns
        self._place = 0
        self._slots: dict[str, _Slot] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.submitted)

    def part(self, title: str) -> None:
        """Begin a part of the form under a title of its own."""
        self.add_row(Title(title))

    def add(
        self,
        key: str,
        label: str,
        field: Field,
        *,
        hint: str = "",
        required: bool = False,
        span: int = 1,
        instead_of: str = "",
    ) -> Field:
        """Add a field under a label; `hint` stands below it.

        `span` is in columns, 0 for the rest of the line; a field that does not fit begins the next.
        It shares its place with the field it may stand `instead_of`; one of them is to be hidden.
        """
        words = Words(f"{label} *" if required else label, Size.CAPTION, Tone.MUTED)
        words.setBuddy(field)
        note = Paragraph(hint, Size.CAPTION, Tone.MUTED)
        show_if(note, bool(hint))
        field.setAccessibleName(_("{label}, required").format(label=label) if required else label)
        field.setAccessibleDescription(hint)
        policy = field.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        field.setSizePolicy(policy)
        cell = _cell(words, field, note)
        if instead_of:
            place = self._grid.indexOf(self._slots[instead_of].cell)
            where: Any = self._grid.getItemPosition(place)
            self._grid.addWidget(cell, *where)
        else:
            self._lay(cell, span)
        self._slots[key] = _Slot(cell, field, words, note, hint, required)
        self._listen(field)
        return field

    def add_row(self, widget: QWidget) -> None:
        """Put something that is no field over the whole width."""
        self.end_line()
        self._lay(widget, self._columns)

    def end_line(self) -> None:
        """Let the next field begin a line."""
        self._place += -self._place % self._columns

    def show_field(self, key: str, shown: bool) -> None:
        """Show or hide a field with all that stands around it; Enter goes past a hidden one."""
        self._slots[key].cell.setVisible(shown)

    def is_shown(self, key: str) -> bool:
        """Whether a field is not hidden."""
        return not self._slots[key].cell.isHidden()

    def problem(self, key: str, sentence: str) -> None:
        """Say below the field what is wrong with it; the first such field gets the keyboard."""
        first = not any(slot.field.property("problem") for slot in self._slots.values())
        self.tell(key, sentence)
        if first:
            self._slots[key].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, key: str, sentence: str, tone: Tone = Tone.DANGER) -> None:
        """Say below the field how it stands, leaving the keyboard alone; "" brings the hint."""
        slot = self._slots[key]
        wrong = bool(sentence) and tone is Tone.DANGER
        if bool(slot.field.property("problem")) != wrong:
            set_look(slot.field, problem=wrong)
        slot.note.setText(sentence or slot.hint)
        slot.note.set_tone(tone if sentence else Tone.MUTED)
        show_if(slot.note, bool(sentence or slot.hint))
        slot.field.setAccessibleDescription(sentence or slot.hint)

    def clear_problems(self) -> None:
        """Take back everything that was said to be wrong."""
        for key, slot in self._slots.items():
            if slot.field.property("problem"):
                self.tell(key, "")

    def check(self) -> bool:
        """Whether every required field is filled and every typed date readable; says where not."""
        self.clear_problems()
        for key, slot in self._slots.items():
            if slot.cell.isHidden():
                continue
            unreadable = getattr(slot.field, "unreadable", None)
            if unreadable is not None and unreadable():
                self.problem(key, slot.field.complaint())  # type: ignore[attr-defined]
            elif slot.required and slot.field.value() in _UNFILLED:  # type: ignore[attr-defined]
                self.problem(key, _("Please fill this in."))
        return not any(slot.field.property("problem") for slot in self._slots.values())

    def rest(self) -> None:
        """What stands in the fields now is what is kept."""
        self.touched = False
        self.clear_problems()

    def start(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self._slots.values()))
        first.field.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field of one line goes on to the next one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if event.key() in _ENTER and plain:
                self._go_on(watched)
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, watched: QObject) -> None:
        fields = [
            slot.field
            for slot in self._slots.values()
            if slot.field.isEnabled() and not slot.cell.isHidden()
        ]
        place = next(
            (n for n, one in enumerate(fields) if watched in (one, one.focusProxy())), len(fields)
        )
        if place + 1 < len(fields):
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submitted.emit()

    def _listen(self, field: QWidget) -> None:
        if not isinstance(field, QPlainTextEdit):
            (field.focusProxy() or field).installEventFilter(self)
        changed = getattr(field, "changed", None)
        if changed is not None:
            changed.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.touched = True
        self.edited.emit()

    def _lay(self, widget: QWidget, span: int) -> None:
        if self._place % self._columns + span > self._columns:
            self.end_line()
        row, column = divmod(self._place, self._columns)
        span = span or self._columns - column
        self._grid.addWidget(widget, row, column, 1, span)
        self._place += span


def _cell(*stack: QWidget) -> QWidget:
    """A label, its field and the note below, hidden and shown as one."""
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in stack:
        layout.addWidget(widget)
    layout.addStretch(1)
    return cell
