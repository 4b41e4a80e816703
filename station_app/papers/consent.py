"""The sheet on which a volunteer agrees to the handling of personal data, purpose by purpose."""

from station_app.papers.contents import ConsentSheet, Sheet, Signatory
from station_app.papers.flow import printed
from station_app.papers.forms import form
from station_app.papers.pieces import Filling


def consent_sheet(contents: ConsentSheet) -> bytes:
    """The sheet as a PDF of two pages, front and back of one leaf.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    whose = contents.person.name if contents.person else contents.recording_unit
    return printed(
        form(Sheet.CONSENT), filled(contents), whose=whose, author=contents.recording_unit
    )


def filled(contents: ConsentSheet) -> Filling:
    """The contents as the fields of the form."""
    person = contents.person
    shows_guardian = person is None or person.is_child
    values = _of_unit(contents) | _of_person(person, form(Sheet.CONSENT).labels["document"])
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
