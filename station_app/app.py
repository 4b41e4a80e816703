"""The composition root: the one place that sees everything and puts it together."""

import getpass
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from logging.handlers import RotatingFileHandler
from pathlib import Path

from station_app import cli
from station_app.clock import Clock, SystemClock
from station_app.data.lock import held
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.i18n import _
from station_app.places import Places
from station_app.services.code_lists import follow, speak_at
from station_app.services.files import FileUnwritable
from station_app.services.register import settle_interrupted
from station_app.services.stations import station_if_set_up

LOG_BYTES, LOG_FILES = 1_000_000, 5
INTERRUPTED = 130
_PRIVATE = re.compile(
    r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|0\d{2,3}-\d{7,8}|[A-Z]{1,3}\d{7,12})"
    r"(?![0-9A-Za-z])"
)
_log = logging.getLogger(__name__)


class DiscreetFormatter(logging.Formatter):
    """Log lines, tracebacks included, without telephone and document numbers."""

    def format(self, record: logging.LogRecord) -> str:
        """The line with every such number replaced."""
        return _PRIVATE.sub("[hidden]", super().format(record))


class Program:
    """What the verbs get from above; see `station_app.cli.Surroundings`."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def speak_codes(self, places: Places) -> None:
        """Speak the labels of a folder's books before the options of a verb are read."""
        speak_at(places.database)

    def open_books(self, places: Places, clock: Clock) -> Office:
        """The books of a folder, signed by the clerk of the station, else by the login name."""
        office = open_office(places, clock, actor=_login_name())
        keep_log(places)
        try:
            card = office.read(station_if_set_up)
            office.actor = card.clerk if card and card.clerk else office.actor
            settle_interrupted(office)
            follow(office)
        except BaseException:
            office.close()
            raise
        return office

    def open_window(self, places: Places) -> int:
        """Show the window; it holds the folder's lock until it is closed."""
        if not _has_screen():
            sys.stderr.write(
                _(
                    "There is no screen here for the window. The same work is done by verbs, such "
                    "as ./station volunteers list; ./station --help names them all."
                )
                + "\n"
            )
            return 1
        from station_app.ui.start import run_window

        with ExitStack() as until_closed:

            def open_alone() -> Office:
                until_closed.enter_context(held(places.lock, wait=False))
                return self.open_books(places, self.clock)

            return run_window(open_alone, places)

    def take_screenshots(self, office: Office, places: Places, out: Path) -> Sequence[Path]:
        """A picture of every page in every language; raises FileUnwritable."""
        from station_app.ui.screens import grab_pages

        try:
            return grab_pages(office, places, out)
        except OSError as error:
            raise FileUnwritable(out, error.strerror or str(error)) from error


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line, or the window where there is no verb; returns the exit code."""
    logging.getLogger().addHandler(logging.NullHandler())
    threading.excepthook = lambda failed: _tell_bug(failed.exc_value)
    arguments = sys.argv[1:] if argv is None else argv
    try:
        return cli.run(arguments, Program(SystemClock()))
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception as error:
        _tell_bug(error)
        return 1
    finally:
        end_log()


def keep_log(places: Places) -> None:
    """Write the program's log into the data folder; where that fails, do without."""
    if _log_file() is not None:
        return
    try:
        places.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            places.logs / "station.log",
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES,
            encoding="utf-8",
        )
    except OSError:
        return
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def end_log() -> None:
    """Close the log file."""
    if (handler := _log_file()) is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _log_file() -> RotatingFileHandler | None:
    handlers = logging.getLogger().handlers
    return next((one for one in handlers if isinstance(one, RotatingFileHandler)), None)


def _has_screen() -> bool:
    """Whether a window can be seen, or the platform was chosen on purpose."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


def _tell_bug(error: BaseException | None) -> None:
    """Say in one sentence that the program is at fault; where there is no log, say all."""
    handler = _log_file()
    if handler is None:
        traceback.print_exception(error)
        return
    _log.critical("unforeseen", exc_info=error)
    said = _(
        "Something went wrong in the program; nothing was saved by halves. Details are in {file}."
    )
    sys.stderr.write(said.format(file=handler.baseFilename) + "\n")
