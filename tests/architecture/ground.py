"""The ground the rules stand on: where the project lies and which files belong to it."""

import ast
import importlib.machinery
import importlib.util
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def _ignored() -> tuple[str, ...]:
    """The names that .gitignore leaves out; it holds plain names only."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.rstrip("/") for line in lines if line and not line.startswith("#")))


@cache
def files() -> tuple[str, ...]:
    """Every file of the project, relative to its root. Needs no git: a bare machine has none."""
    left_out = _ignored()
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not any(fnmatch(name, it) for it in left_out)]
        here = Path(folder).relative_to(ROOT)
        found += [
            (here / name).as_posix()
            for name in names
            if not any(fnmatch(name, it) for it in left_out)
        ]
    return tuple(sorted(found))


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Name and text of each Python file in these folders of the project."""
    for name in files():
        if name.endswith(".py") and name.startswith(tuple(f"{folder}/" for folder in folders)):
            yield name, (ROOT / name).read_text(encoding="utf-8")


def no_fault(faults: Iterable[str]) -> None:
    """Fail with every fault on a line of its own."""
    found = list(faults)
    assert not found, "\n".join(("", *found))


@cache
def parsed(source: str) -> ast.Module:
    """The syntax tree of a source text; every rule reads the same one."""
    return ast.parse(source)


@cache
def script(name: str) -> ModuleType:
    """A script of the project that is no module of the program, loaded under its own name."""
    loader = importlib.machinery.SourceFileLoader(Path(name).stem, str(ROOT / name))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module
