"""The same desk without a window: verbs, thin over the use cases.

Every verb answers once, in text or as one JSON object; the exit code is 0 when it is done, 1 when
it was refused (one sentence on stderr says why), 2 when the command line was not understood.
"""

from station_app.cli.running import run
from station_app.cli.verbs import Surroundings

__all__ = ["Surroundings", "run"]
