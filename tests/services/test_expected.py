"""Who is expected today: coming, late, here, gone, not come."""

from datetime import date
from uuid import UUID

import pytest

from station_app.data.unit import Office
from station_app.services.attendance import check_in, check_out
from station_app.services.lists.expected import Presence, ids, rows
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock

DAY = date(2026, 11, 2)


@pytest.fixture
def day(office: Office, clock: FixedClock) -> tuple[UUID, list[UUID]]:
    """Two people on today's shift, nine to eleven, seen at half past eight."""
    clock.at("2026-11-02 08:30")
    post = a_post(office)
    office.write(make_shifts, DAY, DAY)
    (shift,) = office.read(shift_ids, ShiftFilter(DAY, DAY), None)
    people = [a_volunteer(office, name, n) for n, name in enumerate(["李梅", "王芳"], 1)]
    for who in people:
        office.write(assign, who, UUID(shift))
    return post, people


def _stand(office: Office, clock: FixedClock) -> list[tuple[str, Presence]]:
    found = office.read(rows, office.read(ids, DAY, None))
    return [(row.name, row.presence(clock.now())) for row in found if row]


def test_everybody_expected_is_followed_through_the_day(
    office: Office, clock: FixedClock, day: tuple[UUID, list[UUID]]
) -> None:
    post, (li, _wang) = day
    assert _stand(office, clock) == [("李梅", Presence.COMING), ("王芳", Presence.COMING)]
    clock.at("2026-11-02 08:55")
    office.write(check_in, li, post)
    clock.at("2026-11-02 09:10")
    assert _stand(office, clock) == [("李梅", Presence.IN), ("王芳", Presence.LATE)]
    clock.at("2026-11-02 11:05")
    office.write(check_out, li)
    assert _stand(office, clock) == [("李梅", Presence.DONE), ("王芳", Presence.MISSED)]
