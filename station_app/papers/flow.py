"""Pieces onto pages, and pages into a PDF."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from station_app.certificates.fonts import NoGlyph, Style, setting
from station_app.certificates.ink import Ink
from station_app.certificates.layout import NoRoom, Page, Square, set_words
from station_app.certificates.press import PROGRAM
from station_app.domain.certificates import MissingGlyph, TextTooLong
from station_app.papers.forms import Form
from station_app.papers.pieces import Filling, Piece, height, pieces, stacked


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of a file: a form filled in; `whose` names it, in outlines and in refusals."""

    form: Form
    filling: Filling
    whose: str


def printed(form: Form, filling: Filling, *, whose: str, author: str) -> bytes:
    """The form filled in as a PDF; `whose` names it, in its title and in refusals.

    Raises FontMissing, MissingGlyph and TextTooLong.
    """
    title = f"{form.title} {whose}"
    return bound([Part(form, filling, whose)], title=title, subject=form.title, author=author)


def bound(parts: Sequence[Part], *, title: str, subject: str, author: str) -> bytes:
    """Several papers as one PDF, each counting its own pages; an outline leads to them.

    Raises FontMissing, MissingGlyph and TextTooLong.
    """
    first = parts[0].form
    canvas = Canvas(
        io.BytesIO(),
        pagesize=(first.width, first.height),
        pageCompression=1,
        invariant=1,
        lang="zh-CN",
        initialFontName=setting(Style.TEXT).main.fontName,
    )
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(author)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    for at, part in enumerate(parts):
        if len(parts) > 1:
            canvas.bookmarkPage(str(at), fit="XYZ", left=0, top=part.form.height, zoom=0)
            canvas.addOutlineEntry(part.whose, str(at))
        _put(canvas, part)
    data: bytes = canvas.getpdfdata()
    return data


def _put(canvas: Canvas, part: Part) -> None:
    try:
        made = laid_out(part.form, part.filling)
    except NoGlyph as missing:
        raise MissingGlyph(part.whose, missing.character) from missing
    except NoRoom as full:
        raise TextTooLong(part.whose, full.text) from full
    size = (part.form.width, part.form.height)
    if canvas._pagesize != size:
        canvas.setPageSize(size)
    ink = Ink(canvas._doc, part.form.colours)
    for page in made:
        canvas.addLiteral(ink.page(page))
        canvas.showPage()


def laid_out(form: Form, filling: Filling) -> list[Page]:
    """Every page of the paper. Raises layout.NoRoom and fonts.NoGlyph."""
    made, room = [Page(())], form.body.height
    for run in _runs(pieces(form.blocks, form.body.width, filling)):
        above = run[0].above if room < form.body.height else 0.0
        if run[0].turns or above + height(run) > room:
            made.append(Page(()))
            room, above = form.body.height, 0.0
            run = [*filter(None, [run[0].head]), *run]
        if height(run) > room:
            raise NoRoom(_text_of(run))
        for piece, down in stacked(run):
            piece.put(made[-1], form.body.left, form.body.bottom + room - above - down)
        room -= above + height(run)
    for at, page in enumerate(made, 1):
        values = {**filling.values, "page": str(at), "pages": str(len(made))}
        for words in (*form.every, *(form.later if at > 1 else ())):
            page.texts += set_words(words, values)
        page.squares += [
            Square(one.box, values[one.field]) for one in form.codes if values[one.field]
        ]
    return made


def _runs(all_pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that are not parted from one another."""
    run: list[Piece] = []
    for piece in all_pieces:
        run.append(piece)
        if not piece.leads:
            yield run
            run = []


def _text_of(run: Sequence[Piece]) -> str:
    """What the pieces say."""
    page = Page(())
    for piece in run:
        piece.put(page, 0.0, 0.0)
    return "".join(text.text for text in page.texts)
