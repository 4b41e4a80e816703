"""Sentences about erased records; what an erasure takes, leaves, and cannot reach."""

from collections.abc import Iterator

from station_app.domain.erasing import (
    AlreadyErased,
    Cause,
    MergeErased,
    RecordErased,
    RecordMerged,
    StillIn,
)
from station_app.i18n import N_, _, ngettext
from station_app.services.erasing import ErasurePreview
from station_app.wording.labels import document_kind_label
from station_app.wording.people import field_label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text, hours_text, in_a_row, moment_text

_CAUSES = {
    Cause.REQUEST: N_("The person asked for it"),
    Cause.RETENTION: N_("No service for long"),
}


def cause_label(cause: Cause) -> str:
    """Why data is erased."""
    return _(_CAUSES[cause])


def going(shown: ErasurePreview) -> Iterator[str]:
    """What an erasure takes, line by line."""
    yield _("The middle of the document number; day and month of birth")
    if shown.fields:
        yield _(", ").join(map(_field, shown.fields))
    if shown.merged:
        yield ngettext(
            "The same in {count} record merged into this one: {numbers}",
            "The same in {count} records merged into this one: {numbers}",
            len(shown.merged),
        ).format(count=len(shown.merged), numbers=_(", ").join(shown.merged))
    if shown.consents:
        yield ngettext(
            "Witness, guardian and note of {count} act of consent",
            "Witness, guardian and note of {count} acts of consent",
            shown.consents,
        ).format(count=shown.consents)
    if shown.qualifications:
        yield ngettext(
            "The number of {count} qualification",
            "The numbers of {count} qualifications",
            shown.qualifications,
        ).format(count=shown.qualifications)
    if shown.shifts:
        yield ngettext(
            "The place on {count} shift to come",
            "The places on {count} shifts to come",
            shown.shifts,
        ).format(count=shown.shifts)
    yield ngettext(
        "What {count} entry of the journal says of it; the chain stays whole",
        "What {count} entries of the journal say of it; the chain stays whole",
        shown.entries,
    ).format(count=shown.entries)
    yield _("Finding the person by telephone or document number")


def staying(shown: ErasurePreview) -> Iterator[tuple[str, str]]:
    """What an erasure leaves, each with its reason."""
    yield (
        _("{name}, number {number}, sex").format(name=shown.name, number=shown.number),
        _("Every proof shows them (Order 67, arts. 5 and 15)."),
    )
    yield (
        _("{kind} {number}").format(
            kind=document_kind_label(shown.document_kind), number=shown.document_masked
        ),
        _("A proof names the document; what is left of the number is of no use to anybody."),
    )
    yield (
        _("Year of birth: {year}").format(year=shown.birth_year),
        _("It tells namesakes apart, and whether a guardian had to agree."),
    )
    yield (
        _("{hours} h in {visits} stays").format(
            hours=hours_text(shown.minutes), visits=shown.visits
        ),
        _("Service is kept on record for ten years at least (Regulation, art. 19; GB/T 40143)."),
    )
    if shown.papers:
        yield _papers(shown)
    if shown.stars or shown.teams:
        yield (
            _("Star ratings: {stars}; teams: {teams}, with days").format(
                stars=shown.stars, teams=shown.teams
            ),
            _("They belong to the record of service."),
        )
    yield (
        _("Days and ways of consent"),
        _("They prove that the person was registered lawfully (Order 67, art. 6)."),
    )


def out_of_reach(shown: ErasurePreview) -> Iterator[str]:
    """Where the data still is and this program cannot go."""
    yield _("Papers printed and files exported before: take them back or destroy them.")
    yield _("Backups made before: make a new one, then delete the old ones.")
    if shown.bundles:
        yield ngettext(
            "{count} bundle handed over, on {day}: tell the superior; the next bundle carries the "
            "reduced record.",
            "{count} bundles handed over, the last on {day}: tell the superior; the next bundle "
            "carries the reduced record.",
            shown.bundles,
        ).format(count=shown.bundles, day=day_text(shown.bundled_on))


def _papers(shown: ErasurePreview) -> tuple[str, str]:
    what = ngettext(
        "{count} certificate as it was issued", "{count} certificates as issued", shown.papers
    ).format(count=shown.papers)
    why = _("The register must be able to bear out every paper.")
    if shown.whole_papers:
        numbers = _(", ").join(shown.whole_papers)
        whole = _("With the whole document number: {numbers}.").format(numbers=numbers)
        why = in_a_row(why, whole)
    return what, why


def _field(column: str) -> str:
    return _("Former names") if column == "former_names" else field_label(column)


@sentence.register
def _still_in(error: StillIn) -> str:
    return _(
        "{name} is signed in since {time}. Sign the person out first; then the data can be erased."
    ).format(name=error.name, time=moment_text(error.since))


@sentence.register
def _already(error: AlreadyErased) -> str:
    return _("The personal data of {name} ({number}) was erased on {day} already.").format(
        name=error.name, number=error.number, day=day_text(error.erased_on)
    )


@sentence.register
def _erased(error: RecordErased) -> str:
    return _(
        "The personal data of {name} ({number}) was erased on {day}, so nothing can be added to "
        "this record. If the person wants to serve again, register them anew."
    ).format(name=error.name, number=error.number, day=day_text(error.erased_on))


@sentence.register
def _merged(error: RecordMerged) -> str:
    return _(
        "Number {number} was merged into the record of {name}. Go on with number {survivor}."
    ).format(number=error.number, name=error.survivor_name, survivor=error.survivor_number)


@sentence.register
def _merge_erased(error: MergeErased) -> str:
    return _(
        "The personal data of {name} was erased on {day}, and with it what the two records held "
        "before the merge. It cannot be undone any more."
    ).format(name=error.name, day=day_text(error.erased_on))
