"""The parts that the program stands on: declared, locked and hashed, and no others."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from tests.architecture.ground import ROOT, parsed

OWN = frozenset({"station_app", "tests"})


def plain(name: str) -> str:
    """A distribution's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(extra: str | None = None) -> set[str]:
    """The distributions that pyproject.toml asks for, with those of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    return {plain(re.split(r"[\s<>=!~;\[]", line)[0]) for line in lines}


def locked(text: str) -> dict[str, str]:
    """Name and version of each part in a lock."""
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, flags=re.MULTILINE))


def unhashed(text: str) -> Iterator[str]:
    """Parts of a lock that carry no SHA-256."""
    for block in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        if "==" in block and not re.search(r"--hash=sha256:[0-9a-f]{64}", block):
            yield block.partition("==")[0]


def undeclared(
    name: str, source: str, known: set[str], homes: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Imports of distributions that are not declared, and so came in by accident."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Import):
            taken = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            taken = [node.module]
        else:
            continue
        for module in {dotted.partition(".")[0] for dotted in taken}:
            if module in OWN or module in sys.stdlib_module_names:
                continue
            if not {plain(home) for home in homes.get(module, ())} & known:
                yield f"{name}:{node.lineno}: {module}"
