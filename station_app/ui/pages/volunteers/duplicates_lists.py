"""The three lists of duplicates: to look at, said to be two people, merged."""

from typing import Any, Final

from station_app.clock import local
from station_app.i18n import N_
from station_app.services.duplicates import NotSamePair, Pair
from station_app.services.unmerging import MergeRow
from station_app.ui.pages.volunteers.merge_reasons import TONES
from station_app.ui.tables import Column
from station_app.wording.merging import likelihood_label, moved_text, traits_text
from station_app.wording.values import day_text


def _two(first: str, title: str, second: str, other_title: str) -> tuple[Column[Any], ...]:
    """Name and number of both records; `first` and `second` are where a row has them."""

    def name(which: str, title: str) -> Column[Any]:
        return Column(title, lambda row: getattr(row, which).name, width=168, strong=True)

    def number(which: str) -> Column[Any]:
        return Column(N_("Number"), lambda row: getattr(row, which).number, width=120)

    return name(first, title), number(first), name(second, other_title), number(second)


_PAIR: Final = _two("one", N_("Record"), "other", N_("Other record"))
PAIRS: Final[tuple[Column[Pair], ...]] = (
    Column(
        N_("How likely"),
        lambda pair: likelihood_label(pair.likelihood),
        tone=lambda pair: TONES[pair.likelihood],
        chip=True,
        width=128,
    ),
    *_PAIR,
    Column(N_("Why"), lambda pair: traits_text(pair.traits), width=240, stretch=True),
)

APART: Final[tuple[Column[NotSamePair], ...]] = (
    *_PAIR,
    Column(N_("Said by"), lambda row: row.said_by, width=140, stretch=True),
    Column(N_("Said on"), lambda row: day_text(local(row.said_at).date()), width=112),
)

MERGED: Final[tuple[Column[MergeRow], ...]] = (
    *_two("survivor", N_("Record that stays"), "merged", N_("Hidden record")),
    Column(N_("What moved"), lambda row: moved_text(row.moved), width=180),
    Column(N_("Why the document is not used"), lambda row: row.why, width=160, stretch=True),
    Column(N_("Merged by"), lambda row: row.merged_by, width=120),
    Column(N_("Merged on"), lambda row: day_text(local(row.merged_at).date()), width=112),
)
