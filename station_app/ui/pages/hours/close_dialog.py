"""Closing a month: what is frozen, and what has to be done before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.errors import StationError
from station_app.i18n import _, ngettext
from station_app.services.closing import Closed, CloseList, Totals, close_month, month_totals
from station_app.services.month_list import MonthRow
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Caption, DialogFrame, Facts, Paragraph
from station_app.ui.widgets.lines import Line, Lines
from station_app.wording import sentence
from station_app.wording.days import month_words
from station_app.wording.hours import left_to_do
from station_app.wording.values import hours_with_unit

_MOST_POSTS = 8


class CloseMonthDialog(DialogFrame):
    """The totals as they will be frozen; `closed(month)` once they are."""

    closed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, row: MonthRow, left: CloseList) -> None:
        title = _("Close {month}").format(month=month_words(row.month.first))
        super().__init__(parent, title, primary=_("Close the month"), width=560)
        self._desk, self._row, self._ready = desk, row, left.ready
        self._facts = Facts(columns=3)
        self._posts = Lines(_("Nobody served in this month."))
        words = left_to_do(left)
        told = _("First: {list}.").format(list=_(", ").join(words)) if words else ""
        self.left = Banner(told, Tone.WARN)
        self.body.addWidget(self.left)
        self.body.addWidget(self._facts)
        self.body.addWidget(Caption(_("By post")))
        self.body.addWidget(self._posts)
        self._posts.hide()
        self.body.addWidget(
            Paragraph(
                _(
                    "These figures are frozen together with the head of the journal. Mistakes can "
                    "still be put right afterwards; each change then stands in the report with "
                    "its date and reason."
                )
            )
        )
        self.body.addStretch(1)
        self.set_busy(True)
        self.confirmed.connect(self._close)
        desk.read(self, month_totals, row.month, done=self._show)

    def _show(self, totals: Totals) -> None:
        self._facts.show_facts(totals_facts(totals))
        posts = sorted(totals.by_post.items(), key=lambda one: -one[1])
        lines = [
            Line(name, right=hours_with_unit(minutes)) for name, minutes in posts[:_MOST_POSTS]
        ]
        if rest := posts[_MOST_POSTS:]:
            more = ngettext("and {count} more", "and {count} more", len(rest))
            words = more.format(count=len(rest))
            lines.append(Line(words, right=hours_with_unit(sum(minutes for _n, minutes in rest))))
        self._posts.show_lines(lines)
        self._posts.show()
        self.set_busy(not self._ready)
        self.refuse("")  # takes the room that is needed now
        (self.primary if self._ready else self.cancel).setFocus()

    def _close(self) -> None:
        self.set_busy(True)
        self._desk.write(self, close_month, self._row.month, done=self._done, refused=self._refused)

    def _done(self, closed: Closed) -> None:
        self.accept()
        self.closed.emit(closed)

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.refuse(sentence(error))


def totals_facts(totals: Totals) -> list[tuple[str, str]]:
    """Hours, stays, people."""
    return [
        (_("Hours"), hours_with_unit(totals.minutes)),
        (_("Stays"), f"{totals.stays:,}"),
        (_("People"), f"{totals.people:,}"),
    ]
