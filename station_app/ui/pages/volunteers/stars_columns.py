"""What the lists of stars show."""

from station_app.clock import local
from station_app.i18n import N_, _
from station_app.services.lists.stars import StarOrder, StarRow
from station_app.services.star_proposals import Proposal
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.stars import star_marks, star_text, year_text
from station_app.wording.values import day_text, hours_text

DUE_COLUMNS: tuple[Column[Proposal], ...] = (
    Column(N_("Name"), lambda row: row.name, width=120, strong=True),
    Column(N_("Number"), lambda row: row.number, width=112),
    Column(N_("Star reached"), lambda row: _star(row.star), tone=lambda row: Tone.WARN, width=148),
    Column(N_("So far"), lambda row: star_text(row.confirmed) or "–", width=88),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=116),
    Column(N_("Hours needed"), lambda row: hours_text(row.needed), align=Align.RIGHT, width=104),
    Column(N_("Reached on"), lambda row: day_text(row.reached_on), width=120),
    Column(
        N_("Remark"),
        lambda row: _taken_back(row),
        tone=lambda row: Tone.MUTED,
        width=140,
        stretch=True,
    ),
)

STAR_COLUMNS: tuple[Column[StarRow], ...] = (
    Column(
        N_("Confirmed on"),
        lambda row: day_text(row.confirmed_on),
        order=StarOrder.CONFIRMED,
        width=120,
    ),
    Column(N_("Name"), lambda row: row.name, order=StarOrder.NAME, width=120, strong=True),
    Column(N_("Number"), lambda row: row.number, width=112),
    Column(
        N_("Star"),
        lambda row: _star(row.star),
        order=StarOrder.STAR,
        tone=lambda row: Tone.MUTED if row.withdrawn_at else Tone.WARN,
        width=148,
    ),
    Column(N_("Hours of"), lambda row: year_text(row.year), width=88),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=116),
    Column(N_("Confirmed by"), lambda row: row.confirmed_by, width=120),
    Column(
        N_("Taken back"),
        lambda row: _withdrawn(row),
        tone=lambda row: Tone.DANGER,
        width=140,
        stretch=True,
    ),
)


def _star(star: int) -> str:
    return _("{marks} {star}").format(marks=star_marks(star), star=star_text(star))


def _taken_back(row: Proposal) -> str:
    if row.taken_back_on is None:
        return ""
    return _("taken back on {day}: {why}").format(
        day=day_text(row.taken_back_on), why=row.taken_back_why
    )


def _withdrawn(row: StarRow) -> str:
    if row.withdrawn_at is None:
        return ""
    day = day_text(local(row.withdrawn_at).date())
    return _("{day} · {why}").format(day=day, why=row.withdraw_reason)
