"""The present language and look, set on the running application in one step."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from station_app import i18n
from station_app.ui import theme
from station_app.ui.preferences import Preferences

_NAME = "qtbase"


def dress(preferences: Preferences) -> None:
    """Speak the preferred language, ours and Qt's, and put on the preferred look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    i18n.use(preferences.language)
    QLocale.setDefault(QLocale(preferences.language))
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"{_NAME}_{preferences.language}", folder):
        app.installTranslator(words)
    theme.apply(app, palette=preferences.palette, scale=preferences.scale)
