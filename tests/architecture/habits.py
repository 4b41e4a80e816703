"""Habits the program keeps: each rule reads one module and names what breaks it.

A rule is a function of the file's name and text, so that a snippet can show that it bites.
"""

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.ground import parsed

Rule = Callable[[str, str], Iterator[str]]

INSTANTS = {"now", "utcnow", "today", "currentDate", "currentDateTime", "currentTime"}
CLOCKS = {"datetime", "date", "func", "QDate", "QDateTime", "QTime"}
TIME_FUNCTIONS = {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"}
MARKS = {"_": 1, "N_": 1, "ngettext": 2}
SHAPELESS = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "base", "misc"}
WORDY = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "addAction",
    "addItem",
    "addMenu",
    "addRow",
    "addTab",
    "setAccessibleDescription",
    "setAccessibleName",
    "setInformativeText",
    "setLabelText",
    "setPlaceholderText",
    "setStatusTip",
    "setSuffix",
    "setPrefix",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
}
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
LANGUAGE_NAMES = {"中文", "简体中文"}


def _last(node: ast.AST) -> str:
    """The last name of `a.b.c` or `c`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call))


def _at(name: str, node: ast.expr | ast.stmt, what: str) -> str:
    return f"{name}:{node.lineno}: {what}"


def _text(node: ast.AST) -> str:
    """The text of a literal, "" for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def prints(name: str, source: str) -> Iterator[str]:
    """`print(` outside the command line."""
    if not name.startswith("station_app/cli/"):
        for call in _calls(source):
            if isinstance(call.func, ast.Name) and call.func.id == "print":
                yield _at(name, call, "print")


def reads_the_clock(name: str, source: str) -> Iterator[str]:
    """The present instant taken anywhere but in clock.py. Durations (`time.monotonic`) are free."""
    if name == "station_app/clock.py":
        return
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Attribute):
            of = _last(node.value)
            if (node.attr in INSTANTS and of in CLOCKS) or (
                node.attr in TIME_FUNCTIONS and isinstance(node.value, ast.Name) and of == "time"
            ):
                yield _at(name, node, f"{of}.{node.attr}")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            for taken in node.names:
                if taken.name in TIME_FUNCTIONS:
                    yield _at(name, node, f"from time import {taken.name}")


def speaks_sql(name: str, source: str) -> Iterator[str]:
    """A session or a `select(` in the window or the command line."""
    if not name.startswith(("station_app/ui/", "station_app/cli/")):
        return
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Name | ast.Attribute) and _last(node) == "session":
            yield _at(name, node, "session")
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "select":
            yield _at(name, node, "select(")


def styles_itself(name: str, source: str) -> Iterator[str]:
    """A style sheet, a typeface or a colour written outside ui/theme*: the look has one home."""
    if name.startswith("station_app/ui/theme"):
        return
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Attribute) and _last(node.value) == "GlobalColor":
            if node.attr != "transparent":  # which is no colour, but the lack of one
                yield _at(name, node, f"GlobalColor.{node.attr}")
        elif isinstance(node, ast.Call):
            called = _last(node.func)
            literal = any(isinstance(arg, ast.Constant) for arg in node.args)
            if called == "setStyleSheet" or (called in ("QFont", "QColor") and literal):
                yield _at(name, node, called)


def builds_marked_text(name: str, source: str) -> Iterator[str]:
    """A sentence put together inside `_()`: no catalog can hold it."""
    for call in _calls(source):
        count = MARKS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        for arg in call.args[:count]:
            if isinstance(arg, ast.JoinedStr | ast.BinOp) or (
                isinstance(arg, ast.Call) and _last(arg.func) == "format"
            ):
                yield _at(name, call, f"built inside {_last(call.func)}()")


def shows_unmarked_text(name: str, source: str) -> Iterator[str]:
    """Words given to a widget without `_()`: they would stay English."""
    if not name.startswith("station_app/ui/"):
        return
    for call in _calls(source):
        if _last(call.func) in WORDY:
            given = [*call.args, *(word.value for word in call.keywords)]
            pieces = [piece for arg in given for piece in _shown(arg)]
            for text in pieces:
                if re.search(r"[^\W\d_]{2}", text):
                    yield _at(name, call, f"unmarked {text!r}")


def _shown(arg: ast.expr) -> list[str]:
    """The literal pieces of an argument that is a text or an f-string."""
    if isinstance(arg, ast.JoinedStr):
        return [_text(piece) for piece in arg.values]
    return [_text(arg)]


def writes_chinese(name: str, source: str) -> Iterator[str]:
    """Chinese in the code of the window, the command line or the wording, not in the catalog.

    Certificates, the domain and the sample month hold Chinese as data, which is no interface.
    """
    if not name.startswith(("station_app/ui/", "station_app/cli/", "station_app/wording/")):
        return
    spared = LANGUAGE_NAMES | _docstrings(source)
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Constant) and CHINESE.search(_text(node)):
            yield from (_at(name, node, repr(it)) for it in {_text(node)} - spared)


def _docstrings(source: str) -> set[str]:
    holders = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    nodes = (node for node in ast.walk(parsed(source)) if isinstance(node, holders))
    return {ast.get_docstring(node, clean=False) or "" for node in nodes}


def has_a_shapeless_name(name: str, source: str) -> Iterator[str]:
    """A module or folder named for nothing in the field."""
    stems = [part.removesuffix(".py") for part in name.split("/")]
    if any(SHAPELESS & {stem, stem.rpartition("_")[2]} for stem in stems):
        yield name


RULES: tuple[Rule, ...] = (
    prints,
    reads_the_clock,
    speaks_sql,
    styles_itself,
    builds_marked_text,
    shows_unmarked_text,
    writes_chinese,
    has_a_shapeless_name,
)
