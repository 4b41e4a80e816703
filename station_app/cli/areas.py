"""Which module knows which verbs.

Why they are imported by name: a window starts without any of them, and a list of volunteers
without the press that prints certificates.
"""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Final

HOMES: Final = {
    "setup": ("station",),
    "station": ("station",),
    "volunteers": ("people", "imports"),
    "posts": ("posts",),
    "shifts": ("posts",),
    "attendance": ("attendance", "imports"),
    "hours": ("attendance",),
    "certificates": ("certificates",),
    "bundle": ("exchange",),
    "journal": ("journal",),
    "demo": ("demo",),
    "screenshots": ("demo",),
    "bench": ("demo",),
}


def areas(words: Sequence[str]) -> list[ModuleType]:
    """The modules behind the first of these words; all of them where it is no verb."""
    every = dict.fromkeys(name for names in HOMES.values() for name in names)
    wanted = HOMES.get(words[0], tuple(every)) if words else ()
    return [import_module(f"{__package__}.{name}") for name in wanted]
