"""Words about duplicates and merges: reasons, fields, what moves, and what stands in the way."""

from collections.abc import Iterable, Mapping
from typing import Any

from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind
from station_app.domain.duplicates import Likelihood, Trait
from station_app.domain.merging import (
    BothHave,
    BothInNow,
    CertificateSince,
    DocumentsDiffer,
    DocumentTaken,
    FieldsChangedSince,
    HoursWouldChange,
    MergedOnward,
    MergeUndone,
    RecordHidden,
    RowsGoneSince,
    SaidNotSame,
    SamePerson,
    StaysAtOnce,
)
from station_app.i18n import N_, _, ngettext
from station_app.services.cards import TEXTS_APART
from station_app.services.duplicates import WordGone
from station_app.services.merging import Merged
from station_app.services.unmerging import Unmerged
from station_app.wording.labels import (
    consent_way_label,
    document_kind_label,
    service_class_label,
    sex_label,
)
from station_app.wording.people import field_label
from station_app.wording.profiles import availability_text, coded_text
from station_app.wording.sentences import sentence
from station_app.wording.values import clock_text, day_text, hours_with_unit, moment_text

_TRAITS = {
    Trait.SAME_DOCUMENT: N_("the same document number"),
    Trait.DOCUMENT_SLIP: N_("document numbers one slip apart"),
    Trait.SAME_NAME: N_("the same name"),
    Trait.WRITTEN_OTHERWISE: N_("the same name, other dots, spaces or letters"),
    Trait.LOOK_ALIKE: N_("names of characters easily taken for one another"),
    Trait.ONE_CHARACTER: N_("names one character apart, of one sound"),
    Trait.SAME_SOUND: N_("names of one sound"),
    Trait.SAME_BIRTH: N_("the same birth date"),
    Trait.SAME_PHONE: N_("the same phone"),
    Trait.SHARED_PHONE: N_("the same phone, which others have too"),
    Trait.OTHER_DOCUMENT: N_("quite different document numbers"),
    Trait.OTHER_BIRTH: N_("another birth date"),
    Trait.OTHER_SEX: N_("another sex"),
}
_LIKELIHOODS = {
    Likelihood.SURE: N_("Almost certain"),
    Likelihood.LIKELY: N_("Likely"),
    Likelihood.POSSIBLE: N_("Possible"),
}
_FIELDS = {
    "document": N_("Identity document"),
    "consent": N_("Registration and consent"),
    "emergency": N_("Emergency contact"),
}
_ROWS = {
    "assignment": (N_("Place on a shift"), N_("Places on shifts")),
    "attendance": (N_("Stay"), N_("Stays")),
    "certificate": (N_("Certificate"), N_("Certificates")),
    "consent": (N_("Word on consent"), N_("Words on consent")),
    "erasure": (N_("Erasure"), N_("Erasures")),
    "evaluation": (N_("Evaluation"), N_("Evaluations")),
    "qualification": (N_("Qualification"), N_("Qualifications")),
    "star": (N_("Star rating"), N_("Star ratings")),
    "supplement": (N_("Supplement of hours"), N_("Supplements of hours")),
    "team_member": (N_("Team membership"), N_("Team memberships")),
}


def trait_text(trait: Trait) -> str:
    """同名, 出生日期相同 …"""
    return _(_TRAITS[trait])


def traits_text(traits: Iterable[Trait]) -> str:
    """All of them in one line."""
    return _("; ").join(map(trait_text, traits))


def likelihood_label(likelihood: Likelihood) -> str:
    """几乎肯定, 很可能, 有可能."""
    return _(_LIKELIHOODS[likelihood])


def row_label(entity: str) -> str:
    """What a row of a table is called that moves with its person; KeyError for an unknown table."""
    return _(_ROWS[entity][0])


def moved_text(moved: Mapping[str, int]) -> str:
    """签到记录：12，证书：1; empty where nothing moves."""
    told = _("{what}: {count}")
    return _(", ").join(
        told.format(what=_(_ROWS[entity][1]), count=count) for entity, count in moved.items()
    )


def merged_text(done: Merged) -> str:
    """What a merge did."""
    return _("{merged} is merged into {number} {name}; {hours} in all.").format(
        merged=done.merged_number,
        number=done.number,
        name=done.name,
        hours=hours_with_unit(done.minutes),
    )


def unmerged_text(done: Unmerged) -> str:
    """What undoing a merge did, and what stayed where it was."""
    told = _("{merged} and {number} are two records again.").format(
        merged=done.merged.number, number=done.survivor.number
    )
    if not done.stays_since:
        return told
    more = ngettext(
        "{count} stay entered since the merge stays with {number}.",
        "{count} stays entered since the merge stay with {number}.",
        done.stays_since,
    )
    return _("{told} {more}").format(
        told=told, more=more.format(count=done.stays_since, number=done.survivor.number)
    )


def merge_field_label(key: str) -> str:
    """What a field is called that is chosen from one of two records."""
    return _(_FIELDS[key]) if key in _FIELDS else field_label(key)


def merge_value_text(key: str, values: tuple[Any, ...]) -> str:
    """What a record says in a field."""
    first = values[0]
    if not first:
        return ""
    match key:
        case "sex":
            return sex_label(first)
        case "document":
            kind = document_kind_label(DocumentKind(first))
            return _("{kind} {number}").format(kind=kind, number=values[1])
        case "skills" | "languages":
            return _(", ").join(first.split(TEXTS_APART))
        case "availability":
            return availability_text(first.split())
        case "photo":
            return _("on file")
        case "emergency":
            return _(" · ").join(filter(None, values))
        case "service_classes":
            return _(", ").join(map(service_class_label, first.split()))
        case "consent":
            return _("{registered}; {way}, {day}").format(
                registered=day_text(first),
                way=consent_way_label(ConsentWay(values[2])),
                day=day_text(values[1]),
            )
        case _:
            return coded_text(key, str(first))


@sentence.register
def _same(error: SamePerson) -> str:
    return _("Both are the record of {name}, {number}. Choose two different records.").format(
        name=error.name, number=error.number
    )


@sentence.register
def _hidden(error: RecordHidden) -> str:
    return _(
        "The record of {name}, {number}, was merged or hidden meanwhile. Look at the list again."
    ).format(name=error.name, number=error.number)


@sentence.register
def _not_same(error: SaidNotSame) -> str:
    return _(
        "{clerk} said on {day} that these are two people. Take that back first, under “Not the "
        "same”."
    ).format(clerk=error.said_by, day=day_text(error.said_on))


@sentence.register
def _both_in(error: BothInNow) -> str:
    return _(
        "Both records are signed in, since {since} and since {other}. Sign one of them out, or "
        "strike one stay out, then merge."
    ).format(since=moment_text(error.since), other=moment_text(error.other_since))


@sentence.register
def _at_once(error: StaysAtOnce) -> str:
    told = ngettext(
        "{count} pair of stays shares the same time: {number} from {since} to {until}, and "
        "{other} from {other_since} to {other_until}. Strike out the wrong one, then merge.",
        "{count} pairs of stays share the same time; the first: {number} from {since} to {until}, "
        "and {other} from {other_since} to {other_until}. Strike out the wrong ones, then merge.",
        error.count,
    )
    return told.format(
        count=error.count,
        number=error.number,
        since=moment_text(error.since),
        until=clock_text(error.until) or _("still in"),
        other=error.other_number,
        other_since=moment_text(error.other_since),
        other_until=clock_text(error.other_until) or _("still in"),
    )


@sentence.register
def _both_have(error: BothHave) -> str:
    return _(
        "Both records hold what one person can hold only once ({what}: {count}). End or take back "
        "one of the two, then merge."
    ).format(what=row_label(error.entity), count=error.count)


@sentence.register
def _documents(error: DocumentsDiffer) -> str:
    return _(
        "The two records have different document numbers. Compare them with the document, choose "
        "the right one, and say why the other is wrong."
    )


@sentence.register
def _hours(error: HoursWouldChange) -> str:
    return _(
        "The hours would be {after} instead of {before}. Nothing was changed; please tell who "
        "looks after the program."
    ).format(before=hours_with_unit(error.before), after=hours_with_unit(error.after))


@sentence.register
def _undone(error: MergeUndone) -> str:
    return _("This merge was undone already.")


@sentence.register
def _onward(error: MergedOnward) -> str:
    return _(
        "The record was later merged into number {number}. Undo that merge first, then this one."
    ).format(number=error.number)


@sentence.register
def _changed(error: FieldsChangedSince) -> str:
    return _(
        "What the merge put into the record was corrected since ({fields}); nobody can tell whose "
        "it is. Set it back to what the merge left there, undo, then correct the right record."
    ).format(fields=_(", ").join(map(merge_field_label, error.fields)))


@sentence.register
def _rows_gone(error: RowsGoneSince) -> str:
    return ngettext(
        "{count} entry that was moved is no longer with this person. Undo later merges first.",
        "{count} entries that were moved are no longer with this person. Undo later merges first.",
        error.count,
    ).format(count=error.count)


@sentence.register
def _certificate(error: CertificateSince) -> str:
    return _(
        "Certificate {number} was issued after the merge and counts the hours of both. Void it "
        "first, then undo."
    ).format(number=error.number)


@sentence.register
def _taken(error: DocumentTaken) -> str:
    return _(
        "The document that would come back is by now that of {name}, {number}. See which record "
        "it belongs to, then undo."
    ).format(name=error.name, number=error.number)


@sentence.register
def _word_gone(error: WordGone) -> str:
    return _("This was taken back already.")
