"""Service teams on the real window, by keyboard: register, let join, leave, disband."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.teams import TeamCard
from station_app.services.lists import teams
from station_app.services.lists.teams import MemberFilter, TeamFilter, member_ids, member_rows
from station_app.services.teams import join_team, register_team, team_dossier
from station_app.ui.pages.volunteers.teams_ending import EndDialog
from station_app.ui.pages.volunteers.teams_form import TeamForm
from station_app.ui.pages.volunteers.teams_members import MembersDialog
from tests.helpers.builders import a_volunteer
from tests.helpers.screen import (
    CTRL,
    focus,
    open_dialogs,
    opened,
    person_shown,
    press,
    shown,
    typed,
)

CARD = TeamCard(name="银龄护学队", kind="schooling", founded_on=date(2026, 3, 5))
TODAY = date(2026, 11, 2)


@pytest.fixture
def people(office):
    """Three who may join."""
    names = ("王建国", "李梅", "曾小强")
    return [a_volunteer(office, name, serial) for serial, name in enumerate(names, start=1)]


@pytest.fixture
def team(office, people):
    return office.write(register_team, CARD, people[0])


@pytest.fixture
def window(desk, qtbot, people):
    """The window at the teams."""
    window = shown(desk, qtbot)
    window.page.reveal("teams")
    desk.settle()
    return window


def begin(window, desk):
    """Open the form of a new team as a clerk does."""
    window.page.teams.view.setFocus()
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    return opened(window, TeamForm)


def choose(window, desk, team):
    """Choose a team in the list."""
    desk.settle()
    assert window.page.teams.view.select(team.hex)


def members_of(window, desk, team):
    """Open the members of a team."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    choose(window, desk, team)
    window.page.teams.view.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    return opened(window, MembersDialog)


def stand(office, team):
    """Name, last day and whether they lead, of everybody in the books."""
    keys = office.read(member_ids, MemberFilter(team, former=True), None)
    return [(row.name, row.until_on, row.leads) for row in office.read(member_rows, keys)]


def listed(office):
    keys = office.read(teams.ids, TeamFilter(), None)
    return [row for row in office.read(teams.rows, keys) if row]


def note(dialog, key):
    """What stands below a field."""
    return dialog.form._slots[key].note.text()


def test_a_team_is_registered_and_filled_without_the_mouse(window, desk, office):
    form = begin(window, desk)
    typed("银龄护学队")
    press(Qt.Key.Key_Return)
    for _step in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    typed("wjg")
    desk.settle()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert form.fields["leader"].person.name == "王建国"
    form.fields["phone"].setFocus()
    typed("13800138000")
    press(Qt.Key.Key_Return)
    typed("2026-03-05")
    press(Qt.Key.Key_S, CTRL)
    desk.settle()
    (row,) = listed(office)
    assert (row.name, row.kind, row.leader) == ("银龄护学队", "schooling", "王建国")
    assert (row.phone, row.founded_on) == ("13800138000", date(2026, 3, 5))
    assert open_dialogs(window) == []

    members = members_of(window, desk, row.id)
    assert focus() is members.search
    typed("zxq")
    desk.settle()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert stand(office, row.id) == [("王建国", None, True), ("曾小强", None, False)]
    assert focus() is members.search


def test_what_is_missing_is_said_at_its_field(window, desk, office):
    form = begin(window, desk)
    form.primary.click()
    assert note(form, "name") == note(form, "kind") == note(form, "leader") == "请填写此项。"
    assert listed(office) == []


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("name", "银龄护学队", "已有名为“银龄护学队”的服务队，请换一个名称。"),
        ("phone", "12", "“12”"),
        ("founded_on", date(2026, 11, 3), "还没有到"),
    ],
)
def test_what_stands_against_a_team_is_said_at_its_field(
    window, desk, team, people, key, value, words
):
    form = begin(window, desk)
    for name, given in {"name": "夕阳红", "kind": "culture", key: value}.items():
        form.fields[name].set_value(given)
    form.fields["leader"].choose(str(people[1]))
    desk.settle()
    form.primary.click()
    desk.settle()
    assert words in note(form, key)
    assert form.isVisible()


def test_a_department_of_the_list_is_kept_by_its_code_and_another_by_its_words(window, desk):
    field = begin(window, desk).fields["department"]
    field.setEditText("社工部")
    assert field.value() == "social_work"
    field.setEditText(" 水利站 ")
    assert field.value() == "水利站"
    field.set_value("youth_league")
    assert field.currentText() == "团委"


def test_a_team_is_changed_and_led_by_another_of_its_members(window, desk, office, team, people):
    office.write(join_team, team, people[1], TODAY)
    choose(window, desk, team)
    window.page.teams.change.click()
    desk.settle()
    form = opened(window, TeamForm)
    assert form.fields["name"].value() == "银龄护学队"
    form.fields["party_branch"].set_value("东街第一党支部")
    form.fields["leader"].set_value(people[1])
    form.primary.click()
    desk.settle()
    (row,) = listed(office)
    assert (row.leader, row.party_branch) == ("李梅", "东街第一党支部")


def test_a_slip_in_the_search_box_is_undone_at_once(window, desk, office, team, people):
    dialog = members_of(window, desk, team)
    dialog.search.person_chosen.emit(str(people[1]))
    desk.settle()
    dialog._undo.click()
    desk.settle()
    assert stand(office, team) == [("王建国", None, True)]


def test_who_belongs_to_the_team_is_marked_and_refused_in_a_sentence(
    window, desk, office, team, people
):
    dialog = members_of(window, desk, team)
    typed("wjg")
    desk.settle()
    assert [one.status for one in dialog.search.results()] == ["成员"]
    press(Qt.Key.Key_Return)
    desk.settle()
    assert dialog._banner._words.text() == "王建国已是本队成员，2026-03-05 加入。"


def test_somebody_joins_on_the_day_that_was_typed(window, desk, office, team, people):
    dialog = members_of(window, desk, team)
    dialog.since.set_value(date(2026, 5, 1))
    dialog.search.person_chosen.emit(str(people[1]))
    desk.settle()
    keys = office.read(member_ids, MemberFilter(team), None)
    assert {row.name: row.since_on for row in office.read(member_rows, keys)}["李梅"] == date(
        2026, 5, 1
    )


def test_somebody_leaves_by_keyboard_and_the_leaving_is_taken_back(
    window, desk, office, team, people
):
    office.write(join_team, team, people[1], date(2026, 5, 1))
    dialog = members_of(window, desk, team)
    dialog.list.setFocus()
    press(Qt.Key.Key_End)
    dialog.leave.setFocus()
    press(Qt.Key.Key_Space)
    desk.settle()
    opened(window, EndDialog)
    typed("2026-6-30")
    press(Qt.Key.Key_Return)
    typed("搬家")
    press(Qt.Key.Key_Return)
    desk.settle()
    assert open_dialogs(window) == [dialog]
    assert stand(office, team)[1] == ("李梅", date(2026, 6, 30), False)
    dialog.former.set_value(True)
    desk.settle()
    dialog.list.table.selectRow(1)
    assert dialog.leave.text() == "撤销退出"
    dialog.leave.click()
    desk.settle()
    assert stand(office, team)[1] == ("李梅", None, False)


def test_the_leader_stays_until_another_leads(window, desk, office, team, people):
    office.write(join_team, team, people[1], TODAY)
    dialog = members_of(window, desk, team)
    dialog.list.table.selectRow(0)
    assert not dialog.lead.isEnabled()
    dialog.leave.click()
    desk.settle()
    ending = opened(window, EndDialog)
    ending.primary.click()
    desk.settle()
    assert note(ending, "day") == "王建国是本队负责人，请先另定负责人。"
    ending.reject()
    dialog.list.table.selectRow(1)
    dialog.lead.click()
    desk.settle()
    assert office.read(team_dossier, team).leader.name == "李梅"


def test_enter_on_a_member_shows_the_person(window, desk, team):
    dialog = members_of(window, desk, team)
    dialog.list.table.selectRow(0)
    dialog.list.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert person_shown(window).person.name == "王建国"


def test_a_team_is_disbanded_after_asking_and_revived_as_it_was(window, desk, office, team, people):
    office.write(join_team, team, people[1], TODAY)
    page = window.page.teams
    choose(window, desk, team)
    page.end.click()
    desk.settle()
    opened(window, EndDialog).primary.click()
    desk.settle()
    assert listed(office) == []
    page.disbanded.set_value(True)
    desk.settle()
    choose(window, desk, team)
    assert page.end.text() == "恢复"
    page.members.click()
    desk.settle()
    dialog = opened(window, MembersDialog)
    assert not dialog.search.isVisible()
    assert len(dialog.list.model.ids()) == 2
    dialog.accept()
    page.end.click()
    desk.settle()
    assert stand(office, team) == [("王建国", None, True), ("李梅", None, False)]


def test_the_head_has_the_actions_of_the_part_that_is_shown(window, desk):
    page = window.page
    assert page.teams.new_team.isVisible()
    page.reveal("stars")
    assert page.stars.confirm.isVisible()
    assert not page.teams.new_team.isVisible()


def test_teams_are_found_by_what_is_typed(window, desk, office, team, people):
    other = TeamCard(name="夕阳红", kind="culture", founded_on=TODAY)
    office.write(register_team, other, people[1])
    desk.settle()
    page = window.page.teams
    page.search.set_value("ylhx")
    desk.settle()
    assert page.view.model.ids() == [team.hex]
    page.search.set_value("没有")
    desk.settle()
    assert list(page.view.model.ids()) == []
