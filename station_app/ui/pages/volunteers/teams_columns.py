"""What the lists of teams and of their members show."""

from collections.abc import Sequence

from station_app.i18n import N_, _
from station_app.services.lists.teams import MemberOrder, MemberRow, TeamOrder, TeamRow
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.teams import department_label, left_reason_text, team_kind_label
from station_app.wording.values import day_text, hours_text

TEAM_COLUMNS: Sequence[Column[TeamRow]] = (
    Column(
        N_("Team"),
        lambda row: row.name,
        order=TeamOrder.NAME,
        width=152,
        strong=True,
        stretch=True,
    ),
    Column(
        N_("Kind of team"), lambda row: team_kind_label(row.kind), order=TeamOrder.KIND, width=108
    ),
    Column(N_("Leader"), lambda row: row.leader, width=92),
    Column(N_("Phone"), lambda row: row.phone, width=128),
    Column(N_("Department"), lambda row: department_label(row.department), width=108),
    Column(N_("Party branch"), lambda row: row.party_branch, width=148, stretch=True),
    Column(
        N_("Members"),
        lambda row: str(row.members),
        tone=lambda row: Tone.MUTED if row.disbanded_on else Tone.INFO,
        align=Align.CENTRE,
        chip=True,
        width=88,
    ),
    Column(
        N_("Hours this year"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=116
    ),
    Column(N_("Founded on"), lambda row: _days(row), order=TeamOrder.FOUNDED, width=148),
)

MEMBER_COLUMNS: Sequence[Column[MemberRow]] = (
    Column(N_("Name"), lambda row: row.name, order=MemberOrder.NAME, width=104, strong=True),
    Column(
        N_("Role"),
        lambda row: _role(row),
        tone=lambda row: Tone.INFO if row.until_on is None else Tone.MUTED,
        chip=True,
        width=96,
    ),
    Column(N_("Number"), lambda row: row.number, width=108),
    Column(N_("Phone"), lambda row: row.phone, width=128),
    Column(N_("Joined"), lambda row: day_text(row.since_on), order=MemberOrder.SINCE, width=112),
    Column(N_("Left the team"), lambda row: _left(row), width=136, stretch=True),
    Column(
        N_("Hours this year"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=116
    ),
)


def _days(row: TeamRow) -> str:
    if row.disbanded_on is None:
        return day_text(row.founded_on)
    return _("until {day}").format(day=day_text(row.disbanded_on))


def _role(row: MemberRow) -> str:
    if row.leads:
        return _("Leader")
    return "" if row.until_on is None else _("Former")


def _left(row: MemberRow) -> str:
    if row.until_on is None:
        return ""
    why = left_reason_text(row.left_reason)
    return (
        _("{day} · {why}").format(day=day_text(row.until_on), why=why)
        if why
        else (day_text(row.until_on))
    )
