"""What people chose to tell, as text."""

from collections.abc import Iterable
from itertools import groupby
from typing import cast

from station_app.domain.codes import ListName
from station_app.domain.profiles import CODED, SLOTS
from station_app.i18n import N_, _
from station_app.wording.labels import label

_DAYS = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
    N_("Holidays"),
)
_PARTS = (N_("morning"), N_("afternoon"), N_("evening"))


def coded_text(field: str, value: str) -> str:
    """The label where the field holds a code of the list of its name, or the value itself."""
    return label(cast(ListName, field), value) if field in CODED else value


def availability_text(slots: Iterable[str]) -> str:
    """周一上午、下午；周六全天: one part a day, in the order of the week."""
    held = set(slots)
    days = groupby((slot for slot in SLOTS if slot in held), key=lambda slot: slot[0])
    return _("; ").join(_day_text(int(day) - 1, [slot[1] for slot in own]) for day, own in days)


def _day_text(day: int, parts: list[str]) -> str:
    if len(parts) == len(_PARTS):
        return _("{day} all day").format(day=_(_DAYS[day]))
    told = _("/").join(_(_PARTS[int(part) - 1]) for part in parts)
    return _("{day} {parts}").format(day=_(_DAYS[day]), parts=told)
