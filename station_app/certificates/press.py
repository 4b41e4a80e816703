"""One PDF of many certificates.

Why a press that takes one certificate at a time: a batch may be stopped between two people, and
those already in are issued. `Press.add` lays a certificate out whole before anything of it enters
the file, so a refused one leaves no trace and what `finish` returns is always a right PDF.
"""

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from station_app.certificates import ornaments
from station_app.certificates.fields import PREVIEW
from station_app.certificates.fonts import NoGlyph, Style, setting
from station_app.certificates.ink import Ink
from station_app.certificates.layout import NoRoom, Page, set_words
from station_app.certificates.papers import FIRST, SEVERAL, SHEET, pages
from station_app.certificates.templates import Art, Block, Template, Words, template
from station_app.domain.certificates import MissingGlyph, Snapshot, TextTooLong

PROGRAM = "实践点工作台 Practice Station"

rl_config.useA85 = 0  # a coding for seven-bit mail: a quarter more bytes and a third of the time


class Press:
    """Makes one PDF. A draft bears 预览 across every page and has neither number nor code."""

    def __init__(self, *, draft: bool = False) -> None:
        """Raises FontMissing."""
        self.done = 0
        self.pages = 0
        self._draft = draft
        self._titles: set[str] = set()
        self._number = self._unit = ""
        self._inks: dict[str, Ink] = {}
        self._canvas = Canvas(
            io.BytesIO(),
            pageCompression=1,
            invariant=1,
            lang="zh-CN",
            initialFontName=setting(Style.TEXT).main.fontName,
        )

    def add(self, snapshot: Snapshot) -> int:
        """Set one certificate and answer its pages. Refused, it leaves nothing in the file.

        Raises MissingGlyph and TextTooLong; KeyError for a template this program does not carry.
        """
        paper = template(snapshot.template, snapshot.template_version)
        made = _laid_out(paper, snapshot, draft=self._draft)
        ink = self._ink(paper)
        self._bookmark(snapshot, paper.height)
        self._turn_to(paper)
        for page in made:
            for part in page.parts:
                self._canvas.doForm(_form(paper, part))
            self._canvas.addLiteral(ink.page(page))
            self._canvas.showPage()
        self._note(paper, snapshot, len(made))
        return len(made)

    def check(self, snapshot: Snapshot) -> None:
        """Refuse what `add` would refuse; nothing enters the file."""
        paper = template(snapshot.template, snapshot.template_version)
        _laid_out(paper, snapshot, draft=self._draft)

    def finish(self) -> bytes:
        """The file with all certificates that were added; at least one must have been."""
        if not self.done:
            raise ValueError("no certificate was added")
        canvas = self._canvas
        titles = "、".join(sorted(self._titles))
        canvas.setTitle(f"{titles} {self._number if self.done == 1 else f'{self.done}份'}")
        canvas.setAuthor(self._unit)
        canvas.setSubject(titles)
        canvas.setCreator(PROGRAM)
        canvas.setProducer(PROGRAM)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        if self.done > 1:
            canvas.showOutline()
        data: bytes = canvas.getpdfdata()
        return data

    def _ink(self, paper: Template) -> Ink:
        """The ink of a template; on first use, its fixed parts are drawn once for all pages."""
        key = _form(paper, "")
        if key not in self._inks:
            ink = self._inks[key] = Ink(self._canvas._doc, paper.colours)
            parts = {FIRST: paper.first, SHEET: paper.sheet, SEVERAL: paper.several}
            for part, blocks in parts.items():
                self._draw_fixed(paper, part, blocks, ink)
        return self._inks[key]

    def _draw_fixed(self, paper: Template, part: str, blocks: Sequence[Block], ink: Ink) -> None:
        """One part as a form: its ornaments and the texts that are the same on every paper."""
        canvas = self._canvas
        self._turn_to(paper)
        canvas.beginForm(_form(paper, part))
        for block in blocks:
            if isinstance(block, Art):
                ornaments.draw(canvas, block, paper.colours)
        if self._draft and part != SEVERAL:
            centre = (paper.width / 2, paper.height / 2)
            canvas.addLiteral(ink.slanted(PREVIEW, centre, paper.height / 4, "draft"))
        fixed = [block for block in blocks if isinstance(block, Words) and block.is_fixed]
        canvas.addLiteral(ink.texts([text for block in fixed for text in set_words(block, {})]))
        canvas.endForm()

    def _turn_to(self, paper: Template) -> None:
        """The paper's size; not for every page, because reportlab then builds its opening anew."""
        if self._canvas._pagesize != (paper.width, paper.height):
            self._canvas.setPageSize((paper.width, paper.height))

    def _bookmark(self, snapshot: Snapshot, top: float) -> None:
        """An entry of the outline by the person's name, leading to the top of the page.

        Why a place and not "the whole page": Qt's viewer warns of targets without coordinates.
        """
        key = str(self.done)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(snapshot.name, key)

    def _note(self, paper: Template, snapshot: Snapshot, made: int) -> None:
        self.done += 1
        self.pages += made
        self._titles.add(paper.title)
        self._number = PREVIEW if self._draft else snapshot.number
        self._unit = snapshot.recording_unit


def render(
    snapshots: Iterable[Snapshot], *, step: Callable[[int, int], None], draft: bool = False
) -> bytes:
    """All certificates in one PDF, or an error and none; `step(done, total)` after each person.

    Raises what Press raises, and whatever `step` raises to stop.
    """
    batch = list(snapshots)
    press = Press(draft=draft)
    for snapshot in batch:
        press.add(snapshot)
        step(press.done, len(batch))
    return press.finish()


def _laid_out(paper: Template, snapshot: Snapshot, *, draft: bool) -> list[Page]:
    try:
        return pages(paper, snapshot, draft=draft)
    except NoGlyph as missing:
        raise MissingGlyph(snapshot.name, missing.character) from missing
    except NoRoom as full:
        raise TextTooLong(snapshot.name, full.text) from full


def _form(paper: Template, part: str) -> str:
    return f"{paper.name}{paper.version}{part}"
