"""Layouts as text: what stands where on each page, to half a millimetre.

`python -m tests.certificates.golden` writes them anew after a change that was looked at.
"""

from collections.abc import Iterator
from pathlib import Path

from station_app.certificates.layout import Page, Text
from station_app.certificates.papers import pages
from station_app.certificates.templates import MM, template
from station_app.domain.certificates import Snapshot
from tests.certificates.snapshots import LONG_UNIT, a_proof, an_appreciation

FOLDER = Path(__file__).parent / "golden"
PAPERS = {
    "appreciation": an_appreciation(),
    "appreciation_long": an_appreciation(
        name="阿卜杜拉·买买提·" * 9, recording_unit=LONG_UNIT, services=tuple("甲乙丙丁")
    ),
    "proof": a_proof(3),
    "proof_sheets": a_proof(45),
}


def outline(paper: Snapshot) -> str:
    """Every page of the paper: parts, then text, rules and codes with their places."""
    made = pages(template(paper.template, paper.template_version), paper, draft=False)
    return "".join(f"{line}\n" for page in made for line in written(page))


def written(page: Page) -> Iterator[str]:
    """One page: its parts, then text, rules and codes with their places."""
    yield f"page: {' '.join(page.parts)}"
    for text in page.texts:
        yield f"{_place(text.x, text.y)} {_look(text)} {text.text}"
    for rule in page.rules:
        yield f"{_place(rule.x1, rule.y1)} to {_place(rule.x2, rule.y2)} rule {rule.width:g}"
    for square in page.squares:
        box = square.box
        yield f"{_place(box.left, box.bottom)} to {_place(box.right, box.top)} {square.payload}"


def _look(text: Text) -> str:
    return f"{text.size:.1f} {text.style} {text.colour}"


def _place(x: float, y: float) -> str:
    return f"{_half(x):5.1f} {_half(y):5.1f}"


def _half(points: float) -> float:
    return round(points / MM * 2) / 2


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, paper in PAPERS.items():
        (FOLDER / f"{name}.txt").write_text(outline(paper), encoding="utf-8", newline="\n")
