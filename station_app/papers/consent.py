"""The sheet on which a volunteer agrees to the handling of personal data, purpose by purpose."""

from dataclasses import dataclass

from station_app.papers.flow import printed
from station_app.papers.forms import form
from station_app.papers.pieces import Filling


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """The person whose sheet it is; document and phone are masked, texts may be empty.

    A child's sheet has room for the guardian.
    """

    name: str
    number: str
    document_kind: str
    document_number: str
    phone: str
    is_child: bool
    guardian_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """Who handles the data and by which rules; without a person the sheet is filled in by hand.

    Ages and years are full years as the station has set them; texts may be empty.
    """

    recording_unit: str
    station: str
    address: str
    clerk: str
    unit_phone: str
    superior: str
    guardian_below: int
    guardian_present_below: int
    retention_years: int
    person: Signatory | None


def consent_sheet(contents: ConsentSheet) -> bytes:
    """The sheet as a PDF of two pages, front and back of one leaf.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    whose = contents.person.name if contents.person else contents.recording_unit
    return printed(form("consent"), filled(contents), whose=whose, author=contents.recording_unit)


def filled(contents: ConsentSheet) -> Filling:
    """The contents as the fields of the form."""
    person = contents.person
    shows_guardian = person is None or person.is_child
    values = _of_unit(contents) | _of_person(person, form("consent").labels["document"])
    return Filling(values, holds=frozenset({"guardian"} if shows_guardian else ()))


def _of_unit(contents: ConsentSheet) -> dict[str, str]:
    fields = [name for name in ConsentSheet.__slots__ if name != "person"]
    return {name: str(getattr(contents, name)) for name in fields}


def _of_person(person: Signatory | None, document: str) -> dict[str, str]:
    """The fields of the person, empty on a sheet for anybody."""
    fields = [name for name in Signatory.__slots__ if name != "is_child"]
    if person is None:
        return dict.fromkeys(fields, "") | {"document_kind": document}
    return {name: getattr(person, name) for name in fields}
