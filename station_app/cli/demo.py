"""Verbs around the program: a sample month, pictures of every page, the measurements."""

import argparse
from pathlib import Path

from station_app.cli.answers import Facts
from station_app.cli.kinds import count
from station_app.cli.verbs import Call, Verb
from station_app.demo.month import SEED, VOLUNTEERS, make_month
from station_app.i18n import N_, _, ngettext
from station_app.wording import sentence

GROUPS: dict[str, str] = {}
BENCHES = ("certificates", "imports", "people", "roster", "start", "tables")


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--volunteers", metavar="N", type=count, default=VOLUNTEERS, help=_("how many people")
    )
    parser.add_argument(
        "--seed", metavar="S", type=int, default=SEED, help=_("the same seed tells the same story")
    )
    parser.add_argument(
        "--no-window", action="store_true", help=_("only make the data, do not open the window")
    )


def _demo(call: Call) -> Facts:
    given = call.options
    made = make_month(
        call.places, call.clock, volunteers=given.volunteers, seed=given.seed, task=call.task
    )
    values = {
        "data": str(call.places.data),
        "volunteers": made.volunteers,
        "posts": made.posts,
        "shifts": made.shifts,
        "stays": made.stays,
        "certificates": list(made.certificates),
        "bundle": str(made.bundle) if made.bundle else None,
    }
    lines = [
        ngettext(
            "A sample month with {count} volunteer is in {folder}.",
            "A sample month with {count} volunteers is in {folder}.",
            made.volunteers,
        ).format(count=made.volunteers, folder=call.places.data),
        _("{posts} posts, {shifts} shifts, {stays} stays, {certificates} certificates.").format(
            posts=made.posts,
            shifts=made.shifts,
            stays=made.stays,
            certificates=len(made.certificates),
        ),
    ]
    lines += [sentence(made.unmade)] if made.unmade else []
    return Facts(values, lines)


def _window(call: Call) -> int:
    if call.options.no_window:
        return 0
    return call.surroundings.open_window(call.places)


def _screenshot_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="DIR", required=True, type=Path, help=_("folder of the pictures")
    )


def _screenshots(call: Call) -> Facts:
    taken = call.surroundings.take_screenshots(call.office, call.places, call.options.out)
    said = ngettext(
        "{count} picture is in {folder}.", "{count} pictures are in {folder}.", len(taken)
    ).format(count=len(taken), folder=call.options.out)
    return Facts({"pictures": [str(path) for path in taken]}, [said])


def _bench(call: Call) -> Facts:
    return Facts({"items": list(BENCHES)}, [f"./station bench {name}" for name in BENCHES])


VERBS = (
    Verb(
        ("demo",),
        N_("fill a new data folder with a sample month, then open the window"),
        _demo,
        _demo_options,
        _window,
    ),
    Verb(
        ("screenshots",),
        N_("write a picture of every page in every language"),
        _screenshots,
        _screenshot_options,
    ),
    Verb(("bench",), N_("list the measurements"), _bench),
)
