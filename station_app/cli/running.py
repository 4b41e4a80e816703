"""From the words typed to the exit code."""

import gc
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence

from station_app import i18n
from station_app.cli.answers import DONE, REFUSED, Answer
from station_app.cli.areas import verbs_for
from station_app.cli.parser import folder_and_words, parser, wanted_language
from station_app.cli.progress import stoppable
from station_app.cli.verbs import Call, Surroundings, Verb
from station_app.errors import StationError
from station_app.places import places
from station_app.wording import sentence


def run(arguments: Sequence[str], surroundings: Surroundings) -> int:
    """Do what the command line says; returns the exit code. Without a verb the window opens."""
    language = wanted_language(arguments)
    i18n.use(language or i18n.LANGUAGES[0])
    try:
        named, words = folder_and_words(arguments)
        folder = places(named)
        if words:
            surroundings.speak_codes(folder)
        options = parser(*verbs_for(words)).parse_args(arguments)
    except SystemExit as left:
        return int(left.code or DONE)
    verb: Verb | None = options.verb
    if verb is None:
        return surroundings.open_window(folder)
    as_json = getattr(options, "json", False)
    _speak(as_json)
    gc.enable()
    with stoppable() as task:
        call = Call(options, folder, surroundings, task)
        try:
            answer = verb.run(call)
        except StationError as refused:
            return _refuse(refused, as_json)
        finally:
            call.close()
    code = _tell(answer, as_json)
    return code or verb.afterwards(call)


def _speak(as_json: bool) -> None:
    """JSON is UTF-8 everywhere; text is what the terminal takes, with signs it lacks spelt."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = "utf-8" if as_json else None
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _tell(answer: Answer, as_json: bool) -> int:
    lines = iter([_json(answer.facts())]) if as_json else answer.lines()
    _print_all(lines)
    if refused := answer.refusal():
        print(refused, file=sys.stderr)
        return REFUSED
    return DONE


def _refuse(refused: StationError, as_json: bool) -> int:
    said = sentence(refused)
    if as_json:
        print(_json({"error": {"code": refused.code, "message": said}}))
    print(said, file=sys.stderr)
    return REFUSED


def _print_all(lines: Iterator[str]) -> None:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the list has seen enough. Python would complain once more at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _json(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=1)
