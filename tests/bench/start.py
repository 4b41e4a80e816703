"""From the shell's prompt to a window that can be used, with 10,000 volunteers in the books.

Against an empty window of PySide6 with one SQLAlchemy session, both in programs of their own, in
turn. Usable means: shown and painted, and everything the first page asked for has arrived.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.architecture.ground import ROOT
from tests.bench.books import books

MOST_RATIO = 2.5
EMPTY = """
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from PySide6.QtWidgets import QApplication, QMainWindow
engine = create_engine("sqlite://")
with Session(engine) as session:
    session.execute(text("SELECT 1"))
app = QApplication([])
window = QMainWindow()
window.resize(1280, 680)
window.show()
window.grab()
app.processEvents()
print("usable", flush=True)
import os
os._exit(0)
"""
OURS = """
import os, runpy, sys
from PySide6.QtWidgets import QApplication
def until_usable(*_):
    from station_app.ui.main_window import MainWindow
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.desk.settle()
    window.grab()
    print("usable", flush=True)
    os._exit(0)
QApplication.exec = until_usable
sys.argv[1:] = ["--data", sys.argv[1]]
runpy.run_module("station_app", run_name="__main__")
"""


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if the bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="bench start", description=__doc__)
    parser.add_argument("--volunteers", type=int, default=10_000, help="(default 10,000)")
    parser.add_argument("--rounds", type=int, default=9, help="of each (default 9)")
    options = parser.parse_args(arguments)
    data = books(options.volunteers).data
    (data / "checked-on.txt").unlink(missing_ok=True)
    _seconds(EMPTY, data)
    first = _seconds(OURS, data)
    rounds = [(_seconds(EMPTY, data), _seconds(OURS, data)) for _ in range(options.rounds)]
    empty, ours = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"start to a usable window, {options.volunteers} volunteers; median of {options.rounds}")
    print(f"  empty window: {empty:.2f} s; ours: {ours:.2f} s; first start of a day: {first:.2f} s")
    print(f"  {ours / empty:.2f} x (at most {MOST_RATIO:g})")
    kept = ours / empty <= MOST_RATIO
    print("  the bound is kept" if kept else "  THE BOUND IS BROKEN")
    return 0 if kept else 1


def _seconds(program: str, data: Path) -> float:
    """From the start of the program until it says that it is usable."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # a clerk's PC keeps what was compiled once
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(data)], env=surroundings, stdout=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        said = started.stdout.readline()
        seconds = time.perf_counter() - begun
    if said.strip() != b"usable":
        raise RuntimeError(f"did not start: {said!r}")
    return seconds
