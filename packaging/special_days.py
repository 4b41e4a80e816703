#!/usr/bin/env python3
"""Write resources/calendar/special_days.json anew from the `holidays` library.

Run it after the library was updated; a test tells when the file is no longer what it says.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from station_app.domain.calendar import SHIPPED, computed_year  # noqa: E402

YEARS = range(2024, 2031)


def shipped_text() -> str:
    """The file's text: one line a day."""
    years = {
        str(year): [[str(it.day), it.kind, it.name, it.status] for it in computed_year(year)]
        for year in YEARS
    }
    text = json.dumps(years, ensure_ascii=False, separators=(",", ":"))
    return text.replace("[[", "[\n[").replace("],[", "],\n[").replace(']],"', ']],\n"') + "\n"


if __name__ == "__main__":
    (ROOT / "resources" / SHIPPED).write_text(shipped_text(), encoding="utf-8")
