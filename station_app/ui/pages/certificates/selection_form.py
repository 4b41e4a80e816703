"""Which paper, for whom, over which days: the form behind a `Selection`."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.certificates import Kind
from station_app.i18n import _
from station_app.services.hours import Period
from station_app.services.snapshots import Selection
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.person_field import PersonField
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import (
    Check,
    Choice,
    Form,
    NumberField,
    Paragraph,
    PeriodField,
    Span,
    Words,
)
from station_app.wording.certificates import KINDS, kind_label

_USUAL_HOURS, _MOST_HOURS = 20, 99_999


class Whom(StrEnum):
    """One person by name, or all who gave enough."""

    ONE = "one"
    MANY = "many"


class WhomField(QWidget):
    """One volunteer, or everybody with at least so many hours."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = ((Whom.ONE, _("One volunteer")), (Whom.MANY, _("Everybody with enough hours")))
        self.choice = Choice(words, name=_("Whom"))
        self.person = PersonField(desk)
        self.hours = NumberField(1, _MOST_HOURS, _USUAL_HOURS, unit=_("hours"))
        self.hours.setAccessibleName(_("At least so many hours"))
        least = QWidget()
        row = QHBoxLayout(least)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Words(_("At least")))
        row.addWidget(self.hours, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.person)
        self._stack.addWidget(least)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choice)
        layout.addWidget(self._stack)
        self.choice.changed.connect(self._on_choice)
        self.person.changed.connect(self.changed)
        self.hours.changed.connect(self.changed)

    def is_one(self) -> bool:
        """Whether one person is asked for by name."""
        return self.choice.value() is Whom.ONE

    def start(self) -> None:
        """Put the keyboard where it is said who gets one."""
        if self.is_one():
            self.person.start()
        else:
            self.hours.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_choice(self) -> None:
        self._stack.setCurrentIndex(0 if self.is_one() else 1)
        self.changed.emit()


class SelectionForm(QWidget):
    """`selection()` is None while something is missing; `missing()` says what.

    `edited` when another selection may be meant.
    """

    edited = Signal()

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__()
        form = Form()
        kinds = ((kind, kind_label(kind)) for kind in KINDS)
        self.kind = form.add("kind", _("Which paper"), Choice(kinds))
        self.whom = form.add("whom", _("Whom"), WhomField(desk))
        self.whom.setFocusProxy(self.whom.choice)  # only now: Enter in the search box is its own
        self.period = form.add("period", _("Service from – to"), PeriodField(today, Span.THIS_YEAR))
        self.full = Check(_("Print the document number in full"))
        self._full = QWidget()
        whole = QVBoxLayout(self._full)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.full)
        why = _("Only at the volunteer's request. The journal keeps that it was printed.")
        whole.addWidget(Paragraph(why, Size.CAPTION, Tone.MUTED))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(form)
        layout.addWidget(self._full)
        form.edited.connect(self.edited)
        self.full.changed.connect(self.edited)
        self.kind.changed.connect(self._on_kind)

    def selection(self) -> Selection | None:
        """What is asked for, once it is clear."""
        if self.missing():
            return None
        kind, one = self.kind.value(), self.whom.is_one()
        person = self.whom.person.value() if one else None
        return Selection(
            kind=kind,
            period=Period(*self.period.value()),
            volunteers=(person,) if person else None,
            least_minutes=1 if one else self.whom.hours.value() * 60,
            full_document=kind is Kind.PROOF and self.full.value(),
        )

    def missing(self) -> str:
        """What has to be said first; empty when all is clear."""
        if self.whom.is_one() and self.whom.person.value() is None:
            return _("Find the volunteer by name, pinyin, number or the last digits of the phone.")
        return self.period.complaint() if self.period.unreadable() else ""

    def start(self) -> None:
        """Begin with whom: the usual paper and period stand there already."""
        self.whom.start()

    def _on_kind(self) -> None:
        self._full.setVisible(self.kind.value() is Kind.PROOF)
