"""A snapshot's pages: the first, those of a detail list too long for it, and what all carry."""

from collections.abc import Mapping

from station_app.certificates import fields
from station_app.certificates.layout import Page, lowest, place, set_words
from station_app.certificates.listing import Table
from station_app.certificates.templates import Box, Listing, Template, Words
from station_app.domain.certificates import Snapshot

FIRST, SHEET, SEVERAL = "first", "sheet", "several"
_GAP = 17.0  # points between the sentence and a list below it


def pages(template: Template, snapshot: Snapshot, *, draft: bool) -> list[Page]:
    """Every page of one certificate, laid out. Raises layout.NoRoom and fonts.NoGlyph."""
    values = fields.values(snapshot, template, draft=draft)
    payload = fields.payload(values["number"], values["check_code"], draft=draft)
    first = Page((FIRST,))
    made = [first]
    if template.listing and snapshot.details:
        made += _list_details(template, template.listing, snapshot, values, first)
    place(first, template.first, values, payload)
    for page in made[1:]:
        place(page, template.sheet, values, payload)
    _finish(made, template, values, payload)
    return made


def _list_details(
    template: Template, listing: Listing, snapshot: Snapshot, values: dict[str, str], first: Page
) -> list[Page]:
    """Put the list on the first page if it fits there whole, else on pages of its own."""
    cells = [
        fields.detail_values(line, row, template) for row, line in enumerate(snapshot.details, 1)
    ]
    region = _inline_region(template, listing, values)
    table = Table(listing, cells, values, region.width)
    if table.height <= region.height:
        table.draw(first, region, table.rows, last=True)
        return []
    values["where"] = template.labels["appended"]
    table = Table(listing, cells, values, listing.box.width)
    sheets = []
    for rows, last in table.pages(listing.box.height):
        sheets.append(Page((SHEET,)))
        table.draw(sheets[-1], listing.box, rows, last=last)
    return sheets


def _inline_region(template: Template, listing: Listing, values: Mapping[str, str]) -> Box:
    """What the sentences above leave of the room a list may take on the first page."""
    inline = listing.inline
    above = [
        block
        for block in template.first
        if isinstance(block, Words) and block.box.bottom >= inline.bottom - 1
    ]
    top = min([lowest(set_words(block, values), inline.top) for block in above]) - _GAP
    return Box(inline.left, inline.bottom, inline.width, max(top - inline.bottom, 0.0))


def _finish(made: list[Page], template: Template, values: Mapping[str, str], payload: str) -> None:
    """Number the pages, and mark the seam of those that are sealed together."""
    for at, page in enumerate(made, 1):
        paging = {"page": str(at), "pages": str(len(made))}
        place(page, template.every, {**values, **paging}, payload)
        if len(made) > 1:
            page.parts = (*page.parts, SEVERAL)
            place(page, template.several, values, payload)
