"""Up and down again: start, refusals at the door, typing, pictures of every page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from station_app import i18n
from station_app.data.lock import OpenElsewhere
from station_app.data.unit import Office
from station_app.places import Places
from station_app.ui import input_method
from station_app.ui.main_window import MainWindow
from station_app.ui.pages import PAGES
from station_app.ui.preferences import PreferenceFile
from station_app.ui.screens import grab_pages
from station_app.ui.start import run_window
from station_app.ui.widgets import DialogFrame
from station_app.wording import sentence


def windows(kind: type[MainWindow] | type[DialogFrame]) -> list[MainWindow | DialogFrame]:
    """The windows of a kind that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


def test_a_day_at_the_window_begins_and_ends(
    office: Office, places: Places, preferences: PreferenceFile
) -> None:
    seen: list[bool] = []

    def close() -> None:
        window = windows(MainWindow)[0]
        seen.append(window.isVisible())
        window.close()

    QTimer.singleShot(0, close)
    assert run_window(lambda: office, places) == 0
    assert seen == [True]


def test_a_door_that_stays_shut_says_why(places: Places, preferences: PreferenceFile) -> None:
    error = OpenElsewhere(places.data)
    told: list[str] = []

    def refuse() -> Office:
        raise error

    def read() -> None:
        dialog = windows(DialogFrame)[0]
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.close()

    QTimer.singleShot(0, read)
    assert run_window(refuse, places) == 1
    assert sentence(error) in told


def test_every_page_is_written_in_both_languages(
    office: Office, places: Places, preferences: PreferenceFile, tmp_path: Path
) -> None:
    preferences.change(language="en")
    i18n.use("en")
    written = grab_pages(office, places, tmp_path / "out")
    assert len(written) == 2 * len(PAGES)
    assert {path.name.rsplit("-", 2)[0] for path in written} == {"zh_CN", "en"}
    assert all(
        (QImage(str(path)).width(), QImage(str(path)).height()) == (1366, 768) for path in written
    )
    assert i18n.language() == "en"
    assert PreferenceFile(places.preferences).now == preferences.now


@pytest.mark.parametrize(
    "environment",
    [{"QT_IM_MODULE": "fcitx"}, {"XMODIFIERS": "@im=fcitx5"}, {"QT_IM_MODULE": "fcitx5"}],
)
def test_a_desk_with_fcitx_types_through_the_portal(environment: dict[str, str]) -> None:
    assert input_method.adjusted(environment) == {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    "environment",
    [{}, {"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "fcitx", input_method.KEEP: "1"}],
)
def test_any_other_desk_types_as_it_is_set_up(environment: dict[str, str]) -> None:
    assert input_method.adjusted(environment) == {}


def test_signals_without_number_do_not_use_up_what_never_dies() -> None:
    many = (
        "import station_app.ui\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n"
        "    rung = Signal()\n"
        "bell = Bell()\n"
        "for _ in range(200_000):\n"
        "    bell.rung.emit()\n"
        "    bell.parent()\n"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", many],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        timeout=60,
    )
    assert ended.returncode == 0
