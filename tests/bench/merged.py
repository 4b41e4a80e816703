"""The appreciation certificate as a merged office document: one page a person, no code."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

from station_app.certificates.fields import values
from station_app.certificates.fonts import Style
from station_app.certificates.templates import Look, Paragraph, Words, template
from station_app.domain.certificates import Snapshot

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OPEN = "application/vnd.openxmlformats"
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_EDGE = '<w:{} w:val="double" w:sz="12" w:space="24" w:color="9B2D23"/>'
_BORDERS = "".join(map(_EDGE.format, ("top", "left", "bottom", "right")))
_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="2268" w:bottom="1134" w:left="2268"/>'
    f"<w:pgBorders>{_BORDERS}</w:pgBorders></w:sectPr>"
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_OPEN}-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    f'ContentType="{_OPEN}-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)


def write_document(path: Path, batch: Sequence[Snapshot]) -> None:
    """Write the document: title, sentences, numbers, unit and date with their looks, a border."""
    body = "".join(paragraph for snapshot in batch for paragraph in _page(snapshot))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}{_SECTION}</w:body></w:document>'
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)


def _page(snapshot: Snapshot) -> Iterator[str]:
    """Title and sentences one below the other, number and signature beside each other below."""
    paper = template(snapshot.template, snapshot.template_version)
    said = values(snapshot, paper, draft=False)
    blocks = [block for block in paper.first if isinstance(block, Words)]
    middle = paper.width / 2
    across = [block for block in blocks if block.box.left < middle < block.box.right]
    left = [block for block in blocks if block.box.right <= middle]
    right = [block for block in blocks if block.box.left >= middle]
    starts = "<w:pageBreakBefore/>"
    for paragraph in _paragraphs(across):
        yield _paragraph(paragraph, said, starts)
        starts = ""
    yield "<w:tbl><w:tblPr/><w:tr>"
    for cell in (left, right):
        yield '<w:tc><w:tcPr><w:tcW w:w="6150" w:type="dxa"/></w:tcPr>'
        yield from (_paragraph(paragraph, said) for paragraph in _paragraphs(cell))
        yield "</w:tc>"
    yield "</w:tr></w:tbl>"


def _paragraphs(blocks: Sequence[Words]) -> Iterator[Paragraph]:
    return (paragraph for block in blocks for paragraph in block.paragraphs)


def _paragraph(paragraph: Paragraph, said: dict[str, str], starts: str = "") -> str:
    look = paragraph.look
    indent = f'<w:ind w:firstLine="{look.size * look.indent * 20:.0f}"/>'
    line = f'<w:spacing w:line="{look.leading * 20:.0f}" w:lineRule="exact"/>'
    runs = "".join(_run(text, style, look) for text, style in paragraph.phrase.runs(said))
    align = f'<w:jc w:val="{_ALIGN[look.align]}"/>'
    return f"<w:p><w:pPr>{starts}{line}{indent}{align}</w:pPr>{runs}</w:p>"


def _run(text: str, style: Style, look: Look) -> str:
    face = '<w:rFonts w:ascii="LXGW WenKai" w:hAnsi="LXGW WenKai" w:eastAsia="LXGW WenKai"/>'
    bold = "<w:b/>" if style is Style.STRONG else ""
    wide = f'<w:spacing w:val="{look.size * look.spacing * 20:.0f}"/>' if look.spacing else ""
    return (
        f'<w:r><w:rPr>{face}{bold}{wide}<w:sz w:val="{look.size * 2:.0f}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )
