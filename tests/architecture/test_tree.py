"""The project's folder holds what it should and nothing of one machine."""

import pytest

from tests.architecture.ground import ROOT, files, no_fault
from tests.architecture.tree import of_one_machine, stranger, too_big

TEXTS = (".py", ".md", ".toml", ".lock", ".cmd", ".po", ".json", ".csv", ".svg", ".svgz", ".html")


def _texts():
    for name in files():
        if name.endswith(TEXTS) or "." not in name.rpartition("/")[2] or name.startswith(".ci/"):
            yield name, (ROOT / name).read_text(encoding="utf-8", errors="replace")


def test_the_top_level_holds_only_known_names():
    no_fault(fault for name in files() for fault in stranger(name))


def test_no_file_is_bigger_than_one_megabyte():
    no_fault(f for name in files() for f in too_big(name, (ROOT / name).stat().st_size))


def test_no_file_names_a_machine_or_a_registry():
    no_fault(fault for name, text in _texts() for fault in of_one_machine(name, text))


@pytest.mark.parametrize("name", ["notes.txt", "scratch/a.py", "setup.py"])
def test_a_stranger_at_the_top_is_named(name):
    assert list(stranger(name)) == [name]


def test_a_big_file_is_named():
    assert list(too_big("docs/a.png", 1_000_001)) == ["docs/a.png: 1000001 bytes"]
    assert not list(too_big("docs/a.png", 1_000_000))


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "home/li/station",
        "cd '/" + "work/main'",
        "out = /" + "tmp/a.pdf",
        "https://files.python" + "hosted.org/x.whl",
        "deb http://deb.deb" + "ian.org/debian",
        "--index-url https://py" + "pi.org/simple",
        "file:/" + "//srv/wheels",
    ],
)
def test_what_belongs_to_one_machine_is_named(line):
    assert len(list(of_one_machine("README.md", f"a\n{line}\n"))) == 1


@pytest.mark.parametrize(
    "line", ["/usr/share/fonts/truetype", "resources/root/x", "a/tmp/b", "~/work/x", "/media/usb/x"]
)
def test_paths_that_every_machine_has_are_let_go(line):
    assert list(of_one_machine("README.md", line)) == []
