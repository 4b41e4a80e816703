"""Verbs of the station itself."""

import argparse
from dataclasses import asdict

from station_app.cli.answers import Facts
from station_app.cli.kinds import labelled
from station_app.cli.verbs import Call, Verb
from station_app.domain.stations import Level, StationCard
from station_app.i18n import N_, _
from station_app.services.stations import set_up, this_station
from station_app.wording.stations import level_label

GROUPS = {"station": N_("this station")}


def _set_up_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help=_("name of the station, as on its plate"))
    parser.add_argument(
        "--code", required=True, help=_("two to twelve letters and digits; begins every number")
    )
    parser.add_argument(
        "--recording-unit",
        required=True,
        help=_("the unit that keeps the records and signs the proofs"),
    )
    parser.add_argument("--recording-unit-code", help=_("its unified social credit code"))
    parser.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.POINT.value,
        help=labelled(Level, level_label),
    )
    parser.add_argument("--superior", default="", help=_("the position above"))
    parser.add_argument("--in-charge", default="", help=_("who is in charge"))
    parser.add_argument("--clerk", default="", help=_("who works at this desk"))
    parser.add_argument("--phone", default="", help=_("telephone on proofs"))
    parser.add_argument("--address", default="", help=_("where it is"))


def _set_up(call: Call) -> Facts:
    given = vars(call.options)
    values = {name: given[name] for name in StationCard.__slots__} | {
        "level": Level(call.options.level)
    }
    card = call.open_books().write(set_up, StationCard(**values))
    return Facts(
        _facts(card),
        [
            _("{name} is set up. Data folder: {folder}").format(
                name=card.name, folder=call.places.data
            )
        ],
    )


def _show(call: Call) -> Facts:
    card = call.office.read(this_station)
    lines = [f"{card.code}  {card.name}  {level_label(card.level)}"]
    lines += [
        f"{title}  {value}"
        for title, value in (
            (_("Recording unit"), card.recording_unit),
            (_("Credit code"), card.recording_unit_code),
            (_("Superior"), card.superior),
            (_("In charge"), card.in_charge),
            (_("Clerk"), card.clerk),
            (_("Phone"), card.phone),
            (_("Address"), card.address),
        )
        if value
    ]
    return Facts(_facts(card), lines)


def _facts(card: StationCard) -> dict[str, object]:
    return asdict(card)


VERBS = (
    Verb(("setup",), N_("make this desk the desk of a station"), _set_up, _set_up_options),
    Verb(("station", "show"), N_("show what is known of this station"), _show),
)
