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


def _promised(tree: ast.Module) -> set[str]:
    """The methods that a Protocol of the module explains; who keeps it need not say it again."""
    protocols = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)
    )
    return {
        method.name
        for protocol in protocols
        for method in protocol.body
        if isinstance(method, ast.FunctionDef) and ast.get_docstring(method)
    }


def undocumented(name: str, source: str) -> Iterator[str]:
    """Public functions, classes and methods without a docstring."""
    tree = parsed(source)
    promised = _promised(tree)
    for node, in_class in _public(tree, in_class=False):
        told_elsewhere = in_class and (node.name in promised or _overrides_qt(name, node))
        if not ast.get_docstring(node) and not told_elsewhere:
            yield f"{name}:{node.lineno}: {node.name}"


def _public(holder: ast.AST, in_class: bool) -> Iterator[tuple[Definition, bool]]:
    """The public definitions of a module and its classes, each with whether a class holds it."""
    for node in ast.iter_child_nodes(holder):
        if isinstance(node, ast.If | ast.Try):
            yield from _public(node, in_class)
        elif isinstance(node, Definition) and not node.name.startswith("_") and not _spared(node):
            yield node, in_class
            if isinstance(node, ast.ClassDef):
                yield from _public(node, in_class=True)
