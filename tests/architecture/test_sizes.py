"""Files and functions stay small."""

import pytest

from tests.architecture.ground import ROOT, modules, no_fault
from tests.architecture.sizes import MIGRATIONS, long_file, long_functions

SOURCES = [
    *modules("station_app", "tests", "packaging"),
    ("station", (ROOT / "station").read_text(encoding="utf-8")),
]


def _function(lines: int) -> str:
    return "def f():\n" + "    pass\n" * (lines - 1)


def test_no_file_is_longer_than_400_lines():
    no_fault(fault for module in SOURCES for fault in long_file(*module))


def test_no_function_is_longer_than_40_lines():
    no_fault(fault for module in SOURCES for fault in long_functions(*module))


@pytest.mark.parametrize(("lines", "faults"), [(400, 0), (401, 1)])
def test_the_file_rule_bites_at_line_401(lines, faults):
    assert len(list(long_file("station_app/a.py", "pass\n" * lines))) == faults


def test_the_file_rule_spares_migrations():
    assert not list(long_file(f"{MIGRATIONS}0001_first.py", "pass\n" * 900))


@pytest.mark.parametrize(("lines", "faults"), [(40, 0), (41, 1)])
def test_the_function_rule_bites_at_line_41(lines, faults):
    assert len(list(long_functions("station_app/a.py", _function(lines)))) == faults


def test_the_function_rule_sees_methods():
    source = "class A:\n" + "".join(f"    {line}\n" for line in _function(41).splitlines())
    assert list(long_functions("a.py", source)) == ["a.py:2: f has 41 lines"]
