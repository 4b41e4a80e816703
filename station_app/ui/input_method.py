"""Chinese typing under fcitx5.

Why: the Qt we ship brings the plug-in for ibus alone. fcitx5 answers to ibus as well, but only
through the desktop portal; so where the desk's own setting names fcitx, Qt is pointed that way.
fcitx4 knows no portal and stays a known limit. `STATION_KEEP_IM=1` leaves everything as it is.
"""

from collections.abc import Mapping
from typing import Final

KEEP: Final = "STATION_KEEP_IM"


def adjusted(environment: Mapping[str, str]) -> dict[str, str]:
    """What to set in the environment before the application starts, if anything."""
    asked = environment.get("QT_IM_MODULE", "") + environment.get("XMODIFIERS", "")
    if environment.get(KEEP) or "fcitx" not in asked:
        return {}
    return {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
