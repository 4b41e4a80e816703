"""Verbs of the journal."""

from station_app.cli.answers import Facts
from station_app.cli.verbs import Call, Verb
from station_app.i18n import N_, _
from station_app.services.journal import journal_head, verify_journal

GROUPS = {"journal": N_("the journal of all changes")}


def _verify(call: Call) -> Facts:
    verdict = call.office.read(verify_journal)
    sound = verdict.broken is None and not verdict.altered
    values = {
        "sound": sound,
        "entries": verdict.entries,
        "code": verdict.head.code,
        "broken_at": verdict.broken.seq if verdict.broken else None,
        "altered": list(verdict.altered),
    }
    if sound:
        said = _("The journal is sound: {count} entries, head {code}.").format(
            count=verdict.entries, code=verdict.head.code
        )
        return Facts(values, [said])
    if verdict.broken is not None:
        refused = _(
            "The journal is broken at entry {seq}: somebody changed the books with another "
            "program. Keep a copy of the data folder and ask the superior."
        ).format(seq=verdict.broken.seq)
    else:
        refused = _(
            "The content of entry {seq} was changed with another program. Keep a copy of the data "
            "folder and ask the superior."
        ).format(seq=verdict.altered[0])
    return Facts(values, [], refused)


def _head(call: Call) -> Facts:
    head = call.office.read(journal_head)
    values = {"epoch": head.epoch, "seq": head.seq, "hash": head.hash, "code": head.code}
    said = _("Entry {seq}, code for the log book: {code}").format(seq=head.seq, code=head.code)
    return Facts(values, [said])


VERBS = (
    Verb(("journal", "verify"), N_("walk the whole journal and say whether it holds"), _verify),
    Verb(("journal", "head"), N_("show where it stands, for the paper log book"), _head),
)
