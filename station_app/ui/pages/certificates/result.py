"""What became of a batch: where the file is, which numbers, and everybody who got none."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.i18n import _, ngettext
from station_app.services.certificates import Issued
from station_app.ui.pages.certificates.account import RefusedList
from station_app.ui.widgets import Banner, Facts, Title, Tone
from station_app.wording.values import size_text


class ResultPane(QWidget):
    """Shown in place of the form once a batch is done."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Banner()
        self.facts = Facts(columns=1)
        self._title = Title(_("Not issued"))
        self.refused = RefusedList()
        self.refused.setMaximumHeight(16_777_215)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.told)
        layout.addWidget(self.facts)
        layout.addWidget(self._title)
        layout.addWidget(self.refused, 1)
        layout.addStretch(0)

    def show_result(self, issued: Issued, size: int, names: Mapping[str, str]) -> None:
        """Show what was made, and everybody who was refused by name."""
        self.told.say(result_text(issued), _tone(issued))
        facts = []
        if issued.path is not None:
            first, last = issued.numbers[0], issued.numbers[-1]
            span = first if first == last else f"{first} – {last}"
            facts = [
                (_("Numbers"), span),
                (_("File"), issued.path.name),
                (_("Folder"), str(issued.path.parent)),
                (_("Pages and size"), _pages_and_size(issued.pages, size)),
            ]
        self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))
        self._title.setVisible(bool(issued.outcome.refused))
        self.refused.show_refused(issued.outcome.refused, names)


def result_text(issued: Issued) -> str:
    """How many were asked for, made and refused; always adding up."""
    outcome = issued.outcome
    if not outcome.refused:
        told = ngettext(
            "{count} certificate is issued.", "{count} certificates are issued.", outcome.done
        )
        return told.format(count=f"{outcome.done:,}")
    return _("{asked} asked for: {made} issued, {refused} not.").format(
        asked=f"{outcome.asked:,}",
        made=f"{outcome.done:,}",
        refused=f"{len(outcome.refused):,}",
    )


def _tone(issued: Issued) -> Tone:
    if not issued.outcome.done:
        return Tone.DANGER
    return Tone.WARN if issued.outcome.refused else Tone.OK


def _pages_and_size(pages: int, size: int) -> str:
    told = ngettext("{count} page, {size}", "{count} pages, {size}", pages)
    return told.format(count=f"{pages:,}", size=size_text(size))
