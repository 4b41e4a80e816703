"""Showing a part of something that may not stand anywhere yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part, from now on or as soon as it stands somewhere.

    Why not `setVisible`: Qt opens a window of its own for whatever is shown before it has a parent,
    and that window flashes up and takes the keyboard.
    """
    if wanted and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, False)
    else:
        widget.setVisible(wanted)
