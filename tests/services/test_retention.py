"""Who has not served for years is listed; nobody is erased by the list itself."""

from datetime import date
from uuid import UUID

import pytest

from station_app.data.unit import Office
from station_app.domain.erasing import Cause
from station_app.domain.retention import RetentionRule
from station_app.services.attendance import check_in, void_stay
from station_app.services.erasing import erase_person
from station_app.services.lists import retention
from station_app.services.lists.retention import RetentionFilter, RetentionOrder
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.pairs import a_stay

WAY_BACK, LATER = "2021-03-01 09:00", "2026-11-02 09:00"
BEFORE = RetentionRule(3).before(date(2026, 11, 2))


def listed(office: Office, order: RetentionOrder | None = None) -> list[str]:
    keys = office.read(retention.ids, RetentionFilter(BEFORE), order)
    return [row.name for row in office.read(retention.rows, keys) if row]


@pytest.fixture
def people(office: Office, clock: FixedClock) -> dict[str, UUID]:
    """Five people of 2021 and one of today; what each did since is in the name."""
    clock.at(WAY_BACK)
    post = a_post(office, first_day=date(2021, 1, 1))
    names = ("从未服务", "早已停止", "最近服务", "作废一次", "正在岗")
    found = {
        name: a_volunteer(office, name, n, consent_on=date(2021, 1, 1))
        for n, name in enumerate(names, 1)
    }
    clock.at("2022-05-06 12:00")
    a_stay(office, found["早已停止"], post, "2022-05-06", 9)
    clock.at("2026-10-30 18:00")
    a_stay(office, found["最近服务"], post, "2026-10-30", 9)
    office.write(void_stay, a_stay(office, found["作废一次"], post, "2026-10-30", 9), "误录")
    clock.at(LATER)
    office.write(check_in, found["正在岗"], post)
    found["新登记"] = a_volunteer(office, "新登记", 6)
    return found


def test_listed_is_who_neither_served_nor_registered_since(office: Office, people) -> None:
    assert sorted(listed(office)) == ["从未服务", "作废一次", "早已停止"]


def test_the_longest_away_come_first_and_never_served_before_all(office: Office, people) -> None:
    assert listed(office, RetentionOrder.SERVED)[-1] == "早已停止"
    keys = office.read(retention.ids, RetentionFilter(BEFORE), RetentionOrder.SERVED)
    last = office.read(retention.rows, keys)[-1]
    assert last is not None
    assert (last.last_on, last.minutes) == (date(2022, 5, 6), 120)


def test_who_was_erased_is_listed_no_more(office: Office, people) -> None:
    office.write(erase_person, people["早已停止"], cause=Cause.RETENTION, note="")
    assert "早已停止" not in listed(office)
