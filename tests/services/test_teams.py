"""Service teams: one leader who is a member, one open membership, hours while belonging."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from station_app.bundles.read import opened
from station_app.data.models import TeamMember
from station_app.data.unit import Office, Unit
from station_app.domain.teams import (
    AlreadyMember,
    DisbandedBeforeJoining,
    FoundedAfterJoining,
    LeaderNotMember,
    LeaderStays,
    MembershipGone,
    MembershipInFuture,
    MembershipsOverlap,
    TeamCard,
    TeamDisbanded,
    TeamFieldMissing,
    TeamNameTaken,
    TeamUnknown,
)
from station_app.places import Places
from station_app.services.attendance import check_in, check_out
from station_app.services.exchange import export_bundle
from station_app.services.lists import teams
from station_app.services.lists.teams import (
    MemberFilter,
    MemberOrder,
    MemberRow,
    TeamFilter,
    TeamOrder,
    TeamRow,
    member_ids,
    member_rows,
)
from station_app.services.tasks import Task
from station_app.services.teams import (
    appoint_leader,
    change_team,
    disband_team,
    find_team,
    join_team,
    leave_team,
    register_team,
    revive_team,
    team_dossier,
    undo_joining,
    undo_leaving,
)
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock

TODAY = date(2026, 11, 2)
CARD = TeamCard(
    name="银龄护学队",
    kind="schooling",
    founded_on=date(2026, 3, 5),
    department="civility",
    party_branch="东街第一党支部",
    service_classes=("4", "12"),
)


@pytest.fixture
def leader(office: Office) -> UUID:
    return a_volunteer(office, "王建国", 1)


@pytest.fixture
def team(office: Office, leader: UUID) -> UUID:
    return office.write(register_team, CARD, leader)


def listed(office: Office, text: str = "", **more: bool) -> list[TeamRow]:
    keys = office.read(teams.ids, TeamFilter(text, **more), None)
    return [row for row in office.read(teams.rows, keys) if row]


def members(office: Office, team: UUID, *, former: bool = False, text: str = "") -> list[MemberRow]:
    keys = office.read(member_ids, MemberFilter(team, former=former, text=text), None)
    return [row for row in office.read(member_rows, keys) if row]


def names(office: Office, team: UUID, *, former: bool = False) -> list[str]:
    return [row.name for row in members(office, team, former=former)]


def serve(office: Office, clock: FixedClock, who: UUID, post: UUID, day: str, hours: int) -> None:
    """A stay of so many hours."""
    clock.at(f"{day} 08:00")
    office.write(check_in, who, post)
    clock.forward(hours=hours)
    office.write(check_out, who)


def test_a_team_stands_with_all_that_was_said_of_it(office: Office, team: UUID) -> None:
    known = office.read(team_dossier, team)
    assert known.card == CARD
    assert [known.leader] == list(known.members)
    assert known.members[0].name == "王建国"


def test_the_leader_is_a_member_from_the_founding_on(office: Office, team: UUID) -> None:
    (row,) = members(office, team)
    assert (row.name, row.leads, row.since_on, row.until_on) == (
        "王建国",
        True,
        CARD.founded_on,
        None,
    )


def test_a_team_without_a_leader_is_refused(office: Office) -> None:
    with pytest.raises(TeamFieldMissing) as refused:
        office.write(register_team, CARD, None)
    assert refused.value.field == "leader"


def test_no_two_teams_share_a_name_even_after_one_ended(
    office: Office, team: UUID, leader: UUID
) -> None:
    office.write(disband_team, team, TODAY)
    with pytest.raises(TeamNameTaken):
        office.write(register_team, replace(CARD, name=" 银龄护学队 "), leader)
    other = office.write(register_team, replace(CARD, name="夕阳红"), leader)
    with pytest.raises(TeamNameTaken):
        office.write(change_team, other, CARD, leader)


def test_a_team_is_found_by_its_whole_name(office: Office, team: UUID) -> None:
    assert office.read(find_team, " 银龄护学队 ") == team
    with pytest.raises(TeamUnknown):
        office.read(find_team, "银龄")


def test_what_is_known_can_be_changed_and_keeps_its_members(
    office: Office, team: UUID, leader: UUID
) -> None:
    office.write(change_team, team, replace(CARD, name="护学先锋队", kind="local"), leader)
    (row,) = listed(office)
    assert (row.name, row.kind, row.members, row.leader) == ("护学先锋队", "local", 1, "王建国")


def test_the_founding_cannot_move_behind_somebody_who_joined(
    office: Office, team: UUID, leader: UUID
) -> None:
    with pytest.raises(FoundedAfterJoining) as refused:
        office.write(change_team, team, replace(CARD, founded_on=TODAY), leader)
    assert (refused.value.name, refused.value.since) == ("王建国", CARD.founded_on)


def test_only_a_member_leads_and_one_alone(office: Office, team: UUID, leader: UUID) -> None:
    li = a_volunteer(office, "李梅", 2)
    with pytest.raises(LeaderNotMember):
        office.write(change_team, team, CARD, li)
    office.write(join_team, team, li, TODAY)
    office.write(change_team, team, CARD, li)
    assert [(row.name, row.leads) for row in members(office, team)] == [
        ("李梅", True),
        ("王建国", False),
    ]
    assert [one.name for one in office.read(team_dossier, team).members] == ["李梅", "王建国"]


def test_any_member_can_be_made_the_leader(office: Office, team: UUID) -> None:
    joined = office.write(join_team, team, a_volunteer(office, "李梅", 2), TODAY)
    assert office.write(appoint_leader, joined.id).name == "李梅"
    assert listed(office)[0].leader == "李梅"


def test_the_leader_cannot_leave_before_somebody_else_leads(office: Office, team: UUID) -> None:
    (row,) = members(office, team)
    with pytest.raises(LeaderStays):
        office.write(leave_team, row.id, TODAY)
    with pytest.raises(LeaderStays):
        office.write(undo_joining, row.id)


def test_leaving_closes_the_membership_and_rejoining_opens_another(
    office: Office, team: UUID, clock: FixedClock
) -> None:
    li = a_volunteer(office, "李梅", 2)
    joined = office.write(join_team, team, li, date(2026, 5, 1))
    office.write(leave_team, joined.id, date(2026, 6, 30), "搬家")
    assert names(office, team) == ["王建国"]
    office.write(join_team, team, li, date(2026, 9, 1))
    rows = [row for row in members(office, team, former=True) if row.name == "李梅"]
    assert sorted((row.since_on, row.until_on, row.left_reason) for row in rows) == [
        (date(2026, 5, 1), date(2026, 6, 30), "搬家"),
        (date(2026, 9, 1), None, ""),
    ]


def test_nobody_belongs_to_a_team_twice_at_once(office: Office, team: UUID) -> None:
    li = a_volunteer(office, "李梅", 2)
    joined = office.write(join_team, team, li, date(2026, 5, 1))
    with pytest.raises(AlreadyMember):
        office.write(join_team, team, li, TODAY)
    office.write(leave_team, joined.id, date(2026, 6, 30))
    with pytest.raises(MembershipsOverlap):
        office.write(join_team, team, li, date(2026, 6, 30))


def test_the_database_itself_keeps_one_open_membership_and_one_leader(
    office: Office, team: UUID, leader: UUID
) -> None:
    def twice(unit: Unit) -> None:
        unit.add(TeamMember(team_id=team, volunteer_id=leader, since_on=TODAY))

    def second(unit: Unit, who: UUID) -> None:
        unit.add(TeamMember(team_id=team, volunteer_id=who, since_on=TODAY, leads=True))

    li = a_volunteer(office, "李梅", 2)
    with pytest.raises(IntegrityError):
        office.write(twice)
    with pytest.raises(IntegrityError):
        office.write(second, li)


def test_a_slip_is_taken_back_as_if_nobody_had_joined(office: Office, team: UUID) -> None:
    li = a_volunteer(office, "李梅", 2)
    joined = office.write(join_team, team, li, date(2026, 5, 1))
    office.write(undo_joining, joined.id)
    assert names(office, team, former=True) == ["王建国"]
    office.write(join_team, team, li, date(2026, 4, 1))
    with pytest.raises(MembershipGone):
        office.write(undo_joining, joined.id)


def test_leaving_is_taken_back_unless_the_person_joined_anew(office: Office, team: UUID) -> None:
    li = a_volunteer(office, "李梅", 2)
    joined = office.write(join_team, team, li, date(2026, 5, 1))
    office.write(leave_team, joined.id, date(2026, 6, 30))
    assert office.write(undo_leaving, joined.id).until is None
    office.write(leave_team, joined.id, date(2026, 6, 30))
    office.write(join_team, team, li, TODAY)
    with pytest.raises(MembershipGone):
        office.write(undo_leaving, joined.id)


def test_who_left_meanwhile_cannot_leave_again_or_lead(office: Office, team: UUID) -> None:
    joined = office.write(join_team, team, a_volunteer(office, "李梅", 2), TODAY)
    office.write(leave_team, joined.id, TODAY)
    with pytest.raises(MembershipGone):
        office.write(leave_team, joined.id, TODAY)
    with pytest.raises(MembershipGone):
        office.write(appoint_leader, joined.id)


def test_disbanding_ends_the_team_and_every_membership(office: Office, team: UUID) -> None:
    li = a_volunteer(office, "李梅", 2)
    office.write(join_team, team, li, date(2026, 5, 1))
    assert office.write(disband_team, team, TODAY) == 2
    assert listed(office) == []
    (row,) = listed(office, disbanded=True)
    assert (row.disbanded_on, row.leader, row.members) == (TODAY, "王建国", 2)
    with pytest.raises(TeamDisbanded):
        office.write(join_team, team, li, TODAY)
    with pytest.raises(TeamDisbanded):
        office.write(disband_team, team, TODAY)


def test_a_team_does_not_end_before_somebody_joined_or_tomorrow(office: Office, team: UUID) -> None:
    office.write(join_team, team, a_volunteer(office, "李梅", 2), date(2026, 5, 1))
    with pytest.raises(DisbandedBeforeJoining):
        office.write(disband_team, team, date(2026, 4, 30))
    with pytest.raises(MembershipInFuture):
        office.write(disband_team, team, TODAY + timedelta(days=1))


def test_a_revived_team_has_those_it_ended_for_and_nobody_who_left_before(
    office: Office, team: UUID
) -> None:
    for serial, name in ((2, "李梅"), (3, "赵强")):
        joined = office.write(join_team, team, a_volunteer(office, name, serial), TODAY)
    office.write(leave_team, joined.id, TODAY)
    office.write(disband_team, team, TODAY)
    office.write(revive_team, team)
    assert names(office, team) == ["王建国", "李梅"]
    assert listed(office)[0].leader == "王建国"


def test_hours_of_a_team_are_this_year_s_while_belonging(
    office: Office, team: UUID, leader: UUID, clock: FixedClock
) -> None:
    post, li = a_post(office), a_volunteer(office, "李梅", 2)
    serve(office, clock, leader, post, "2025-12-31", 4)
    serve(office, clock, leader, post, "2026-03-04", 3)
    serve(office, clock, leader, post, "2026-03-05", 2)
    serve(office, clock, li, post, "2026-04-30", 5)
    serve(office, clock, li, post, "2026-05-01", 1)
    serve(office, clock, li, post, "2026-06-30", 1)
    serve(office, clock, li, post, "2026-07-01", 6)
    clock.at("2026-11-02 09:00")
    joined = office.write(join_team, team, li, date(2026, 5, 1))
    office.write(leave_team, joined.id, date(2026, 6, 30))
    assert listed(office)[0].minutes == 4 * 60
    assert {row.name: row.minutes for row in members(office, team, former=True)} == {
        "王建国": 120,
        "李梅": 120,
    }


@pytest.mark.parametrize(
    "text", ["护学", "yinling", "YLHX", "王建国", "wjg", "助学支教", "文明办", "第一党支部"]
)
def test_a_team_is_found_by_whatever_one_knows_of_it(
    office: Office, team: UUID, leader: UUID, text: str
) -> None:
    other = a_volunteer(office, "赵强", 7)
    office.write(register_team, TeamCard(name="文艺队", kind="culture", founded_on=TODAY), other)
    assert [row.name for row in listed(office, text)] == ["银龄护学队"]


def test_teams_are_sorted_by_pinyin_kind_or_founding(office: Office, leader: UUID) -> None:
    for name, kind, month in (
        ("银龄队", "theory", 5),
        ("暖心队", "law", 3),
        ("红心队", "health", 4),
    ):
        card = TeamCard(name=name, kind=kind, founded_on=date(2026, month, 1))
        office.write(register_team, card, leader)

    def first_signs(order: TeamOrder) -> str:
        rows = office.read(teams.rows, office.read(teams.ids, TeamFilter(), order))
        return "".join(row.name[0] for row in rows if row)

    assert first_signs(TeamOrder.NAME) == "红暖银"
    assert first_signs(TeamOrder.KIND) == "银红暖"
    assert first_signs(TeamOrder.FOUNDED) == "暖红银"


def test_members_are_found_by_pinyin_and_sorted_by_the_day_they_joined(
    office: Office, team: UUID
) -> None:
    for serial, name in ((2, "李梅"), (3, "曾小强")):
        who = a_volunteer(office, name, serial)
        office.write(join_team, team, who, date(2026, 12 - serial * 2, 1))
    assert [row.name for row in members(office, team, text="zxq")] == ["曾小强"]
    keys = office.read(member_ids, MemberFilter(team), MemberOrder.SINCE)
    rows = office.read(member_rows, keys)
    assert [row.name for row in rows if row] == ["王建国", "曾小强", "李梅"]


def test_a_team_travels_with_its_members_and_without_a_phone_in_clear(
    office: Office, places: Places, tmp_path: Path, leader: UUID
) -> None:
    office.write(register_team, replace(CARD, phone="13800138000"), leader)
    written = export_bundle(office, tmp_path, scratch=places.temporary, task=Task())
    assert written.rows["team"] == written.rows["team_member"] == 1
    with opened(written.path, scratch=places.temporary) as bundle:
        (sent,) = bundle.rows("team")
    assert sent["phone"] == "1********00"
    assert "search_key" not in sent
