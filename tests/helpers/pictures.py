"""Pictures as a camera hands them over."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage


def an_image(width: int, height: int, colour: str = "#8aa4c8") -> QImage:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def a_jpeg(width: int = 30, height: int = 40, colour: str = "#8aa4c8") -> bytes:
    """That picture as a JPEG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert an_image(width, height, colour).save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
