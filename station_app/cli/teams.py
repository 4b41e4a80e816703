"""Verbs of service teams."""

import argparse

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import choices_text, code_of, day
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import today
from station_app.domain.attendance import hours
from station_app.domain.teams import TeamCard
from station_app.i18n import N_, _
from station_app.services.lists import teams
from station_app.services.lists.teams import MemberRow, TeamRow
from station_app.services.meant import volunteer_meant
from station_app.services.teams import find_team, register_team, team_dossier
from station_app.wording.labels import service_class_label
from station_app.wording.teams import (
    department_code,
    department_label,
    left_reason_text,
    members_text,
    team_kind_label,
)
from station_app.wording.values import day_text, hours_text

GROUPS = {"teams": N_("the service teams")}

_TEAM_FIELDS: tuple[Field[TeamRow], ...] = (
    Field("name", N_("Team"), lambda row: row.name),
    Field("kind", N_("Kind of team"), lambda row: row.kind, lambda row: team_kind_label(row.kind)),
    Field("leader", N_("Leader"), lambda row: row.leader),
    Field("phone", N_("Phone"), lambda row: row.phone),
    Field("party_branch", "", lambda row: row.party_branch),
    Field(
        "department",
        N_("Department"),
        lambda row: row.department,
        lambda row: department_label(row.department),
    ),
    Field(
        "service_classes",
        "",
        lambda row: [service_class_label(code) for code in row.service_classes],
    ),
    Field("founded_on", N_("Founded on"), lambda row: day_text(row.founded_on)),
    Field("disbanded_on", "", lambda row: day_text(row.disbanded_on) or None),
    Field("members", N_("Members"), lambda row: row.members, right=True),
    Field(
        "hours_this_year",
        N_("Hours this year"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
)

_MEMBER_FIELDS: tuple[Field[MemberRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("leads", N_("Leader"), lambda row: row.leads, lambda row: _("yes") if row.leads else ""),
    Field("phone", N_("Phone"), lambda row: row.phone),
    Field("since", N_("Joined"), lambda row: day_text(row.since_on)),
    Field(
        "until",
        N_("Left the team"),
        lambda row: day_text(row.until_on) or None,
        lambda row: day_text(row.until_on),
    ),
    Field("left_reason", "", lambda row: left_reason_text(row.left_reason)),
    Field(
        "hours_this_year",
        N_("Hours this year"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
)


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--find",
        metavar="TEXT",
        default="",
        help=_("name, pinyin or initials of the team, its leader, kind or department"),
    )
    parser.add_argument("--all", action="store_true", help=_("disbanded teams too"))


def _list(call: Call) -> Listing[TeamRow]:
    wanted = teams.TeamFilter(call.options.find, disbanded=call.options.all)
    return Listing(_TEAM_FIELDS, every_row(call.office, teams.ids, teams.rows, wanted))


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help=_("name of the team"))
    parser.add_argument(
        "--kind",
        metavar="KIND",
        required=True,
        type=code_of("team_kind"),
        help=choices_text("team_kind"),
    )
    parser.add_argument(
        "--leader", metavar="WHO", required=True, help=_("volunteer number, or the whole name")
    )
    parser.add_argument("--phone", default="", help=_("contact phone"))
    parser.add_argument("--party-branch", default="", help=_("party branch of the team"))
    parser.add_argument(
        "--department",
        default="",
        help=_("supervising department: {choices}, or its name").format(
            choices=choices_text("department")
        ),
    )
    parser.add_argument(
        "--service-class",
        metavar="CLASS",
        action="append",
        default=[],
        type=code_of("service_class"),
        help=choices_text("service_class"),
    )
    parser.add_argument(
        "--founded-on", metavar="DAY", type=day, help=_("day of founding; today if not given")
    )
    parser.add_argument("--intro", default="", help=_("a few words about the team"))


def _add(call: Call) -> Facts:
    given = call.options
    leader = call.office.read(volunteer_meant, given.leader)
    card = TeamCard(
        name=given.name,
        kind=given.kind,
        founded_on=given.founded_on or today(call.clock),
        phone=given.phone,
        party_branch=given.party_branch,
        department=department_code(given.department),
        service_classes=tuple(given.service_class),
        intro=given.intro,
    )
    team = call.office.read(team_dossier, call.office.write(register_team, card, leader))
    name = team.leader.name if team.leader else ""
    said = _("“{team}” is registered; {leader} leads it.").format(team=team.card.name, leader=name)
    return Facts({"name": team.card.name, "leader": name}, [said])


def _members_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("team", metavar="TEAM", help=_("whole name of the team"))
    parser.add_argument("--all", action="store_true", help=_("those who left too"))


def _members(call: Call) -> Listing[MemberRow]:
    team = call.office.read(find_team, call.options.team)
    wanted = teams.MemberFilter(team, former=call.options.all)
    found = every_row(call.office, teams.member_ids, teams.member_rows, wanted)
    return Listing(_MEMBER_FIELDS, found, lambda rows: members_text(len(rows)))


VERBS = (
    Verb(("teams", "list"), N_("list the service teams"), _list, _list_options),
    Verb(("teams", "add"), N_("register a service team"), _add, _add_options),
    Verb(("teams", "members"), N_("list the members of a team"), _members, _members_options),
)
