"""Verbs of the journal."""

from station_app.cli.answers import Facts
from station_app.cli.verbs import Call, Verb
from station_app.i18n import N_, _
from station_app.services.journal import journal_head, verify_journal
from station_app.wording.journal import holds, verdict_text

GROUPS = {"journal": N_("the journal of all changes")}


def _verify(call: Call) -> Facts:
    verdict = call.office.read(verify_journal)
    values = {
        "sound": holds(verdict),
        "entries": verdict.entries,
        "code": verdict.head.code,
        "broken_at": verdict.broken.seq if verdict.broken else None,
        "altered": list(verdict.altered),
        "blanked": verdict.blanked,
    }
    told = verdict_text(verdict)
    return Facts(values, [told]) if holds(verdict) else Facts(values, [], told)


def _head(call: Call) -> Facts:
    head = call.office.read(journal_head)
    values = {"epoch": head.epoch, "seq": head.seq, "hash": head.hash, "code": head.code}
    said = _("Entry {seq}, code for the log book: {code}").format(seq=head.seq, code=head.code)
    return Facts(values, [said])


VERBS = (
    Verb(("journal", "verify"), N_("walk the whole journal and say whether it holds"), _verify),
    Verb(("journal", "head"), N_("show where it stands, for the paper log book"), _head),
)
