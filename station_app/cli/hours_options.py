"""Options of the verbs of hours: whose stay of which day, its times, why."""

import argparse
from datetime import date, time

from station_app.cli.kinds import count, day, time_of_day
from station_app.cli.verbs import Call
from station_app.domain.attendance import Span, written_span
from station_app.domain.closing import Month
from station_app.domain.evaluations import Grade
from station_app.errors import StationError
from station_app.i18n import _
from station_app.wording import sentence


def which_options(parser: argparse.ArgumentParser, *, at: bool = True) -> None:
    """Whose stay of which day; `at` tells several of one day apart."""
    parser.add_argument("volunteer", metavar="WHO", help=_("volunteer number, or the whole name"))
    parser.add_argument("day", metavar="DAY", type=day, help=_("day of the stay"))
    if at:
        parser.add_argument(
            "--at", metavar="TIME", type=time_of_day, help=_("when it began, if there are several")
        )


def which(call: Call) -> tuple[str, date, time | None]:
    """What these options say."""
    given = call.options
    return given.volunteer, given.day, given.at


def span_options(parser: argparse.ArgumentParser) -> None:
    """When the person came and left; an end before the beginning is of the next day."""
    for name, words in (("came", _("came at")), ("left", _("left at"))):
        parser.add_argument(
            f"--{name}", metavar="TIME", type=time_of_day, required=True, help=words
        )
    parser.add_argument(
        "--pause", metavar="MIN", type=count, default=0, help=_("minutes that do not count")
    )


def given_span(call: Call) -> Span:
    """The times as a stretch of time."""
    given = call.options
    return written_span(given.day, given.came, given.left, overnight=given.left < given.came)


def reason_option(parser: argparse.ArgumentParser) -> None:
    """Why."""
    parser.add_argument("--reason", metavar="TEXT", required=True, help=_("why it is done"))


def decide_options(parser: argparse.ArgumentParser, *, note_required: bool = False) -> None:
    """Whose hours are decided on, by whom."""
    which_options(parser)
    parser.add_argument("--by", metavar="NAME", required=True, help=_("who decides"))
    parser.add_argument(
        "--note", metavar="TEXT", default="", required=note_required, help=_("a note, or why not")
    )


def evaluate_options(parser: argparse.ArgumentParser) -> None:
    """Which stay, and how it was."""
    which_options(parser)
    parser.add_argument(
        "--grade", required=True, choices=[grade.value for grade in Grade], help=_("how it was")
    )
    parser.add_argument("--by", metavar="NAME", required=True, help=_("who was in charge"))
    parser.add_argument("--on", metavar="DAY", type=day, help=_("day of the evaluation"))
    parser.add_argument("--note", metavar="TEXT", default="", help=_("a note"))


def month_option(parser: argparse.ArgumentParser) -> None:
    """Which month."""
    parser.add_argument("month", metavar="MONTH", type=month, help=_("a month such as 2026-11"))


def month(text: str) -> Month:
    """A month as 2026-11."""
    try:
        return Month.read(text)
    except StationError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from None
