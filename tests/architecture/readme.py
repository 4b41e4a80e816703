"""The commands that a document shows, as a reader would type them."""

import re
import shlex
from collections.abc import Iterator

from tests.architecture.ground import script

BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
WINDOW_MARK = "# opens a window"
BARE = ("./station", "./station test")

launcher = script("station")


def typed(text: str) -> Iterator[str]:
    """Each line that a reader types, from all console blocks in order.

    In a block with prompts only the lines behind `$ ` are typed; the others are answers. A line
    that ends in a backslash goes on.
    """
    for block in BLOCK.findall(text):
        lines = block.replace("\\\n", " ").splitlines()
        prompted = [line[2:] for line in lines if line.startswith("$ ")]
        yield from (line.strip() for line in prompted or lines if line.strip())


def arguments(line: str) -> list[str]:
    """The arguments behind `./station`."""
    return shlex.split(line, comments=True)[1:]


def opens_a_window(line: str) -> bool:
    """Whether the launcher itself would bring a window's libraries for this line."""
    return set(launcher.WINDOW) <= set(launcher.libraries(arguments(line)))


def runnable(text: str) -> Iterator[str]:
    """The lines to run: those of the launcher that open no window, and the folders they need."""
    for line in typed(text):
        bare = shlex.join(shlex.split(line, comments=True)) in BARE
        ours = line.startswith("./station") and not bare
        if (ours or line.startswith("mkdir ")) and WINDOW_MARK not in line:
            yield line


def wrongly_skipped(text: str) -> Iterator[str]:
    """Lines that are marked as opening a window and open none: nobody would ever try them."""
    for line in typed(text):
        if WINDOW_MARK in line and not opens_a_window(line):
            yield line
