"""What every test of the window has: a dressed application, a desk on a real office."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from station_app.data.unit import Office
from station_app.domain.names import syllables
from station_app.places import Places
from station_app.ui.desk import Desk
from station_app.ui.preferences import PreferenceFile, Preferences
from station_app.ui.start import application


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The class pytest-qt makes its application from."""
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def _settled() -> None:
    """What is loaded by now is not looked through again after every test.

    The readings of Chinese are two hundred thousand lists, and would come with the first name.
    """
    syllables("李梅")
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    """Widgets are taken down on the screen's thread, as in the program itself.

    What still stands after a test is not looked through again after each later one.
    """
    gc.disable()
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    gc.collect()
    gc.freeze()


@pytest.fixture
def preferences(qapp: QApplication, places: Places) -> PreferenceFile:
    """Preferences of the test's own, as on a new desk, and the look that goes with them."""
    kept = PreferenceFile(places.preferences)
    assert kept.now == Preferences()
    application(kept)
    return kept


@pytest.fixture
def desk(office: Office, places: Places, preferences: PreferenceFile) -> Iterator[Desk]:
    """A desk whose threads have ended when the test has."""
    made = Desk(office, places, preferences)
    yield made
    made.close()
