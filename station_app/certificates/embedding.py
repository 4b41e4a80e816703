"""TrueType faces inside a PDF, so that every character copies out as the character it is.

Why not reportlab's own TTFont: it cuts a face into pieces of 256 characters, each a font by itself,
and writes code points above U+FFFF as five hex digits, which no reader understands (𬱖 prints right
and copies as another character). Here a face is one composite font (ISO 32000-1, 9.7) whose codes
are two bytes and whose ToUnicode map is UTF-16, as 9.10.3 asks.
"""

from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_BLOCK = 100  # most entries one bfchar block may hold


class _Codes(dict[str, str]):
    """Characters of one document → their codes in hex, given out in the order of first use."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class CompositeFont(TTFont):  # type: ignore[misc]
    """A TrueType face that enters a document as one composite font with only the glyphs used."""

    def codes(self, doc: Any) -> _Codes:
        """The codes of this face in the document; `name` is the face's name in its resources."""
        known: _Codes | None = self.state.get(doc)
        if known is None:
            known = self.state[doc] = _Codes(f"F{len(doc.fontMapping) + 1}")
            doc.fontMapping[self.fontName] = f"/{known.name}"
            doc.delayedFonts.append(self)
        return known

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """The text in this face's codes: all in one piece, for the drawing calls of reportlab."""
        return [(0, bytes.fromhex("".join(map(self.codes(doc).__getitem__, text))))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802
        """The resource name of the one piece."""
        return f"/{self.codes(doc).name}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font and its parts; called once, when the document is finished."""
        codes = self.state.pop(doc)
        points = [0, *map(ord, codes)]
        base = f"{_tag(codes.name)}+{self.face.name.decode('ascii')}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{base}",
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": self.face.addSubsetObjects(doc, base, points),
                "DW": 1000,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(map(self.face.getCharWidth, points))]),
                "CIDToGIDMap": _stream(doc, self._glyphs(points), f"glyphs:{base}"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{base}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"cid:{base}")]),
                "ToUnicode": _stream(doc, to_unicode(codes), f"unicode:{base}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[codes.name] = doc.Reference(font, f"font:{base}")

    def _glyphs(self, points: list[int]) -> bytes:
        """Where each code's outline lies in the subset: characters may share one outline."""
        places = {0: 0}
        glyphs = [self.face.charToGlyph.get(point, 0) for point in points]
        return b"".join(pack(">H", places.setdefault(glyph, len(places))) for glyph in glyphs)


def installed(name: str, path: str, subfont: int) -> CompositeFont:
    """The face from its file, known to reportlab under `name`."""
    font = CompositeFont(name, path, subfontIndex=subfont, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def to_unicode(codes: dict[str, str]) -> bytes:
    """The map from codes back to text, UTF-16 with surrogates above the basic plane."""
    entries = [f"<{code}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end""".encode("ascii")


def _stream(doc: Any, content: bytes, name: str) -> Any:
    """A compressed stream as an object of its own."""
    return doc.Reference(pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress]), name)


def _tag(name: str) -> str:
    """The six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same input."""
    return "AAAAA" + chr(ord("A") + int(name[1:]) - 1)
