"""The command line as argparse reads it, in the present language.

Why argparse's own words are taken over: it looks them up in the catalog of the system's language,
which knows neither our language switch nor Chinese.
"""

import argparse
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

import station_app
from station_app.cli.tables import wrapped
from station_app.cli.verbs import Verb
from station_app.i18n import LANGUAGES, N_, _, ngettext

PROGRAM: Final = "./station"

_SAID: Final = {
    "usage: ": N_("Usage: "),
    "positional arguments": N_("Arguments"),
    "options": N_("Options"),
    "show this help message and exit": N_("show this help"),
    "argument %(argument_name)s: %(message)s": N_("{argument_name}: {message}"),
    "the following arguments are required: %s": N_("missing: {given}"),
    "unrecognized arguments: %s": N_("not known: {given}"),
    "expected one argument": N_("one value is expected"),
    "expected at least one argument": N_("at least one value is expected"),
    "ignored explicit argument %r": N_("takes no value: {quoted}"),
    "not allowed with argument %s": N_("cannot stand together with {given}"),
    "one of the arguments %s is required": N_("one of these is needed: {given}"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_(
        "{value} is not one of these: {choices}"
    ),
    "invalid %(type)s value: %(value)r": N_("cannot be read: {value}"),
}
_HEADING: Final = re.compile(r"^(\S.*):$", re.MULTILINE)
_PERCENT: Final = {"given": "%s", "quoted": "%r", "value": "%(value)r"}


class HelpText(argparse.RawDescriptionHelpFormatter):
    """Help broken by columns instead of characters, so that Chinese fits the terminal."""

    def __init__(self, prog: str) -> None:
        columns = min(shutil.get_terminal_size().columns, 100)
        super().__init__(prog, max_help_position=30, width=columns - 2)

    def format_help(self) -> str:
        """The help, with the colons of the present language behind its headings."""
        return _HEADING.sub(_with_colon, super().format_help())

    def _format_action(self, action: argparse.Action) -> str:
        lines = super()._format_action(action).splitlines(keepends=True)
        is_verbs = isinstance(action, argparse._SubParsersAction)
        return "".join(lines[1:] if is_verbs else lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = (wrapped(line, width - len(indent)) or [""] for line in text.splitlines())
        return "\n".join(indent + line for lines in paragraphs for line in lines)


class Parser(argparse.ArgumentParser):
    """A parser whose options are written in full, and which speaks the present language."""

    def __init__(
        self,
        prog: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: Sequence[argparse.ArgumentParser] = (),
        add_help: bool = True,
    ) -> None:
        vars(argparse).update(_=_said, ngettext=ngettext)
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            parents=parents,
            add_help=add_help,
            formatter_class=HelpText,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, after how it is written; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{message}\n")


def wanted_language(arguments: Sequence[str]) -> str | None:
    """What --lang or STATION_LANG asks for, before anything can be said; None where neither does.

    A language that is none of ours is left to the parser to refuse.
    """
    named = os.environ.get("STATION_LANG", "")
    for index, word in enumerate(arguments):
        if word == "--lang":
            named = "".join(arguments[index + 1 : index + 2])
        elif word.startswith("--lang="):
            named = word.partition("=")[2]
    return named if named in LANGUAGES else None


def folder_and_words(arguments: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The data folder that is named, and the command line without the options every verb takes."""
    shared, rest = _shared_options().parse_known_args(arguments)
    return getattr(shared, "data", None), rest


def parser(verbs: Sequence[Verb], groups: Mapping[str, str]) -> Parser:
    """The command line of these verbs: single ones, and groups about one thing."""
    shared = _shared_options()
    root = Parser(
        prog=PROGRAM,
        description=_("The front desk of a practice point. Without a verb the window opens."),
        epilog=_rules(),
        parents=[shared],
    )
    root.add_argument(
        "--version", action="version", version=station_app.__version__, help=_("show the version")
    )
    root.set_defaults(verb=None)
    below = root.add_subparsers(title=_("Verbs"), metavar=_("VERB"), prog=PROGRAM)
    rooms: dict[str, argparse._SubParsersAction[Parser]] = {}
    for verb in verbs:
        place, word = below, verb.words[-1]
        if len(verb.words) == 2:
            name = verb.words[0]
            if name not in rooms:
                said = _(groups[name])
                room = below.add_parser(name, help=said, description=said)
                rooms[name] = room.add_subparsers(
                    title=_("Verbs"), metavar=_("VERB"), required=True, dest="word"
                )
            place = rooms[name]
        said = _(verb.help)
        own = place.add_parser(word, help=said, description=said, parents=[shared])
        verb.options(own)
        own.set_defaults(verb=verb)
    return root


def _shared_options() -> Parser:
    """Options that may stand before or after the verb."""
    shared = Parser(prog=PROGRAM, add_help=False)
    for name, said in {
        "--data": _("data folder (else STATION_DATA, else the user's own)"),
        "--json": _("answer with one JSON object"),
        "--lang": _("language of the answer (else STATION_LANG, else Chinese)"),
    }.items():
        kind = {
            "--data": {"metavar": "DIR", "type": Path},
            "--json": {"action": "store_true"},
            "--lang": {"choices": LANGUAGES},
        }[name]
        shared.add_argument(name, help=said, default=argparse.SUPPRESS, **kind)  # type: ignore[arg-type]
    return shared


def _rules() -> str:
    """What a script must know."""
    return _(
        "Exit code: 0 done, 1 refused with one sentence on stderr, 2 not understood.\n"
        "A verb over many things is done when at least one of them was, or stands in the books "
        "already; what was refused is listed with row, column and reason.\n"
        "./station test runs all tests, ./station bench NAME one measurement."
    )


def _with_colon(heading: re.Match[str]) -> str:
    return _("{heading}:").format(heading=heading[1])


def _said(message: str) -> str:
    """A word of argparse in the present language; one it has learnt since stays English."""
    ours = _SAID.get(message)
    return _(ours).format_map(_Fields()) if ours else message


class _Fields(dict[str, str]):
    """Named fields as the percent signs that argparse fills in."""

    def __missing__(self, name: str) -> str:
        return _PERCENT.get(name, f"%({name})s")
