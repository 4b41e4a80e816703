"""A roster of 10,000 volunteers as .xlsx, from the shell's prompt back to the prompt."""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.architecture.ground import ROOT
from tests.bench.rosters import write_roster

MOST_SECONDS, MOST_MEGABYTES = 20.0, 400.0


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if every bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="bench imports", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="of the roster (default 10,000)")
    count = parser.parse_args(arguments).rows
    with tempfile.TemporaryDirectory() as folder:
        roster = Path(folder) / "roster.xlsx"
        write_roster(roster, count)
        data = str(Path(folder) / "data")
        _verb(
            "--data", data, "setup", "--name", "演示", "--code", "YS01", "--recording-unit", "演示"
        )
        begun = time.perf_counter()
        said = _verb("--data", data, "volunteers", "import", str(roster))
        seconds = time.perf_counter() - begun
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"a roster of {count} rows: {said}")
    print(f"  {seconds:.1f} s (less than {MOST_SECONDS:g})")
    print(f"  {megabytes:.0f} MB at most (less than {MOST_MEGABYTES:g})")
    kept = seconds < MOST_SECONDS and megabytes < MOST_MEGABYTES
    print("  every bound is kept" if kept else "  A BOUND IS BROKEN")
    return 0 if kept else 1


def _verb(*words: str) -> str:
    """Do a verb as a person would, in a program of its own; its first line."""
    done = subprocess.run(
        [sys.executable, "-m", "station_app", *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()[0]
