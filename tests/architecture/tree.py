"""What lies in the project: known names at the top, nothing big, nothing of one machine."""

import re
from collections.abc import Iterator

LARGEST = 1_000_000
TOP = frozenset(
    ".ci .gitattributes .gitignore CHANGELOG.md LICENSE README.md docs packaging pyproject.toml "
    "resources station station_app tests".split()
)
OWN_PATH = re.compile(
    r"(?<![\w.<~/])/(?:home|work|root|tmp|Users|opt)/[\w.]|[A-Z]:\\Users\\|file:/{2}"
)
HOST = re.compile(
    r"\b(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|debian\.org|ubuntu\.com|npmjs\.(?:org|com)|"
    r"tsinghua\.edu\.cn|aliyun\.com|ustc\.edu\.cn|huaweicloud\.com)\b"
)


def stranger(name: str) -> Iterator[str]:
    """A file whose first folder, or whose own name at the top, is not one of the known."""
    if name.partition("/")[0] not in TOP:
        yield name


def too_big(name: str, size: int) -> Iterator[str]:
    """A file of more than 1 MB: clones stay small, and pictures are made by the program."""
    if size > LARGEST:
        yield f"{name}: {size} bytes"


def of_one_machine(name: str, text: str) -> Iterator[str]:
    """A path of somebody's machine, or a package registry: pip and apt know their own."""
    for number, line in enumerate(text.splitlines(), start=1):
        if OWN_PATH.search(line) or HOST.search(line):
            yield f"{name}:{number}: {line.strip()[:80]}"
