"""The page Certificates: the register, and the ways to issue, look at and void."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from station_app.domain.certificates import Kind as Paper
from station_app.domain.certificates import State
from station_app.i18n import _
from station_app.services.certificates import Shown, show_certificate
from station_app.services.lists import certificates as register
from station_app.services.lists.certificates import (
    CertificateFilter,
    CertificateOrder,
    CertificateRow,
)
from station_app.services.register import RegisterCounts, register_counts, void_certificate
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.columns import COLUMNS
from station_app.ui.pages.certificates.issue_dialog import IssueDialog
from station_app.ui.pages.certificates.paper_dialog import PaperDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, Kind, Page
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.certificates import KINDS, STATES, kind_label, state_label

_TABLES = frozenset({"certificate", "volunteer"})


class CertificatesPage(Page):
    """`reveal` takes the id of a volunteer and asks what to issue to that person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Certificates"))
        self._add_actions()
        self._add_filters()
        self.list = ListView(
            desk,
            OfficeList(desk.office, register.ids, register.rows, _TABLES),
            COLUMNS,
            name="certificates",
            label=_("Register of certificates"),
            empty=Empty(
                "certificates",
                _("No certificate was issued yet. The first one takes a minute."),
                _("Issue…"),
                self.issue,
            ),
        )
        self.body.addWidget(self.filters)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self.look)
        self.list.chosen.connect(lambda _ids: self._on_chosen())
        desk.changed.connect(self._on_change)
        self.list.model.order, self.list.model.descending = CertificateOrder.RESERVED, True
        self.list.open(CertificateFilter())
        self._count()
        self._on_chosen()

    def reveal(self, what: str) -> None:
        """Ask what to issue to the volunteer with this id."""
        self.issue(what)

    def issue(self, person: str = "") -> None:
        """Ask what to issue, and to whom."""
        IssueDialog(self.desk, self, person).open()

    def look(self, certificate: str) -> None:
        """Show the paper of this line."""
        self.desk.query(
            self,
            partial(show_certificate, self.desk.office, UUID(certificate)),
            done=partial(self._show_paper, certificate),
            newest="paper",
        )

    def void(self, row: CertificateRow) -> None:
        """Ask why this certificate is to be void."""
        asking = ReasonDialog(
            self,
            _("Void certificate {number}?").format(number=row.number),
            _(
                "The number of {name} stays in the register as void and is never used again. "
                "A certificate that replaces it gets a new number."
            ).format(name=row.name),
            primary=_("Void it"),
        )
        asking.given.connect(lambda reason: self._void(row, reason, asking))
        asking.open()

    def _void(self, row: CertificateRow, reason: str, asking: ReasonDialog) -> None:
        def done(_nothing: None) -> None:
            asking.accept()
            told = _("Certificate {number} of {name} is void.")
            self.desk.tell(Tone.OK, told.format(number=row.number, name=row.name))

        self.desk.write(self, void_certificate, row.id, reason, done=done, refused=asking.refused)

    def _show_paper(self, certificate: str, shown: Shown) -> None:
        place = self.list.model.row_of(certificate)
        row = self.list.model.row_at(place) if place >= 0 else None
        if row is None:
            return
        dialog = PaperDialog(self.desk, self, row, shown)
        dialog.voiding.connect(dialog.accept)
        dialog.voiding.connect(partial(self.void, row))
        dialog.open()

    # The list

    def _chosen(self) -> CertificateRow | None:
        ids = self.list.selected()
        return self.list.model.row_at(self.list.model.row_of(ids[0])) if len(ids) == 1 else None

    def _on_chosen(self) -> None:
        row = self._chosen()
        self.open_one.setEnabled(row is not None)
        self.void_one.setEnabled(row is not None and row.state is State.ISSUED)

    def _look_at_chosen(self) -> None:
        if (row := self._chosen()) is not None:
            self.look(row.id.hex)

    def _void_chosen(self) -> None:
        if (row := self._chosen()) is not None:
            self.void(row)

    def _on_filters(self) -> None:
        wanted = CertificateFilter(
            kind=self.kind.value(), state=self.state.value(), text=self.search.value()
        )
        self.list.set_filter(wanted)

    def _on_change(self, tables: frozenset[str]) -> None:
        if "certificate" in tables:
            self._count()

    def _count(self) -> None:
        self.desk.read(self, register_counts, done=self._show_counts, newest="count")

    def _show_counts(self, counts: RegisterCounts) -> None:
        told = _("Proofs: {proofs} · appreciation: {thanks} · void: {void}")
        words = told.format(
            proofs=f"{counts.issued[Paper.PROOF]:,}",
            thanks=f"{counts.issued[Paper.APPRECIATION]:,}",
            void=f"{counts.void:,}",
        )
        self.set_subtitle(words)
        self._on_chosen()

    def _add_actions(self) -> None:
        self.void_one = Button(_("Void…"), icon="void")
        self.void_one.clicked.connect(self._void_chosen)
        self.open_one = Button(_("Look at it…"), icon="eye")
        self.open_one.clicked.connect(self._look_at_chosen)
        new = Button(_("Issue…"), Kind.PRIMARY, icon="certificates")
        new.setToolTip(_("Ctrl+N"))
        new.clicked.connect(lambda: self.issue())
        for button in (self.void_one, self.open_one, new):
            self.add_action(button)
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N)
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: self.issue())

    def _add_filters(self) -> None:
        self.filters = FilterBar()
        self.search = self.filters.search(_("Number, name, pinyin or volunteer no."))
        kinds = [(None, _("Every kind")), *((kind, kind_label(kind)) for kind in KINDS)]
        self.kind = self.filters.add(Choice(kinds, name=_("Kind")))
        states = [(None, _("Every state")), *((state, state_label(state)) for state in STATES)]
        self.state = self.filters.add(Choice(states, name=_("State")))
        self.filters.changed.connect(self._on_filters)
