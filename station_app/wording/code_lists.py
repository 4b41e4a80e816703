"""Sentences and labels about code lists and a station's own entries in them."""

from station_app.domain.code_entries import (
    CodeEndsEarly,
    CodeLabelFigures,
    CodeLabelTaken,
    CodeListFixed,
    CodeTaken,
    CodeUnknown,
    CodeUnreadable,
)
from station_app.domain.codes import NAMES, Code, ListName, code_list
from station_app.i18n import N_, _, language
from station_app.services.code_lists import ListedCode
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

LISTS: dict[ListName, str] = {
    "sex": N_("Sex"),
    "document_kind": N_("Document kinds"),
    "consent_way": N_("Ways of consent"),
    "consent_purpose": N_("Purposes of consent"),
    "ethnic_group": N_("Ethnic groups"),
    "political_status": N_("Political status"),
    "education": N_("Education"),
    "employment": N_("Employment"),
    "availability": N_("Times of availability"),
    "qualification_kind": N_("Kinds of qualification"),
    "service_class": N_("Service classes of volunteers and teams"),
    "service_object": N_("Whom a project serves"),
    "volunteer_kind": N_("Kinds of volunteer"),
    "post_class": N_("Service classes of posts"),
    "team_kind": N_("Kinds of team"),
    "department": N_("Supervising departments"),
    "roster_columns": N_("Columns of rosters"),
    "paper_columns": N_("Columns of sign-in sheets"),
}


def list_label(name: ListName) -> str:
    """What a list is called."""
    return _(LISTS[name])


def editable_lists() -> tuple[tuple[ListName, str], ...]:
    """The lists a station may change, by name and label."""
    return tuple((name, list_label(name)) for name in NAMES if code_list(name).editable)


def origin_text(listed: ListedCode) -> str:
    """自带, 自增, 已改."""
    if not listed.own:
        return _("shipped")
    return _("changed here") if listed.shipped else _("own")


def source_text(name: ListName) -> str:
    """出处：GB/T 3304-1991 …（1992-04-01 起施行）."""
    known = code_list(name)
    source = known.source if language() == "en" else known.source_zh
    if known.valid_from is None:
        return _("Source: {source}").format(source=source)
    return _("Source: {source} (in force since {day})").format(
        source=source, day=day_text(known.valid_from)
    )


def offered_text(entry: Code) -> str:
    """Since when and until when it is offered; a dash for what always is."""
    first, last = day_text(entry.valid_from), day_text(entry.valid_until)
    if first and last:
        return _("{first} to {last}").format(first=first, last=last)
    if first:
        return _("since {day}").format(day=first)
    return _("retired on {day}").format(day=last) if last else "–"


@sentence.register
def _fixed(error: CodeListFixed) -> str:
    return _("“{list}” follows a rule or a national standard and cannot be changed here.").format(
        list=list_label(error.list_name)
    )


@sentence.register
def _unreadable(error: CodeUnreadable) -> str:
    return _(
        "“{entry}” is no code. Write at most {longest} letters and digits without spaces."
    ).format(entry=error.entry, longest=error.longest)


@sentence.register
def _taken(error: CodeTaken) -> str:
    return _("The code {entry} belongs to “{label}” already. Choose another code.").format(
        entry=error.entry, label=error.label
    )


@sentence.register
def _unknown(error: CodeUnknown) -> str:
    return _("“{list}” has no entry with the code {entry}.").format(
        list=list_label(error.list_name), entry=error.entry
    )


@sentence.register
def _label_taken(error: CodeLabelTaken) -> str:
    return _(
        "The entry {entry} is called “{label}” already. Choose another name, or change that entry."
    ).format(entry=error.entry, label=error.label)


@sentence.register
def _figures(error: CodeLabelFigures) -> str:
    return _("“{label}” is no name. Write at least one word.").format(label=error.label)


@sentence.register
def _ends_early(error: CodeEndsEarly) -> str:
    return _("The entry begins on {since}; it cannot end before, on {until}.").format(
        since=day_text(error.valid_from), until=day_text(error.valid_until)
    )
