"""Layouts of the other papers as text, as `tests.certificates.golden` writes certificates.

`python -m tests.papers.golden` writes them anew after a change that was looked at.
"""

from pathlib import Path

from station_app.papers import consent, months, record, sign_in_sheets
from station_app.papers.contents import Sheet
from station_app.papers.flow import laid_out
from station_app.papers.forms import form
from station_app.papers.pieces import Filling
from tests.certificates.golden import written
from tests.papers.month import a_change, a_month
from tests.papers.sheets import LICENCE, PAPER, STAR, a_consent, a_record
from tests.papers.sign_in import a_sheet

FOLDER = Path(__file__).parent / "golden"
FULL = a_record(25, stars=(STAR,), certificates=(PAPER,), qualifications=(LICENCE,))
PAPERS = {
    "consent": (Sheet.CONSENT, consent.filled(a_consent())),
    "consent_blank": (Sheet.CONSENT, consent.filled(a_consent(person=None))),
    "record": (Sheet.RECORD, record.filled(FULL)),
    "month": (Sheet.MONTH, months.filled(a_month(later=(a_change(-60, "corrected_by_another"),)))),
    "sign_in": (Sheet.SIGN_IN, sign_in_sheets.filled(a_sheet(20, 2))),
}


def outline(sheet: Sheet, filling: Filling) -> str:
    """Every page of the paper: text and rules with their places."""
    pages = laid_out(form(sheet), filling)
    return "".join(f"{line}\n" for page in pages for line in written(page))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for title, paper in PAPERS.items():
        (FOLDER / f"{title}.txt").write_text(outline(*paper), encoding="utf-8", newline="\n")
