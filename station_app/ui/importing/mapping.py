"""Which column of the file is which of our fields: guessed, and changed by hand."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from station_app.i18n import _
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets import Caption, Choice, Paragraph
from station_app.ui.widgets.showing import show_if
from station_app.wording.people import field_label


class ColumnMapping(QWidget):
    """One choice for each field; `changed` when somebody chooses.

    Why required fields and those found come first: of some thirty fields a list has ten, and a
    clerk looks at these.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[str], required: Sequence[str], after: QWidget) -> None:
        """The keyboard comes here from `after`."""
        super().__init__()
        self._after = after
        self._fields = tuple(fields)
        self._required = frozenset(required)
        self._header: tuple[str, ...] = ()
        self._rows = {field: self._row(field) for field in fields}
        self._absent = Caption(_("Not in this file:"))
        self._grid = QGridLayout()
        self._unread = Caption()
        self._unread.setWordWrap(True)
        self._lay_out()

    def show_columns(self, header: Sequence[str], columns: Mapping[str, str]) -> None:
        """Offer the columns of this header, these of them chosen; found fields first."""
        self._header = tuple(dict.fromkeys(filter(None, header)))
        options = [(None, _("– none –")), *((title, title) for title in self._header)]
        for _words, choice in self._rows.values():
            choice.blockSignals(True)
            choice.set_options(options)
            choice.blockSignals(False)
        self.set_columns(columns)

    def set_columns(self, columns: Mapping[str, str]) -> None:
        """Choose these columns, as far as the file has them."""
        for field, (_words, choice) in self._rows.items():
            choice.blockSignals(True)
            choice.set_value(columns.get(field))
            choice.blockSignals(False)
        self._arrange()
        self._tell()

    def columns(self) -> dict[str, str]:
        """Field to header, for the fields that have a column."""
        chosen = {field: choice.value() for field, (_words, choice) in self._rows.items()}
        return {field: title for field, title in chosen.items() if title is not None}

    def missing(self) -> tuple[str, ...]:
        """Required fields without a column."""
        known = self.columns()
        return tuple(field for field in self._fields if field in self._required - known.keys())

    def to_missing(self) -> None:
        """Put the keyboard where a required column is still to be chosen."""
        for field in self.missing()[:1]:
            self._rows[field][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self, field: str) -> Choice:
        """Where the column of this field is chosen."""
        return self._rows[field][1]

    def _row(self, field: str) -> tuple[Paragraph, Choice]:
        required = field in self._required
        label = field_label(field)
        words = Paragraph(f"{label} *" if required else label)
        choice = Choice()
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.setAccessibleName(_("{label}, required").format(label=label) if required else label)
        words.setBuddy(choice)
        choice.changed.connect(lambda: self._on_chosen(field))
        return words, choice

    def _on_chosen(self, field: str) -> None:
        """A column is read once: the field that had it before gives it up."""
        title = self._rows[field][1].value()
        for other, (_words, choice) in self._rows.items():
            if title is not None and other != field and choice.value() == title:
                choice.blockSignals(True)
                choice.set_value(None)
                choice.blockSignals(False)
        self._tell()
        self.changed.emit()

    def _arrange(self) -> None:
        known = self.columns()
        first = [one for one in self._fields if one in known or one in self._required]
        rest = [one for one in self._fields if one not in first]
        while self._grid.count():
            self._grid.takeAt(0)
        for place, field in enumerate(first):
            self._place(place, field)
        self._grid.addWidget(self._absent, len(first), 0, 1, 2)
        for place, field in enumerate(rest, start=len(first) + 1):
            self._place(place, field)
        show_if(self._absent, bool(rest))
        stops = [self._after, *(self._rows[field][1] for field in (*first, *rest))]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _place(self, row: int, field: str) -> None:
        words, choice = self._rows[field]
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(choice, row, 1)

    def _tell(self) -> None:
        """What is wrong stands red at its field; what nobody reads is named below."""
        missing = self.missing()
        for field, (words, choice) in self._rows.items():
            wrong = field in missing
            words.set_tone(Tone.DANGER if wrong else Tone.PLAIN)
            set_look(choice, problem=wrong)
            choice.setAccessibleDescription(_("Choose its column.") if wrong else "")
        used = set(self.columns().values())
        unread = [title for title in self._header if title not in used]
        self._unread.setText(
            _("Not read: {columns}").format(columns=_(", ").join(unread))
            if unread
            else _("Every column of the file is read.")
        )

    def _lay_out(self) -> None:
        inner = QWidget()
        set_look(inner, ground="clear")
        self._grid.setContentsMargins(0, 0, tokens().px(12), 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(area, 1)
        layout.addWidget(self._unread)
