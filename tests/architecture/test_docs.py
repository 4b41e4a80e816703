"""Every public name has its line of purpose."""

import pytest

from tests.architecture.docs import undocumented
from tests.architecture.ground import modules, no_fault

KEEPER = """
class Disk(Protocol):
    '''One call each.'''
    def sync(self): '''Bring the bytes to the medium.'''
class SystemDisk:
    '''The real one.'''
    def sync(self): pass
"""
UI = "station_app/ui/tables/model.py"


def test_every_public_name_says_what_it_is_for():
    no_fault(fault for module in modules("station_app") for fault in undocumented(*module))


@pytest.mark.parametrize(
    ("name", "source", "missing"),
    [
        ("a.py", "def check_in(): pass", "check_in"),
        ("a.py", "class Stay: pass", "Stay"),
        ("a.py", "class Stay:\n    '''One stay.'''\n    def length(self): pass", "length"),
        ("a.py", "class Stay:\n    '''One stay.'''\n    def rowCount(self): pass", "rowCount"),
        ("a.py", "if x:\n    def check_in(): pass", "check_in"),
        (UI, "class Model:\n    '''Rows.'''\n    def show_rows(self): pass", "show_rows"),
        (UI, "def paint(): pass", "paint"),
    ],
)
def test_the_rule_bites(name, source, missing):
    assert [fault.rpartition(" ")[2] for fault in undocumented(name, source)] == [missing]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.py", "def _inner(): pass\nclass _Row:\n    def open(self): pass"),
        ("a.py", "class Stay:\n    '''One stay.'''\n    def __len__(self): pass"),
        ("a.py", KEEPER),
        ("a.py", "def f():\n    '''Do.'''\n    def inner(): pass"),
        ("a.py", "class A:\n    '''A.'''\n    @name.setter\n    def name(self, to): pass"),
        (
            UI,
            "class Model:\n    '''Rows.'''\n    def rowCount(self): pass\n    def data(self): pass",
        ),
    ],
)
def test_the_rule_lets_go(name, source):
    assert list(undocumented(name, source)) == []
