"""Verbs of the desk: sign in and out, stays and hours."""

import argparse
from collections.abc import Sequence

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import hours_as_minutes
from station_app.cli.posts import period, period_options
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.domain.attendance import hours
from station_app.i18n import N_, _, ngettext
from station_app.services.attendance import Arrival, check_in, check_out
from station_app.services.hours import Period, PersonHours, hours_by_person
from station_app.services.lists import attendance as stays
from station_app.services.lists.attendance import StayRow
from station_app.services.meant import post_meant, volunteer_meant
from station_app.wording.attendance import origin_label
from station_app.wording.values import clock_text, day_text, hours_text, hours_with_unit

GROUPS = {"attendance": N_("signing in and out"), "hours": N_("hours served")}

_STAY_FIELDS: tuple[Field[StayRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("post", N_("Post"), lambda row: row.post),
    Field("day", N_("Day"), lambda row: day_text(row.day)),
    Field(
        "came_at",
        N_("Came"),
        lambda row: local(row.came_at).isoformat("T", "minutes"),
        lambda row: clock_text(row.came_at),
    ),
    Field(
        "left_at",
        N_("Left"),
        lambda row: local(row.left_at).isoformat("T", "minutes") if row.left_at else None,
        lambda row: clock_text(row.left_at),
    ),
    Field(
        "hours",
        N_("Hours"),
        lambda row: None if row.minutes is None else float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field(
        "origin", N_("Origin"), lambda row: row.origin.value, lambda row: origin_label(row.origin)
    ),
    Field("evidence", N_("Evidence"), lambda row: row.evidence),
    Field("walk_in", "", lambda row: row.walk_in),
)

_HOURS_FIELDS: tuple[Field[PersonHours], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("visits", N_("Visits"), lambda row: row.visits, right=True),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field("minutes", "", lambda row: row.minutes),
)


def _sign_in_options(parser: argparse.ArgumentParser) -> None:
    _who_option(parser)
    parser.add_argument("--post", required=True, help=_("name or code of the post"))


def _who_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("volunteer", metavar="WHO", help=_("volunteer number, or the whole name"))


def _sign_in(call: Call) -> Facts:
    who = call.office.read(volunteer_meant, call.options.volunteer)
    post = call.office.read(post_meant, call.options.post)
    arrival = call.office.write(check_in, who, post)
    said = _("{name} is in at “{post}” since {time}.").format(
        name=arrival.name, post=arrival.post, time=clock_text(arrival.came_at)
    )
    return Facts(_arrival_facts(arrival), [said])


def _sign_out(call: Call) -> Facts:
    who = call.office.read(volunteer_meant, call.options.volunteer)
    arrival = call.office.write(check_out, who)
    said = _("{name} is out at {time}, after {hours}.").format(
        name=arrival.name,
        time=clock_text(arrival.left_at),
        hours=hours_with_unit(arrival.minutes or 0),
    )
    return Facts(_arrival_facts(arrival), [said])


def _arrival_facts(arrival: Arrival) -> dict[str, object]:
    left_at, minutes = arrival.left_at, arrival.minutes
    return {
        "number": arrival.number,
        "name": arrival.name,
        "post": arrival.post,
        "came_at": local(arrival.came_at).isoformat("T", "minutes"),
        "left_at": local(left_at).isoformat("T", "minutes") if left_at else None,
        "hours": None if minutes is None else float(hours(minutes)),
    }


def _list_options(parser: argparse.ArgumentParser) -> None:
    period_options(parser)
    parser.add_argument("--open", action="store_true", help=_("only those who are in"))


def _list(call: Call) -> Listing[StayRow]:
    standing = stays.Standing.OPEN if call.options.open else stays.Standing.STANDING
    wanted = stays.StayFilter(*period(call), standing=standing)
    return Listing(_STAY_FIELDS, every_row(call.office, stays.ids, stays.rows, wanted))


def _hours_options(parser: argparse.ArgumentParser) -> None:
    period_options(parser)
    parser.add_argument(
        "--min-hours",
        dest="least_minutes",
        metavar="H",
        type=hours_as_minutes,
        default=0,
        help=_("only people with at least this many hours"),
    )


def _hours(call: Call) -> Listing[PersonHours]:
    served = Period(*period(call))
    found = call.office.read(hours_by_person, served, least_minutes=call.options.least_minutes)
    return Listing(_HOURS_FIELDS, found, _sum_text)


def _sum_text(rows: Sequence[PersonHours]) -> str:
    total = sum(row.minutes for row in rows)
    return ngettext(
        "{count} volunteer, {hours} in all", "{count} volunteers, {hours} in all", len(rows)
    ).format(count=len(rows), hours=hours_with_unit(total))


VERBS = (
    Verb(("attendance", "in"), N_("sign a volunteer in"), _sign_in, _sign_in_options),
    Verb(("attendance", "out"), N_("sign a volunteer out"), _sign_out, _who_option),
    Verb(("attendance", "list"), N_("list stays of a period"), _list, _list_options),
    Verb(("hours", "list"), N_("list hours by person"), _hours, _hours_options),
)
