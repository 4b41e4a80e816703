"""Printed papers that are no certificates: frozen contents to the pages of a PDF.

A form says in a numbered file of `resources/papers` what stands on the paper, in which order; its
blocks flow from page to page. Fonts, line breaking and ink are those of certificates. No database,
no clock.
"""

from station_app.papers.consent import ConsentSheet, Signatory, consent_sheet
from station_app.papers.record import (
    RecordedPaper,
    RecordedQualification,
    RecordedStar,
    RecordedStay,
    RecordSheet,
    record_sheet,
)

__all__ = [
    "ConsentSheet",
    "RecordSheet",
    "RecordedPaper",
    "RecordedQualification",
    "RecordedStar",
    "RecordedStay",
    "Signatory",
    "consent_sheet",
    "record_sheet",
]
