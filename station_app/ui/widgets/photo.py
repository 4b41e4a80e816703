"""A photograph of a person: chosen, dropped or pasted, cut to the size that is kept."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_app.domain.photos import TALLEST, WIDEST, PhotoUnreadable
from station_app.i18n import _
from station_app.ui.icons import pixmap
from station_app.ui.theme import set_look, tokens
from station_app.ui.widgets.buttons import Button, Kind
from station_app.ui.widgets.choosing import choose_file, dropped_file
from station_app.ui.widgets.showing import show_if

_WIDTH, _HEIGHT = 96, 128
_QUALITY: Final = 85
_WHITE: Final = 0xFFFFFFFF  # what stands behind a transparent picture
_READ_AT_MOST: Final = 2400  # pixels of the longer side: more is thrown away anyway


class PhotoField(QWidget):
    """The bytes of a JPEG that may be kept, or none. `refused(error)` for what is no picture.

    On the picture Space chooses a file, Ctrl+V pastes, Delete removes; a file may be dropped on it.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jpeg = b""
        self._frame = _Frame(self)
        self.choose = Button(_("Choose…"), icon="folder")
        self.paste = Button(_("Paste"))
        self.remove = Button(_("Remove"), Kind.QUIET, icon="delete")
        self.choose.clicked.connect(self.choose_photo)
        self.paste.clicked.connect(self.paste_photo)
        self.remove.clicked.connect(lambda: self.take(b""))
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button in (self.choose, self.paste, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._frame)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setFocusProxy(self._frame)
        self.set_value(b"")

    def value(self) -> bytes:
        """The JPEG; empty where there is none."""
        return self._jpeg

    def set_value(self, jpeg: bytes) -> None:
        """Show this one."""
        self._jpeg = jpeg
        self._frame.show_photo(jpeg)
        show_if(self.remove, bool(jpeg))

    def take(self, jpeg: bytes) -> None:
        """Have this photo from now on."""
        self.set_value(jpeg)
        self.changed.emit()
        if not jpeg:
            self._frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_photo(self) -> None:
        """Ask for a file."""
        kinds = _("Pictures (*.jpg *.jpeg *.png *.bmp *.webp)")
        choose_file(self, _("Choose a photo"), kinds, self.open_file)

    def open_file(self, path: Path) -> None:
        """Take the picture in this file."""
        self._take_image(read_image(path))

    def paste_photo(self) -> None:
        """Take the picture that was copied, or the file that was."""
        copied = QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard)
        urls = copied.urls()
        if urls and urls[0].isLocalFile():
            self.open_file(Path(urls[0].toLocalFile()))
        else:
            self._take_image(QImage(copied.imageData()) if copied.hasImage() else QImage())

    def setAccessibleName(self, name: str) -> None:
        """The picture has the keyboard, so it has the name."""
        self._frame.setAccessibleName(name)

    def _take_image(self, image: QImage) -> None:
        try:
            self.take(portrait_of(image))
        except PhotoUnreadable as error:
            self.refused.emit(error)


class _Frame(QFrame):
    """The picture itself, as large as on a card."""

    def __init__(self, field: PhotoField) -> None:
        super().__init__(field)
        self._field = field
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(tokens().px(_WIDTH) + 6, tokens().px(_HEIGHT) + 6)
        self._picture.setGeometry(self.rect().adjusted(3, 3, -3, -3))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        set_look(self, ground="photo")

    def show_photo(self, jpeg: bytes) -> None:
        """This photo, or the outline of somebody."""
        colours = tokens().colours
        picture = pixmap("person", colours.faint, tokens().px(48))
        if jpeg:
            ratio = self.devicePixelRatioF()
            loaded = QPixmap()
            loaded.loadFromData(jpeg)
            picture = loaded.scaled(
                self._picture.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
        self.setAccessibleDescription(_("There is a photo.") if jpeg else _("There is no photo."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, Ctrl+V pastes, Delete removes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._field.paste_photo()
        elif event.key() == Qt.Key.Key_Space:
            self._field.choose_photo()
        elif event.key() in _REMOVE and self._field.value():
            self._field.take(b"")
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self._field.choose_photo()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture or its file may be dropped here."""
        if event.mimeData().hasImage() or dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        if (path := dropped_file(event)) is not None:
            self._field.open_file(path)
        else:
            self._field._take_image(QImage(event.mimeData().imageData()))


_REMOVE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def read_image(path: Path) -> QImage:
    """The picture in a file, turned as the camera was held; a null one where there is none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _READ_AT_MOST:
        most = QSize(_READ_AT_MOST, _READ_AT_MOST)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def portrait_of(image: QImage) -> bytes:
    """The middle of a picture, three wide and four high, as a JPEG small enough to be kept.

    Of a tall picture rather the upper part, where the face is. Drawn anew, so that nothing of what
    a camera notes beside it (place, device, time) is kept. Raises PhotoUnreadable.
    """
    if image.isNull():
        raise PhotoUnreadable
    cut = image.copy(_portrait_part(image.size()))
    if cut.width() > WIDEST or cut.height() > TALLEST:
        cut = cut.scaled(
            WIDEST,
            TALLEST,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    plain = QImage(cut.size(), QImage.Format.Format_RGB32)
    plain.fill(_WHITE)
    painter = QPainter(plain)
    painter.drawImage(0, 0, cut)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _portrait_part(size: QSize) -> QRect:
    width, height = size.width(), size.height()
    wide = max(1, min(width, height * 3 // 4))
    high = max(1, min(height, wide * 4 // 3))
    return QRect((width - wide) // 2, (height - high) // 4, wide, high)
