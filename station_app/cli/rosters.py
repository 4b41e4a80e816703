"""Verbs of the roster: who is expected when, who could be, and filling a stretch."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from station_app.cli.answers import Account, Facts, Field, Listing
from station_app.cli.kinds import day, time_of_day
from station_app.cli.posts import period
from station_app.cli.verbs import Call, Verb
from station_app.clock import local, today
from station_app.i18n import N_, _, ngettext
from station_app.services.files import save
from station_app.services.lists.rosters import RosterShift, roster
from station_app.services.meant import place_meant, shift_meant, volunteer_meant
from station_app.services.roster_filling import RosterProposal, keep_roster, propose_roster
from station_app.services.roster_papers import print_roster
from station_app.services.rosters import assign, wait_for, withdraw_assignment
from station_app.services.suggestions import Suggestion, suggest
from station_app.wording.rosters import lack_text, reasons_text, staffing_text
from station_app.wording.values import clock_text, day_text

GROUPS = {"roster": N_("who is expected on which shift")}

_WEEK = timedelta(days=6)

_SHIFTS: tuple[Field[RosterShift], ...] = (
    Field("day", N_("Day"), lambda row: day_text(row.day)),
    Field(
        "starts_at",
        N_("From"),
        lambda row: local(row.starts_at).isoformat("T", "minutes"),
        lambda row: clock_text(row.starts_at),
    ),
    Field("post", N_("Post"), lambda row: row.post),
    Field("expected", "", lambda row: row.expected),
    Field(
        "needed",
        N_("People"),
        lambda row: row.needed,
        lambda row: staffing_text(row.expected, row.needed),
        right=True,
    ),
    Field("missing", N_("Missing"), lambda row: row.lacking, right=True),
    Field(
        "people",
        N_("Names"),
        lambda row: [one.name for one in row.names if not one.waiting],
        lambda row: _(", ").join(one.name for one in row.names if not one.waiting),
    ),
    Field("waiting", "", lambda row: [one.name for one in row.names if one.waiting]),
    Field("cancelled", "", lambda row: row.cancelled),
)

_PEOPLE: tuple[Field[Suggestion], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("available", "", lambda row: row.available),
    Field("hours_lately", "", lambda row: round(row.minutes / 60, 2)),
    Field("asked_lately", "", lambda row: row.asked),
    Field("near", "", lambda row: row.near),
    Field("concerns", "", lambda row: [concern.limit.value for concern in row.concerns]),
    Field("reasons", N_("Why"), reasons_text),
)


def _days(call: Call) -> tuple[date, date]:
    """The days asked for, seven from the first where no last is given."""
    first, last = period(call)
    first = first or today(call.clock)
    return first, last or first + _WEEK


def _period_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="first", metavar="DAY", type=day, help=_("first day; today if not given")
    )
    parser.add_argument(
        "--to", dest="last", metavar="DAY", type=day, help=_("last day; a week if not given")
    )


def _shift_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("post", help=_("name or code of the post"))
    parser.add_argument("day", metavar="DAY", type=day, help=_("day of the shift"))
    parser.add_argument(
        "--at", metavar="TIME", type=time_of_day, help=_("start, where the day has several shifts")
    )


def _person_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", help=_("volunteer number, or the whole name"))
    _shift_options(parser)


def _assign_options(parser: argparse.ArgumentParser) -> None:
    _person_options(parser)
    parser.add_argument("--why", default="", help=_("reason to pass over what only warns"))
    parser.add_argument("--wait", action="store_true", help=_("on the waiting list only"))


def _withdraw_options(parser: argparse.ArgumentParser) -> None:
    _person_options(parser)
    parser.add_argument("--why", required=True, help=_("reason, kept with the record"))


def _fill_options(parser: argparse.ArgumentParser) -> None:
    _period_options(parser)
    parser.add_argument(
        "--keep", action="store_true", help=_("give the places; else they are only proposed")
    )


def _print_options(parser: argparse.ArgumentParser) -> None:
    _period_options(parser)
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=_("PDF to write"))


def _print(call: Call) -> Facts:
    path = save(call.options.out, print_roster(call.office, *_days(call)))
    return Facts({"file": str(path)}, [_("Saved as {path}.").format(path=path)])


def _shift(call: Call) -> UUID:
    asked = call.options
    return call.office.read(shift_meant, asked.post, asked.day, asked.at)


def _show(call: Call) -> Listing[RosterShift]:
    found = call.office.read(roster, *_days(call))
    shifts = [one for ones in found.shifts.values() for one in ones]
    return Listing(_SHIFTS, sorted(shifts, key=lambda one: (one.starts_at, one.post)))


def _suggest(call: Call) -> Listing[Suggestion]:
    return Listing(_PEOPLE, call.office.read(suggest, _shift(call)))


def _assign(call: Call) -> Facts:
    who, shift = call.office.read(volunteer_meant, call.options.number), _shift(call)
    if call.options.wait:
        call.office.write(wait_for, who, shift)
        return Facts({"waiting": True}, [_("On the waiting list.")])
    call.office.write(assign, who, shift, override=call.options.why)
    return Facts({"waiting": False}, [_("Expected on the shift.")])


def _withdraw(call: Call) -> Facts:
    who, shift = call.office.read(volunteer_meant, call.options.number), _shift(call)
    place = call.office.read(place_meant, who, shift)
    waiting = call.office.write(withdraw_assignment, place, call.options.why)
    names = [one.name for one in waiting]
    said = [_("Taken off the shift.")]
    said += [_("{name} waits for this place.").format(name=name) for name in names]
    return Facts({"waiting": names}, said)


def _fill(call: Call) -> Account | Facts:
    found = propose_roster(call.office, *_days(call), task=call.task)
    if not call.options.keep:
        return _proposed(found)
    pairs = [(one.shift_id, one.volunteer_id) for one in found.places]
    outcome = call.office.write(keep_roster, pairs, _("Filled by the program"))
    return Account(outcome, _facts(found), list(_lacking(found)))


def _proposed(found: RosterProposal) -> Facts:
    count = len(found.places)
    words = ngettext("{count} place is proposed.", "{count} places are proposed.", count)
    best = _("No better roster exists.") if found.proven else _("This is the best so far.")
    lines = [
        _("{day} {time} {post}: {name}").format(
            day=day_text(one.facts.needs.day),
            time=clock_text(one.facts.needs.starts_at),
            post=one.post,
            name=one.name,
        )
        for one in found.places
    ]
    told = [*lines, *_lacking(found), words.format(count=count), best]
    return Facts(_facts(found), told)


def _lacking(found: RosterProposal) -> list[str]:
    return [
        _("{day} {post}: {count} missing. {why}").format(
            day=day_text(lack.facts.needs.day),
            post=lack.facts.post,
            count=lack.missing,
            why=lack_text(lack),
        )
        for lack in found.lacks
    ]


def _facts(found: RosterProposal) -> dict[str, object]:
    return {
        "places": [
            {
                "day": day_text(one.facts.needs.day),
                "post": one.post,
                "number": one.number,
                "name": one.name,
            }
            for one in found.places
        ],
        "missing": [
            {
                "day": day_text(lack.facts.needs.day),
                "post": lack.facts.post,
                "missing": lack.missing,
                "may": lack.may,
                "against": {limit.value: count for limit, count in lack.against.items()},
            }
            for lack in found.lacks
        ],
        "proven": found.proven,
        "gap": found.gap,
    }


VERBS = (
    Verb(("roster", "show"), N_("show who is expected when"), _show, _period_options),
    Verb(
        ("roster", "suggest"), N_("name people for a shift, with reasons"), _suggest, _shift_options
    ),
    Verb(("roster", "assign"), N_("expect somebody on a shift"), _assign, _assign_options),
    Verb(("roster", "withdraw"), N_("take somebody off a shift"), _withdraw, _withdraw_options),
    Verb(("roster", "print"), N_("print the roster for the wall"), _print, _print_options),
    Verb(("roster", "fill"), N_("fill a stretch within limits, fairly"), _fill, _fill_options),
)
