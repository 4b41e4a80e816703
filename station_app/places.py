"""Where things lie on disk: the station's own folder, and what ships with the program."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of one station's data and the names inside it."""

    data: Path

    @property
    def database(self) -> Path:
        """The one file that holds the books."""
        return self.data / "station.db"

    @property
    def backups(self) -> Path:
        """Copies made before anything that could hurt the database."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Rotating program logs, without personal data."""
        return self.data / "logs"

    @property
    def temporary(self) -> Path:
        """Files being built; cleaned at every start."""
        return self.data / "temporary"

    @property
    def lock(self) -> Path:
        """Held by the one window that has this folder open."""
        return self.data / "window.lock"

    @property
    def preferences(self) -> Path:
        """How this desk likes its screen: language, palette, type size."""
        return self.data / "preferences.json"


def places(data: Path | None = None) -> Places:
    """The data folder: the argument, else STATION_DATA, else the user's own data directory."""
    if data is None and (named := os.environ.get("STATION_DATA")):
        data = Path(named)
    return Places((data or platformdirs.user_data_path("practice-station", False)).absolute())


def resource(name: str) -> Path:
    """A file that ships with the program, in a checkout or in a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources" / name
