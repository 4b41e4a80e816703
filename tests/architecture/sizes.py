"""Sizes that keep a file on a screen or two and a function in one look."""

import ast
from collections.abc import Iterator

from tests.architecture.ground import parsed

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MIGRATIONS = "station_app/data/migrations/versions/"


def long_file(name: str, source: str) -> Iterator[str]:
    """The file if it is longer than 400 lines; a migration is a record and may be any length."""
    lines = len(source.splitlines())
    if lines > LONGEST_FILE and not name.startswith(MIGRATIONS):
        yield f"{name}: {lines} lines"


def long_functions(name: str, source: str) -> Iterator[str]:
    """Functions of more than 40 lines, signature and docstring counted."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines"
