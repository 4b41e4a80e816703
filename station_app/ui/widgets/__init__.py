"""Small shared widgets; the only way a page gets its look."""

from station_app.ui.theme import Size, Tone
from station_app.ui.widgets.banner import Banner
from station_app.ui.widgets.buttons import Button, IconButton, Kind
from station_app.ui.widgets.cards import Badge, Card, Tile
from station_app.ui.widgets.dates import DateField, MonthField, TimeField
from station_app.ui.widgets.dialog import DialogFrame, confirm
from station_app.ui.widgets.disclosure import Disclosure
from station_app.ui.widgets.empty import EmptyState
from station_app.ui.widgets.facts import Facts
from station_app.ui.widgets.fields import Check, Choice, NumberField, TextArea, TextField
from station_app.ui.widgets.filters import FilterBar
from station_app.ui.widgets.form import Form
from station_app.ui.widgets.menu import MenuButton
from station_app.ui.widgets.page import Page
from station_app.ui.widgets.period import PeriodField, Span
from station_app.ui.widgets.scan import ScanBox
from station_app.ui.widgets.words import Caption, Paragraph, Title, Words

__all__ = [
    "Badge",
    "Banner",
    "Button",
    "Caption",
    "Card",
    "Check",
    "Choice",
    "DateField",
    "DialogFrame",
    "Disclosure",
    "EmptyState",
    "Facts",
    "FilterBar",
    "Form",
    "IconButton",
    "Kind",
    "MenuButton",
    "MonthField",
    "NumberField",
    "Page",
    "Paragraph",
    "PeriodField",
    "ScanBox",
    "Size",
    "Span",
    "TextArea",
    "TextField",
    "Tile",
    "TimeField",
    "Title",
    "Tone",
    "Words",
    "confirm",
]
