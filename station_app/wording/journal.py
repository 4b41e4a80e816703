"""Sentences about the journal of all changes."""

from station_app.i18n import _, ngettext
from station_app.services.journal import Verdict
from station_app.wording.values import in_a_row


def holds(verdict: Verdict) -> bool:
    """Whether the whole chain and everything it covers is as it was written."""
    return verdict.broken is None and not verdict.altered


def verdict_text(verdict: Verdict) -> str:
    """What walking the journal found, and what to do."""
    if verdict.broken is not None:
        return _(
            "The journal is broken at entry {seq}: somebody changed the books with another "
            "program. Keep a copy of the data folder and ask the superior."
        ).format(seq=verdict.broken.seq)
    if verdict.altered:
        return _(
            "The content of entry {seq} was changed with another program. Keep a copy of the data "
            "folder and ask the superior."
        ).format(seq=verdict.altered[0])
    sound = _("The journal is sound: {count} entries, head {code}.").format(
        count=verdict.entries, code=verdict.head.code
    )
    if not verdict.blanked:
        return sound
    blanked = ngettext(
        "{count} entry tells no content any more: the personal data was erased later.",
        "{count} entries tell no content any more: the personal data was erased later.",
        verdict.blanked,
    ).format(count=verdict.blanked)
    return in_a_row(sound, blanked)
