"""Small shared widgets; the only way a page gets its look."""

from station_app.ui.widgets.buttons import Button, IconButton, Kind
from station_app.ui.widgets.empty import EmptyState
from station_app.ui.widgets.page import Page
from station_app.ui.widgets.words import Caption, Paragraph, Title, Words

__all__ = [
    "Button",
    "Caption",
    "EmptyState",
    "IconButton",
    "Kind",
    "Page",
    "Paragraph",
    "Title",
    "Words",
]
