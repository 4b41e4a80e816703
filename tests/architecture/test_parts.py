"""What the program imports is declared, and what is declared is locked with its hashes."""

from importlib.metadata import packages_distributions

import pytest

from tests.architecture.ground import ROOT, modules, no_fault
from tests.architecture.parts import declared, locked, plain, undeclared, unhashed

RUN = (ROOT / "packaging/requirements.lock").read_text(encoding="utf-8")
TEST = (ROOT / "packaging/requirements-test.lock").read_text(encoding="utf-8")
HOMES = packages_distributions()


def test_the_program_imports_only_what_it_declares():
    known = declared()
    no_fault(f for module in modules("station_app") for f in undeclared(*module, known, HOMES))


def test_tests_and_tools_import_only_what_is_declared_for_them():
    known = declared("test")
    found = modules("tests", "packaging")
    no_fault(fault for module in found for fault in undeclared(*module, known, HOMES))


def test_the_locks_hold_every_declared_part():
    assert declared() <= {plain(name) for name in locked(RUN)}
    assert declared("test") <= {plain(name) for name in locked(TEST)}


def test_what_is_tested_is_what_runs():
    assert locked(RUN).items() <= locked(TEST).items()


@pytest.mark.parametrize("lock", [RUN, TEST], ids=["run", "test"])
def test_every_locked_part_is_hashed(lock):
    assert list(unhashed(lock)) == []


def test_a_part_without_a_hash_is_named():
    lock = f"a==1 \\\n    --hash=sha256:{'0' * 64}\n    # via x\nb==2\n    # via a\n"
    assert list(unhashed(lock)) == ["b"]
    assert locked(lock) == {"a": "1", "b": "2"}


@pytest.mark.parametrize("line", ["import numpy", "from numpy.linalg import norm"])
def test_an_undeclared_import_is_named(line):
    homes = {"numpy": ["numpy"]}
    assert list(undeclared("a.py", line, {"segno"}, homes)) == ["a.py:1: numpy"]


def test_a_declared_import_is_let_go_whatever_its_module_is_called():
    source = "import json\nfrom . import near\nfrom dateutil.rrule import rrule\n"
    assert not list(
        undeclared("a.py", source, {"python-dateutil"}, {"dateutil": ["python_dateutil"]})
    )
