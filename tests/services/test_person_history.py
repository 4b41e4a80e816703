"""What happened to one person: who changed or looked at what, with what it was before."""

from datetime import date

import pytest

from station_app.data.unit import Office
from station_app.domain.consents import ConsentAct, ConsentWay, Purpose
from station_app.services.attendance import check_in, check_out
from station_app.services.consents import give_consent
from station_app.services.merging import merge_people
from station_app.services.people import change_volunteer, show_document
from station_app.services.person_history import History, person_history
from station_app.wording.history import about, changes_told, headline
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.pairs import two_records, wish


def told(history: History) -> list[str]:
    return [headline(entry) for entry in history.entries]


def test_the_newest_comes_first_and_is_told_in_words(office: Office, clock: FixedClock) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(check_in, li, post)
    clock.forward(minutes=30)
    office.write(check_out, li)
    photo = frozenset({Purpose.PHOTO})
    act = ConsentAct(purposes=photo, on=date(2026, 11, 1), way=ConsentWay.PAPER)
    office.write(give_consent, li, act)
    office.write(show_document, li, "核对证件")
    entries = office.read(person_history, li).entries
    assert [(headline(one), about(one)) for one in entries] == [
        ("查看证件号码", "核对证件"),
        ("登记同意", "留存照片 · 2026-11-01 · 书面签字"),
        ("签退", "2026-11-02 09:00 – 09:30 · 图书角值守"),
        ("签到", "2026-11-02 09:00 · 图书角值守"),
        ("登记志愿者", ""),
    ]
    assert {one.actor for one in entries} == {"演示经办人"}


def test_a_correction_shows_what_was_and_what_is_with_the_document_masked(office: Office) -> None:
    li = a_volunteer(office)
    changed = a_registration(serial=2, phone="13800138000")
    office.write(change_volunteer, li, changed)
    newest = office.read(person_history, li).entries[0]
    assert list(changes_told(newest)) == [
        ("证件号码", "999***********0013", "999***********0021"),
        ("联系电话", "–", "13800138000"),
        ("性别", "男", "女"),
    ]
    whole = (changed.document.number, a_registration().document.number)
    assert not any(number in repr(office.read(person_history, li)) for number in whole)


def test_the_past_of_a_merged_record_is_told_too_and_nobody_elses(office: Office) -> None:
    one, other = two_records(office)
    a_volunteer(office, "王芳", 9)
    office.write(merge_people, wish(one, other))
    assert told(office.read(person_history, one)).count("登记志愿者") == 2


@pytest.mark.parametrize("limit", [1, 3, 7])
def test_older_entries_follow_page_by_page_without_gap(office: Office, limit: int) -> None:
    li = a_volunteer(office)
    for word in "甲乙丙丁戊己":
        office.write(show_document, li, word)
    seen, before = [], None
    while True:
        page = office.read(person_history, li, before=before, limit=limit)
        seen += [about(entry) for entry in page.entries]
        if not page.more:
            break
        before = page.entries[-1].place
    assert seen == [*"己戊丁丙乙甲", ""]
