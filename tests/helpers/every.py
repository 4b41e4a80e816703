"""Every class under a root, wherever the program declares it."""

import importlib
import pkgutil
from collections.abc import Iterator

import station_app
from station_app.errors import StationError

_NOT_IMPORTED = tuple(
    f"station_app.{name}" for name in ("ui", "app", "__main__", "data.migrations.")
)


def every_error() -> Iterator[type[StationError]]:
    """All kinds of refusal, after importing every Qt-free module."""
    for module in pkgutil.walk_packages(station_app.__path__, "station_app."):
        if not module.name.startswith(_NOT_IMPORTED):
            importlib.import_module(module.name)
    waiting = [StationError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind is not StationError:
            yield kind
