"""A batch of appreciation certificates, against an office suite's mail merge and a bare canvas.

All are measured in one run, each from nothing: reading fonts and, for the suite, starting it count.
The suite makes the same page without a QR code from a document that is merged already, which
favours it. The canvas draws the same text, and one path for each code, with reportlab's own calls.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import segno
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from station_app.certificates import Press, fonts, layout
from station_app.certificates.fonts import Style, setting
from station_app.certificates.layout import Text
from station_app.certificates.papers import pages
from station_app.certificates.templates import template
from station_app.domain.certificates import Snapshot
from tests.bench.merged import write_document
from tests.certificates.snapshots import an_appreciation

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红建国志强晓春秀梅𬱖㛃"
OURS = "this program"
CODED = "bare canvas, same text, one path a code"
BARE = "bare canvas, same text, no code"
MERGE = "mail merge by the office suite, no code"
PUBLISHED = 92.0  # pages a second: Debian 12, x86_64, two cores, November 2026
LEAST_TO_MERGE, LEAST_TO_CANVAS, MOST_BYTES = 5.0, 1 / 3, 3000


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if every bound is kept, else 1."""
    options = _options(arguments)
    batch = list(_batch(options.count))
    print(f"{options.count} appreciation certificates with QR, to PDF; best of {options.rounds}")
    further = (len(_press(batch)) - len(_press(batch[:1]))) / max(len(batch) - 1, 1)
    print(f"  {_peak_megabytes():.0f} MB at most, {further:.0f} bytes a further page")
    texts = _texts(batch)
    plain = [(said, "") for said, _ in texts]
    ways = {OURS: lambda: _press(batch), CODED: lambda: _bare(texts), BARE: lambda: _bare(plain)}
    if suite := shutil.which("soffice") or shutil.which("libreoffice"):
        ways[MERGE] = lambda: _merged(suite, batch)
    paces = _best(options.rounds, ways, options.count)
    if not suite:
        print(f"  no office suite is installed; its published figure: {PUBLISHED:g} pages a second")
    return _verdict(paces, paces.get(MERGE, PUBLISHED), further)


def _best(rounds: int, ways: Mapping[str, Callable[[], bytes]], count: int) -> dict[str, float]:
    """Pages a second of the quickest round of each way, all ways in turn.

    Why the quickest: whatever else the PC does only ever makes a round slower.
    """
    seconds = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for label, work in ways.items():
            start = time.perf_counter()
            work()
            seconds[label] = min(seconds[label], time.perf_counter() - start)
    for label, best in seconds.items():
        print(f"  {label:<46} {best:7.2f} s {count / best:8.0f} pages a second")
    return {label: count / best for label, best in seconds.items()}


def _verdict(paces: Mapping[str, float], merge: float, further: float) -> int:
    to_merge, to_canvas = paces[OURS] / merge, paces[OURS] / paces[BARE]
    print(f"  to the mail merge: {to_merge:.1f} x (at least {LEAST_TO_MERGE:g})")
    print(f"  to the canvas without codes: {to_canvas:.2f} x (at least {LEAST_TO_CANVAS:.2f})")
    kept = to_merge >= LEAST_TO_MERGE and to_canvas >= LEAST_TO_CANVAS and further <= MOST_BYTES
    print("  every bound is kept" if kept else "  A BOUND IS BROKEN")
    return 0 if kept else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench certificates", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="certificates (default 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="of each way (default 3)")
    return parser.parse_args(arguments)


def _batch(count: int) -> Iterator[Snapshot]:
    """People with names and hours of their own, the same in every run."""
    chance = random.Random(2026)
    for serial in range(1, count + 1):
        given = "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
        minutes, visits = chance.randrange(30, 18_000), chance.randrange(1, 90)
        name = chance.choice(FAMILY) + given
        yield an_appreciation(serial, name=name, minutes=minutes, visits=visits)


def _press(batch: Sequence[Snapshot]) -> bytes:
    """A batch by a program that was just started: fonts are read again."""
    for known in (fonts.setting, fonts._face, layout._set):
        known.cache_clear()
    press = Press()
    for snapshot in batch:
        press.add(snapshot)
    return press.finish()


Drawing = tuple[Sequence[Text], str]  # the text of one page and what its code says


def _texts(batch: Sequence[Snapshot]) -> list[Drawing]:
    """What the papers say and where, title included, for others to draw."""
    paper = template("appreciation", 1)
    title = Text(200, 480, 48, Style.STRONG, paper.title, 14, "brick")
    made = (pages(paper, snapshot, draft=False)[0] for snapshot in batch)
    return [([title, *page.texts], page.squares[0].payload) for page in made]


def _bare(drawings: Sequence[Drawing]) -> bytes:
    """The same pages by reportlab's calls and its own way of embedding; an empty code is none."""
    for style in Style:
        pdfmetrics._fonts[style.value] = TTFont(style.value, setting(style).main.face.filename)
    canvas = Canvas("", pagesize=(841.9, 595.3), pageCompression=1, invariant=1)
    for texts, payload in drawings:
        for text in texts:
            canvas.setFont(text.style.value, text.size)
            canvas.drawString(text.x, text.y, text.text, charSpace=text.gap)
        if payload:
            _draw_code(canvas, payload)
        canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data


def _draw_code(canvas: Canvas, payload: str) -> None:
    rows = segno.make(payload, error="m", mask=3, boost_error=False, micro=False).matrix
    path = canvas.beginPath()
    for y, row in enumerate(rows):
        for run in re.finditer(rb"\x01+", row):
            path.rect(140 + 2.7 * run.start(), 150 - 2.7 * y, 2.7 * len(run[0]), 2.7)
    canvas.drawPath(path, stroke=0, fill=1)


def _merged(suite: str, batch: Sequence[Snapshot]) -> bytes:
    """The suite's PDF of a document that holds every page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = folder / "merged.docx"
        write_document(document, batch)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document))
        subprocess.run((suite, profile, *options), check=True, capture_output=True, timeout=900)
        pdf = (folder / "merged.pdf").read_bytes()
    if pdf.count(b"/Type/Page/") != len(batch):
        raise RuntimeError(f"the suite made {pdf.count(b'/Type/Page/')} pages of {len(batch)}")
    return pdf


def _peak_megabytes() -> float:
    """The most memory this process has held so far; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
