"""Which module knows which verbs.

Why they are imported by name: a window starts without any of them, and a list of volunteers
without the press that prints certificates.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Final

from station_app.cli.verbs import Verb

HOMES: Final = {
    "setup": ("station",),
    "station": ("station",),
    "volunteers": ("people", "consents", "privacy", "imports", "papers"),
    "teams": ("teams",),
    "posts": ("posts",),
    "shifts": ("posts",),
    "roster": ("rosters",),
    "attendance": ("attendance", "imports"),
    "sheets": ("sheets",),
    "hours": ("attendance", "hours", "months"),
    "certificates": ("certificates",),
    "bundle": ("exchange",),
    "imports": ("import_runs",),
    "journal": ("journal",),
    "settings": ("settings", "hour_rules"),
    "codes": ("codes",),
    "demo": ("demo",),
    "screenshots": ("demo",),
    "bench": ("demo",),
}


def verbs_for(words: Sequence[str]) -> tuple[list[Verb], dict[str, str]]:
    """The verbs that begin with the first of these words, or all, and what each group is about.

    No words ask for no verb; a word that begins none asks for all, to be told them.
    """
    if not words:
        return [], {}
    names = HOMES.get(words[0]) or dict.fromkeys(name for home in HOMES.values() for name in home)
    modules = [import_module(f"{__package__}.{name}") for name in names]
    verbs: list[Verb] = [verb for module in modules for verb in module.VERBS]
    groups: dict[str, str] = {}
    for module in modules:
        groups |= module.GROUPS
    if words[0] in HOMES:
        verbs = [verb for verb in verbs if verb.words[0] == words[0]]
    return verbs, groups
