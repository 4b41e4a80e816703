"""A field for names: rare characters come in by their code point, in place or in a small dialog."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextLayout
from PySide6.QtWidgets import QLineEdit, QWidget

from station_app.domain.code_points import (
    Nature,
    character_name,
    gb18030_text,
    nature,
    point_text,
    read_point,
    swapped,
)
from station_app.i18n import _
from station_app.ui.icons import icon
from station_app.ui.theme import Size, Tone, font, set_look, tokens
from station_app.ui.widgets.banner import Banner
from station_app.ui.widgets.dialog import DialogFrame
from station_app.ui.widgets.facts import Facts
from station_app.ui.widgets.fields import TextField
from station_app.ui.widgets.form import Form
from station_app.ui.widgets.words import Words

_GLYPH: Final = 64


class NameField(TextField):
    """A name. Alt+X turns the code before the cursor into its character and back, as office
    programs do; F4 asks for a code and shows what it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tool = QAction(icon("type", Tone.MUTED), _("Rare character… (F4)"), self)
        self.tool.triggered.connect(self.ask_for_character)
        self.addAction(self.tool, QLineEdit.ActionPosition.TrailingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+X swaps, F4 asks."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4:
            self.ask_for_character()
        elif alt and event.key() == Qt.Key.Key_X:
            self._swap()
        else:
            super().keyPressEvent(event)

    def ask_for_character(self) -> None:
        """Let a character be named by its code."""
        dialog = RareCharacterDialog(self)
        dialog.chosen.connect(self.insert)
        dialog.open()

    def _swap(self) -> None:
        end = self.cursorPosition()
        gone, comes = swapped(_beginning(self.text(), end))
        if gone:
            before = _beginning(self.text(), end)
            start = _places(before[: len(before) - gone])
            self.setSelection(start, end - start)
            self.insert(comes)


class RareCharacterDialog(DialogFrame):
    """A code, and what it stands for: `chosen(character)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Rare character"), primary=_("Insert"), width=420)
        self._glyph = Words()
        self._glyph.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._glyph.setFixedHeight(tokens().px(_GLYPH + 32))
        set_look(self._glyph, glyph=True)
        self._facts = Facts(columns=1)
        self._warning = Banner()
        form = Form()
        hint = _("Four to six figures and letters, such as 20BB7")
        self.code_field = form.add("code", _("Code point"), TextField(), hint=hint, required=True)
        self.code_field.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.code_field.changed.connect(self._show)
        self.form = form
        self.add_form(form)
        for part in (self._glyph, self._facts, self._warning):
            self.body.addWidget(part)
        self.confirmed.connect(self._choose)
        self._show()

    def reject(self) -> None:
        """Close; a code is quickly typed again."""
        self.form.touched = False
        super().reject()

    def _show(self) -> None:
        character = read_point(self.code_field.value()) or ""
        self._glyph.setText(character)
        self._glyph.setAccessibleName(character and character_name(character))
        self._facts.show_facts(
            (
                (_("Name in Unicode"), character and character_name(character)),
                ("GB 18030", character and gb18030_text(character)),
            )
        )
        self._warning.say(warning(character) if character else "", Tone.WARN)
        self.form.clear_problems()
        self._fit()

    def _choose(self) -> None:
        if character := read_point(self.code_field.value()):
            self.form.touched = False
            self.accept()
            self.chosen.emit(character)
        else:
            self.form.problem("code", _("No character has this code."))


def warning(character: str) -> str:
    """What speaks against this character in a name; empty where nothing does."""
    kind = nature(character)
    point = point_text(character)
    if kind is Nature.PRIVATE_USE:
        told = _("{point} is for private use: other PCs show another character or none.")
    elif kind is Nature.UNASSIGNED:
        told = _("{point} is no character yet: nothing has been assigned to it.")
    elif not is_drawn(character):
        told = _("No typeface of this PC can draw {point}. It is stored nevertheless.")
    else:
        return ""
    return told.format(point=point)


def is_drawn(character: str) -> bool:
    """Whether some typeface of this PC has the character."""
    layout = QTextLayout(character, font(Size.BODY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def _beginning(text: str, places: int) -> str:
    """The text up to a cursor; Qt counts the halves of a rare character apart."""
    return text.encode("utf-16-le")[: places * 2].decode("utf-16-le", "ignore")


def _places(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
