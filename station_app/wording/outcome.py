"""The account of a use case over many things, told in full: nothing is skipped in silence."""

from typing import Any

from station_app.domain.attendance import StayAlreadyEntered
from station_app.domain.people import AlreadyRegistered
from station_app.errors import Outcome, Refusal
from station_app.i18n import _, ngettext
from station_app.services.meant import CertificateUnknown
from station_app.wording.sentences import sentence

STANDS_ALREADY = (AlreadyRegistered, StayAlreadyEntered)


def outcome_text(outcome: Outcome) -> str:
    """How many of how many were done, how many stood in the books before, how many were refused."""
    if not outcome.asked:
        return _("There was nothing to do.")
    if not outcome.refused:
        return ngettext("{count} entry, done.", "{count} entries, all done.", outcome.done).format(
            count=outcome.done
        )
    already = sum(map(in_books, outcome.refused))
    refused = len(outcome.refused) - already
    if not already:
        return _("{asked} entries: {done} done, {refused} refused.").format(
            asked=outcome.asked, done=outcome.done, refused=refused
        )
    return _(
        "{asked} entries: {done} done, {already} in the books already, {refused} refused."
    ).format(asked=outcome.asked, done=outcome.done, already=already, refused=refused)


def refusal_text(refusal: Refusal) -> str:
    """One thing that was not done: which, why, and what to do."""
    why = sentence(refusal.error)
    if refusal.who:
        return _("{who}: {why}").format(who=refusal.who, why=why)
    if refusal.row is None:
        return why
    if refusal.column is None:
        return _("Row {row}: {why}").format(row=refusal.row, why=why)
    return _("Row {row}, column “{column}”: {why}").format(
        row=refusal.row, column=refusal.column, why=why
    )


def refusal_facts(refusal: Refusal) -> dict[str, Any]:
    """The same for programs; the code is the same in every language."""
    facts = {
        "row": refusal.row,
        "column": refusal.column,
        "code": refusal.error.code,
        "message": sentence(refusal.error),
    }
    return facts | ({"number": refusal.who} if refusal.who else {})


def in_books(refusal: Refusal) -> bool:
    """Whether what was refused stands in the books, as when a file is brought twice."""
    return isinstance(refusal.error, STANDS_ALREADY)


def stands_already(outcome: Outcome) -> bool:
    """Whether all that was refused stands in the books."""
    return all(map(in_books, outcome.refused))


@sentence.register
def _unknown(error: CertificateUnknown) -> str:
    return _("No certificate has the number {number}. Compare it with the paper.").format(
        number=error.number
    )
