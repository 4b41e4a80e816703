"""Verbs of standing posts and their shifts."""

import argparse
from datetime import date

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import choices_text, code_of, count, day, time_of_day, weekdays
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import local, today
from station_app.domain.posts import PostPlan, RangeUpsideDown, Risk, month_around
from station_app.i18n import N_, _, ngettext
from station_app.services.lists import posts
from station_app.services.lists.posts import PostRow, ShiftRow
from station_app.services.meant import post_meant
from station_app.services.posts import make_shifts, open_post
from station_app.wording.labels import post_class_label
from station_app.wording.values import clock_text, day_text, weekday_text, weekdays_text

GROUPS = {"posts": N_("the standing posts"), "shifts": N_("the shifts of the posts")}

_POST_FIELDS: tuple[Field[PostRow], ...] = (
    Field("code", N_("Code"), lambda row: row.code),
    Field("name", N_("Post"), lambda row: row.name),
    Field(
        "service_class",
        N_("Class"),
        lambda row: row.service_class,
        lambda row: post_class_label(row.service_class),
    ),
    Field("place", N_("Place"), lambda row: row.place),
    Field(
        "weekdays",
        N_("Weekdays"),
        lambda row: sorted(one + 1 for one in row.weekdays),
        lambda row: weekdays_text(row.weekdays),
    ),
    Field("starts_at", N_("From"), lambda row: row.starts_at.strftime("%H:%M")),
    Field("ends_at", N_("To"), lambda row: row.ends_at.strftime("%H:%M")),
    Field("min_people", N_("People"), lambda row: row.min_people, right=True),
    Field("max_people", "", lambda row: row.max_people),
    Field("in_charge", "", lambda row: row.in_charge),
    Field("coming", N_("Shifts to come"), lambda row: row.coming, right=True),
    Field("closed_on", "", lambda row: day_text(row.closed_on) or None),
)

_SHIFT_FIELDS: tuple[Field[ShiftRow], ...] = (
    Field(
        "day",
        N_("Day"),
        lambda row: day_text(row.day),
        lambda row: f"{day_text(row.day)} {weekday_text(row.day.weekday())}",
    ),
    Field(
        "starts_at",
        N_("From"),
        lambda row: local(row.starts_at).isoformat("T", "minutes"),
        lambda row: clock_text(row.starts_at),
    ),
    Field(
        "ends_at",
        N_("To"),
        lambda row: local(row.ends_at).isoformat("T", "minutes"),
        lambda row: clock_text(row.ends_at),
    ),
    Field("post", N_("Post"), lambda row: row.post),
    Field("place", N_("Place"), lambda row: row.place),
    Field("needed", N_("Needed"), lambda row: row.needed, right=True),
    Field("came", N_("Came"), lambda row: row.came, right=True),
    Field("cancelled", "", lambda row: row.cancelled),
)


def period_options(parser: argparse.ArgumentParser) -> None:
    """The first and the last day of what is asked for."""
    parser.add_argument("--from", dest="first", metavar="DAY", type=day, help=_("first day"))
    parser.add_argument("--to", dest="last", metavar="DAY", type=day, help=_("last day"))


def period(call: Call) -> tuple[date | None, date | None]:
    """The days asked for; raises RangeUpsideDown."""
    first, last = call.options.first, call.options.last
    if first and last and last < first:
        raise RangeUpsideDown(first, last)
    return first, last


def _month(call: Call) -> tuple[date, date]:
    """The days asked for; where one is not given, the end of the month that the other lies in."""
    first, last = period(call)
    around = month_around(first or last or today(call.clock))
    return first or around[0], last or around[1]


def _list(call: Call) -> Listing[PostRow]:
    wanted = posts.PostFilter(closed=call.options.all)
    return Listing(_POST_FIELDS, every_row(call.office, posts.post_ids, posts.post_rows, wanted))


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("closed posts too"))


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help=_("name of the post"))
    parser.add_argument(
        "--class",
        dest="service_class",
        metavar="CLASS",
        required=True,
        type=code_of("post_class"),
        help=choices_text("post_class"),
    )
    parser.add_argument("--place", required=True, help=_("where it is"))
    _time_options(parser)
    parser.add_argument("--content", default="", help=_("what is done there"))
    parser.add_argument(
        "--min-people", metavar="N", type=count, default=1, help=_("least number of people")
    )
    parser.add_argument(
        "--max-people", metavar="N", type=count, default=2, help=_("greatest number of people")
    )
    parser.add_argument("--organiser", default="", help=_("unit that organises the service"))
    parser.add_argument("--in-charge", default="", help=_("who is in charge of the post"))
    _need_options(parser)


def _need_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--risk", type=Risk, choices=Risk, default=Risk.NONE, help=_("how risky"))
    parser.add_argument("--risk-note", default="", help=_("which risks, told to whoever comes"))
    parser.add_argument(
        "--needs",
        dest="qualifications",
        metavar="KIND",
        nargs="+",
        type=code_of("qualification_kind"),
        default=(),
        help=_("qualifications needed: {kinds}").format(kinds=choices_text("qualification_kind")),
    )
    parser.add_argument("--min-age", metavar="N", type=count, help=_("least age on the day"))
    parser.add_argument("--max-age", metavar="N", type=count, help=_("greatest age on the day"))
    parser.add_argument(
        "--except",
        dest="exceptions",
        metavar="DAY",
        nargs="+",
        type=day,
        default=(),
        help=_("days of the rule without a shift"),
    )


def _time_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weekdays", required=True, type=weekdays, help=_("as 1-5 or 1,3,5; 1 is Monday")
    )
    parser.add_argument(
        "--from",
        dest="starts_at",
        metavar="TIME",
        required=True,
        type=time_of_day,
        help=_("start, as 09:00"),
    )
    parser.add_argument(
        "--to",
        dest="ends_at",
        metavar="TIME",
        required=True,
        type=time_of_day,
        help=_("end; before the start it is on the next day"),
    )
    parser.add_argument(
        "--first-day", metavar="DAY", type=day, help=_("first day of the post; today if not given")
    )
    parser.add_argument(
        "--on-holidays", action="store_true", help=_("shifts on statutory holidays too")
    )


def _add(call: Call) -> Facts:
    given = vars(call.options)
    values = {name: given[name] for name in PostPlan.__slots__ if name in given}
    plan = PostPlan(
        **values
        | {"first_day": given["first_day"] or today(call.clock)}
        | {"skip_holidays": not given["on_holidays"]}
        | {name: tuple(given[name]) for name in ("qualifications", "exceptions")}
    )
    post_id = call.office.write(open_post, plan)
    (row,) = call.office.read(posts.post_rows, [str(post_id)])
    assert row is not None  # it was opened a moment ago, and posts are never deleted
    said = _("Post {code} “{name}” is open. Make its shifts next.").format(
        code=row.code, name=row.name
    )
    return Facts({"code": row.code, "name": row.name}, [said])


def _shift_options(parser: argparse.ArgumentParser) -> None:
    period_options(parser)
    parser.add_argument("--post", help=_("name or code of one post; all if not given"))


def _list_shifts(call: Call) -> Listing[ShiftRow]:
    post = call.office.read(post_meant, call.options.post) if call.options.post else None
    wanted = posts.ShiftFilter(*_month(call), post)
    found = every_row(call.office, posts.shift_ids, posts.shift_rows, wanted)
    return Listing(_SHIFT_FIELDS, found)


def _make_shifts(call: Call) -> Facts:
    post = call.office.read(post_meant, call.options.post) if call.options.post else None
    first, last = _month(call)
    made = call.office.write(make_shifts, first, last, post)
    said = ngettext(
        "{count} shift is new between {first} and {last}.",
        "{count} shifts are new between {first} and {last}.",
        made,
    ).format(count=made, first=day_text(first), last=day_text(last))
    values = {"made": made, "from": day_text(first), "to": day_text(last)}
    return Facts(values, [said])


VERBS = (
    Verb(("posts", "list"), N_("list the standing posts"), _list, _list_options),
    Verb(("posts", "add"), N_("open a standing post"), _add, _add_options),
    Verb(("shifts", "list"), N_("list shifts of a month or period"), _list_shifts, _shift_options),
    Verb(
        ("shifts", "make"), N_("make the shifts of a month or period"), _make_shifts, _shift_options
    ),
)
