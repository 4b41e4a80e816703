"""A PDF as others read it: poppler's tools and pypdf."""

import io
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def poppler_text(pdf: bytes, *options: str) -> str:
    """The text as pdftotext reads it."""
    return _run("pdftotext", *options, "-", "-", stdin=pdf).decode("utf-8")


def pypdf_text(pdf: bytes) -> str:
    """The text as pypdf reads it."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def words(pdf: bytes, page: int = 1) -> list[Word]:
    """The words of one page with their boxes."""
    html = poppler_text(pdf, "-bbox", "-f", str(page), "-l", str(page))
    body = html[html.index("<page") : html.index("</page>") + len("</page>")]
    return [
        Word(unescape(node.text or ""), *(float(node.attrib[key]) for key in _EDGES))
        for node in ElementTree.fromstring(body)
    ]


def fonts(pdf: bytes, folder: Path) -> list[dict[str, str]]:
    """What pdffonts says of each font: name, and yes or no for emb, sub and uni."""
    path = folder / "fonts.pdf"
    path.write_bytes(pdf)
    lines = _run("pdffonts", str(path)).decode().splitlines()[2:]
    rows = [(line.split()[0], *line.split()[-5:-2]) for line in lines]
    return [dict(zip(("name", "emb", "sub", "uni"), row, strict=True)) for row in rows]


def picture(pdf: bytes, folder: Path, *, dpi: int) -> memoryview:
    """The first page in greys, row by row."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    _run("pdftoppm", "-r", str(dpi), "-gray", "-singlefile", str(path), str(folder / "page"))
    _, size, _, greys = (folder / "page.pgm").read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return memoryview(greys).cast("B", (height, width))


_EDGES = ("xMin", "yMin", "xMax", "yMax")


def _run(*command: str, stdin: bytes | None = None) -> bytes:
    if shutil.which(command[0]) is None:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(command, input=stdin, capture_output=True, check=True, timeout=60)
    assert done.stderr == b"", done.stderr
    return done.stdout
