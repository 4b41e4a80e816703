"""The cards of a person's page: who it is, what comes, what was, what was agreed to."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.clock import local
from station_app.domain.certificates import State
from station_app.domain.consents import Holding, Purpose
from station_app.domain.qualifications import Validity
from station_app.i18n import _, ngettext
from station_app.services.lists.certificates import CertificateRow
from station_app.services.portraits import Portrait
from station_app.services.qualifications import HeldQualification
from station_app.services.rosters import NextShift
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Card, Kind, Tile
from station_app.ui.widgets.lines import Act, Line, Lines
from station_app.wording.attendance import origin_label
from station_app.wording.certificates import kind_word, period_text, state_label
from station_app.wording.consents import holding_text, present_text, purpose_label
from station_app.wording.days import clock_span
from station_app.wording.evaluations import grade_label, grades_text
from station_app.wording.qualifications import qualification_label, until_text, validity_label
from station_app.wording.stars import star_text
from station_app.wording.values import clock_text, day_text, hours_text, hours_with_unit

_PAPER_TONES: Final = {State.ISSUED: Tone.OK, State.RESERVED: Tone.WARN, State.VOID: Tone.DANGER}
_VALIDITY_TONES: Final = {
    Validity.LATER: Tone.MUTED,
    Validity.VALID: Tone.OK,
    Validity.LAPSING: Tone.WARN,
    Validity.LAPSED: Tone.DANGER,
}


class Figures(QWidget):
    """Hours of this year, hours in all, times served, and the stars."""

    def __init__(self) -> None:
        super().__init__()
        self.year = Tile(_("Hours this year"))
        self.all = Tile(_("Hours in all"))
        self.visits = Tile(_("Times served"))
        self.stars = Tile(_("Star rating"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for tile, weight in ((self.year, 4), (self.all, 4), (self.visits, 4), (self.stars, 6)):
            layout.addWidget(tile, weight)

    def show_person(self, shown: Portrait) -> None:
        """Show the figures of this person."""
        self.year.show_figure(hours_text(shown.minutes_this_year))
        self.all.show_figure(hours_text(shown.minutes))
        told = grades_text(one.card.judgement.grade for one in shown.evaluations)
        self.visits.show_figure(f"{shown.visits:,}", note=told)
        standing = shown.standing
        self.stars.show_figure(star_text(standing.star) or "–", note=_star_note(shown))
        self.stars.setToolTip(_stars_told(shown))


class LinesCard(Card):
    """A card that holds lines."""

    def __init__(self, title: str, empty: str) -> None:
        super().__init__(title)
        self.lines = Lines(empty)
        self.body.addWidget(self.lines)

    def offer(self, words: str, run: Callable[[], object], name: str = "") -> Button:
        """Put an act beside the title; `name` is read out instead of short words."""
        button = Button(words, Kind.QUIET)
        button.setAccessibleName(name or words)
        button.clicked.connect(lambda: run())
        self.add_action(button)
        return button


def shift_lines(shifts: Sequence[NextShift]) -> list[Line]:
    """When and where somebody is expected."""
    return [
        Line(
            one.post,
            right=_when(one),
            tip=_("{post}, {place}").format(post=one.post, place=one.place),
        )
        for one in shifts
    ]


def stay_lines(shown: Portrait, show: Callable[[UUID], object]) -> list[Line]:
    """The last stays: day and post, hours, how it was; below how long, and where it is known from.

    `show` shows one whole, where it can be corrected and evaluated.
    """
    grades = {one.card.stay_id: one.card.judgement.grade for one in shown.evaluations}
    return [
        Line(
            _("{day} · {post}").format(day=day_text(stay.day), post=stay.post),
            right=hours_with_unit(stay.minutes) if stay.minutes is not None else _("still in"),
            below=" · ".join((clock_span(stay.came_at, stay.left_at), origin_label(stay.origin))),
            chip=grade_label(grades[stay.id]) if stay.id in grades else "",
            act=Act("eye", _("Show the stay"), partial(show, stay.id)),
        )
        for stay in shown.stays
    ]


def paper_lines(papers: Sequence[CertificateRow], count: int) -> list[Line]:
    """The newest certificates, and how many more there are."""
    lines = [
        Line(
            paper.number,
            chip=state_label(paper.state),
            tone=_PAPER_TONES[paper.state],
            below=_paper_told(paper),
        )
        for paper in papers
    ]
    if (more := count - len(papers)) > 0:
        told = ngettext("and {count} more", "and {count} more", more)
        lines.append(Line("", below=told.format(count=more)))
    return lines


def qualification_lines(
    held: Sequence[HeldQualification], today: date, strike: Callable[[UUID], Act]
) -> list[Line]:
    """What somebody is qualified for and until when; struck out ones say why."""
    return [_qualification(one, today, strike) for one in held]


def consent_lines(now: Sequence[Holding]) -> list[Line]:
    """Each purpose: since when and how it holds, or since when not."""
    return [_consent(holding) for holding in now]


def _when(shift: NextShift) -> str:
    day = day_text(local(shift.starts_at).date())
    return f"{day} {clock_text(shift.starts_at)}–{clock_text(shift.ends_at)}"


def _paper_told(paper: CertificateRow) -> str:
    day = day_text(local(paper.issued_at or paper.reserved_at).date())
    return " · ".join((kind_word(paper.kind), day, period_text(paper.from_day, paper.to_day)))


def _qualification(held: HeldQualification, today: date, strike: Callable[[UUID], Act]) -> Line:
    card = held.card
    if held.voided_on is not None:
        told = _("struck out on {day}: {why}").format(
            day=day_text(held.voided_on), why=held.void_reason
        )
        return Line(
            qualification_label(card.kind), chip=_("Struck out"), tone=Tone.MUTED, below=told
        )
    validity = card.validity(today)
    return Line(
        qualification_label(card.kind),
        chip=validity_label(validity),
        tone=_VALIDITY_TONES[validity],
        below=" · ".join(filter(None, (until_text(card), card.number))),
        act=strike(held.id),
    )


def _consent(holding: Holding) -> Line:
    if holding.last is None:
        return Line(purpose_label(holding.purpose), chip=_("Not given"), tone=Tone.MUTED)
    told = " · ".join(filter(None, (holding_text(holding), present_text(holding.last))))
    chip, tone = (_("Agreed"), Tone.OK) if holding.holds else (_("Withdrawn"), Tone.WARN)
    if not holding.holds and holding.purpose is Purpose.RECORD:
        tone = Tone.DANGER
    return Line(purpose_label(holding.purpose), chip=chip, tone=tone, below=told)


def _star_note(shown: Portrait) -> str:
    standing = shown.standing
    if standing.reached > standing.star:
        return _("{star} reached, to be confirmed").format(star=star_text(standing.reached))
    if standing.minutes_to_next is None or standing.next_star is None:
        return _("the highest star")
    return _("{hours} to {star}").format(
        hours=hours_with_unit(standing.minutes_to_next), star=star_text(standing.next_star)
    )


def _stars_told(shown: Portrait) -> str:
    return "\n".join(
        _("{star}, confirmed on {day}").format(
            star=star_text(one.star), day=day_text(one.confirmed_on)
        )
        for one in shown.stars
    )
