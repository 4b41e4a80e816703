"""What a reader is told: every public name of the program says what it is for."""

import ast
from collections.abc import Iterator

from tests.architecture.ground import parsed

QT_FOLDER = "station_app/ui/"
LOWER_CASE_QT = {
    "accept",
    "data",
    "done",
    "event",
    "flags",
    "index",
    "match",
    "open",
    "paint",
    "parent",
    "reject",
    "run",
    "show",
    "sort",
    "span",
}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _overrides_qt(name: str, node: Definition) -> bool:
    """Qt's own method names: camel case, which is never ours, or one of the few lower-case ones."""
    if isinstance(node, ast.ClassDef) or not name.startswith(QT_FOLDER):
        return False
    return node.name != node.name.lower() or node.name in LOWER_CASE_QT


def _spared(node: Definition) -> bool:
    """Overloads and setters: the name is told where it is first defined."""
    told = ("overload", "override", "setter")
    return any(ast.unparse(it).rpartition(".")[2] in told for it in node.decorator_list)


def undocumented(name: str, source: str) -> Iterator[str]:
    """Public functions, classes and methods without a docstring."""
    yield from _undocumented(name, parsed(source), in_class=False)


def _undocumented(name: str, holder: ast.AST, in_class: bool) -> Iterator[str]:
    for node in ast.iter_child_nodes(holder):
        if isinstance(node, ast.If | ast.Try):
            yield from _undocumented(name, node, in_class)
        if not isinstance(node, Definition) or node.name.startswith("_") or _spared(node):
            continue
        if not ast.get_docstring(node) and not (in_class and _overrides_qt(name, node)):
            yield f"{name}:{node.lineno}: {node.name}"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(name, node, in_class=True)
