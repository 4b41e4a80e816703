"""Own entries of code lists: added, renamed, retired, spoken everywhere, never lost."""

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.code_entries import CodeUnknown
from station_app.domain.codes import Code, code_list
from station_app.i18n import use
from station_app.services.code_lists import (
    add_entry,
    change_entry,
    entries,
    follow,
    retire_entry,
    speak_at,
)
from station_app.wording.labels import choices, service_class_label

TODAY = date(2026, 11, 2)
RIVER = Code("river", "护河巡查", "")


@pytest.fixture
def spoken(office):
    """Books whose labels the program speaks."""
    follow(office)
    return office


def test_an_own_entry_is_offered_found_and_shown_in_chinese_where_it_has_no_english(spoken):
    spoken.write(add_entry, "service_class", RIVER)
    assert choices("service_class", TODAY)[-1] == ("river", "护河巡查")
    assert code_list("service_class").find("护河 巡查") == "river"
    use("en")
    assert service_class_label("river") == "护河巡查"


def test_a_shipped_entry_is_renamed_in_its_place_and_still_found_by_its_old_name(spoken):
    spoken.write(change_entry, "service_class", Code("2", "邻里互助", "Neighbours"))
    assert code_list("service_class").codes[0].zh == "邻里互助"
    assert code_list("service_class").find("社区服务") == "2"
    assert code_list("service_class").find("Neighbours") == "2"


def test_a_retired_entry_is_no_longer_offered_but_read_for_ever(spoken):
    spoken.write(retire_entry, "service_class", "22", TODAY)
    assert "22" not in dict(choices("service_class", TODAY))
    assert "22" in dict(choices("service_class", date(2026, 11, 1)))
    assert "22" in dict(choices("service_class", TODAY, kept=["22"]))
    assert service_class_label("22") == "疫情防控"
    assert code_list("service_class").find("疫情防控") == "22"


def test_entries_tell_what_ships_and_what_is_our_own(office):
    office.write(add_entry, "team_kind", replace(RIVER, valid_from=TODAY))
    office.write(retire_entry, "team_kind", "law", date(2027, 1, 1))
    listed = {one.entry.code: one for one in office.read(entries, "team_kind")}
    assert (listed["river"].own, listed["river"].shipped) == (True, False)
    assert (listed["law"].own, listed["law"].shipped) == (True, True)
    assert (listed["theory"].own, listed["theory"].shipped) == (False, True)
    assert listed["law"].entry.valid_until == date(2027, 1, 1)


def test_only_an_entry_that_is_there_is_changed_or_retired(office):
    with pytest.raises(CodeUnknown):
        office.write(change_entry, "team_kind", RIVER)
    with pytest.raises(CodeUnknown):
        office.write(retire_entry, "team_kind", "river", TODAY)


def test_labels_are_spoken_before_the_books_are_opened_and_not_those_of_other_books(
    office, tmp_path
):
    office.write(add_entry, "team_kind", RIVER)
    assert code_list("team_kind").entry("river") is None
    speak_at(office.path)
    assert code_list("team_kind").label("river", "zh_CN") == "护河巡查"
    speak_at(tmp_path / "none.db")
    assert code_list("team_kind").entry("river") is None
    assert not (tmp_path / "none.db").exists()
