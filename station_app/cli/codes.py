"""Verbs of code lists: what may be chosen in forms and written in files."""

import argparse
from dataclasses import replace

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import day
from station_app.cli.verbs import Call, Verb
from station_app.clock import today
from station_app.domain.code_entries import CodeUnknown
from station_app.domain.codes import NAMES, Code, ListName
from station_app.i18n import N_, _
from station_app.services.code_lists import (
    ListedCode,
    add_entry,
    change_entry,
    entries,
    retire_entry,
)
from station_app.wording.code_lists import editable_lists, list_label, origin_text, source_text
from station_app.wording.values import day_text

GROUPS = {"codes": N_("the lists to choose from, such as service classes")}

_FIELDS: tuple[Field[ListedCode], ...] = (
    Field("code", N_("Entry code"), lambda row: row.entry.code),
    Field("zh", N_("Name in Chinese"), lambda row: row.entry.zh),
    Field("en", N_("Name in English"), lambda row: row.entry.en),
    Field("valid_from", N_("Offered from"), lambda row: day_text(row.entry.valid_from) or None),
    Field("valid_until", N_("Retired on"), lambda row: day_text(row.entry.valid_until) or None),
    Field("own", N_("Origin"), lambda row: row.own, origin_text),
)


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", choices=NAMES, help=_lists())
    parser.add_argument("--all", action="store_true", help=_("those no longer offered too"))


def _list(call: Call) -> Listing[ListedCode]:
    name, on = call.options.name, today(call.clock)
    listed = call.office.read(entries, name)
    return Listing(
        _FIELDS,
        [one for one in listed if call.options.all or one.entry.offered(on)],
        lambda _rows: source_text(name),
    )


def _own_name(parser: argparse.ArgumentParser) -> None:
    names = [name for name, _words in editable_lists()]
    lists = _(", ").join(f"{name} {words}" for name, words in editable_lists())
    parser.add_argument("name", metavar="NAME", choices=names, help=lists)
    parser.add_argument(
        "code", metavar="CODE", help=_("up to twenty letters and digits; it never changes")
    )


def _labels(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--en", metavar="LABEL", help=_("the same in English"))
    parser.add_argument(
        "--from", dest="valid_from", metavar="DAY", type=day, help=_("offered from")
    )


def _add_options(parser: argparse.ArgumentParser) -> None:
    _own_name(parser)
    parser.add_argument("label", metavar="LABEL", help=_("what it is called, in Chinese"))
    _labels(parser)


def _add(call: Call) -> Facts:
    given = call.options
    entry = Code(given.code, given.label, given.en or "", valid_from=given.valid_from)
    call.office.write(add_entry, given.name, entry)
    return _told(call, _("“{label}” is added to “{list}”."))


def _change_options(parser: argparse.ArgumentParser) -> None:
    _own_name(parser)
    parser.add_argument("--label", metavar="LABEL", help=_("what it is called, in Chinese"))
    _labels(parser)
    parser.add_argument("--offer-again", action="store_true", help=_("take its retiring back"))


def _change(call: Call) -> Facts:
    given = call.options
    entry = _present(call)
    entry = replace(
        entry,
        zh=entry.zh if given.label is None else given.label,
        en=entry.en if given.en is None else given.en,
        valid_from=given.valid_from or entry.valid_from,
        valid_until=None if given.offer_again else entry.valid_until,
    )
    call.office.write(change_entry, given.name, entry)
    return _told(call, _("“{label}” in “{list}” is changed."))


def _retire_options(parser: argparse.ArgumentParser) -> None:
    _own_name(parser)
    parser.add_argument("--on", metavar="DAY", type=day, help=_("first day without it, else today"))


def _retire(call: Call) -> Facts:
    given = call.options
    until = given.on or today(call.clock)
    call.office.write(retire_entry, given.name, given.code, until)
    return _told(call, _("“{label}” in “{list}” is retired; what was recorded stays readable."))


def _present(call: Call) -> Code:
    name: ListName = call.options.name
    for listed in call.office.read(entries, name):
        if listed.entry.code == call.options.code:
            return listed.entry
    raise CodeUnknown(name, call.options.code)


def _told(call: Call, said: str) -> Facts:
    name, entry = call.options.name, _present(call)
    values = {field: getattr(entry, field) for field in ("code", "zh", "en")}
    days = {
        field: day_text(getattr(entry, field)) or None for field in ("valid_from", "valid_until")
    }
    words = said.format(label=entry.zh, list=list_label(name))
    return Facts({"list": name} | values | days, [words])


def _lists() -> str:
    return _(", ").join(f"{name} {list_label(name)}" for name in NAMES)


VERBS = (
    Verb(("codes", "list"), N_("show the entries of a list"), _list, _list_options),
    Verb(("codes", "add"), N_("add an own entry to a list"), _add, _add_options),
    Verb(("codes", "change"), N_("give an entry another name"), _change, _change_options),
    Verb(("codes", "retire"), N_("offer an entry no longer"), _retire, _retire_options),
)
