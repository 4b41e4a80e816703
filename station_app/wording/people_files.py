"""Sentences about files of personal data."""

from station_app.i18n import ngettext
from station_app.services.people_files import Exported
from station_app.wording.values import in_a_row


def exported_text(made: Exported) -> str:
    """How many people are in which file, and who was left out."""
    told = ngettext(
        "{count} volunteer is in {file}.", "{count} volunteers are in {file}.", made.people
    ).format(count=f"{made.people:,}", file=made.path.name)
    if not made.left_out:
        return told
    left = ngettext(
        "{count} whose data was erased is left out.",
        "{count} whose data was erased are left out.",
        made.left_out,
    ).format(count=f"{made.left_out:,}")
    return in_a_row(told, left)
