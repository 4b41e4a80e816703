"""What happened to a person's record, in the words of a clerk."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from station_app.domain.attendance import Origin
from station_app.domain.certificates import Kind, State
from station_app.domain.consents import Act, ConsentWay, Purpose
from station_app.domain.documents import DocumentKind
from station_app.domain.journal import JSON, Op
from station_app.i18n import N_, _
from station_app.papers.contents import Sheet
from station_app.services.person_history import HistoryEntry
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.certificates import kind_label, reason_text, state_label
from station_app.wording.consents import purposes_text, way_label
from station_app.wording.labels import (
    consent_way_label,
    document_kind_label,
    service_class_label,
    sex_label,
)
from station_app.wording.papers import sheet_label
from station_app.wording.people import FIELDS
from station_app.wording.profiles import availability_text, coded_text
from station_app.wording.qualifications import qualification_label
from station_app.wording.stars import star_text
from station_app.wording.values import clock_text, hours_text, moment_text

_NEW: Final = {
    "volunteer": N_("Volunteer registered"),
    "attendance": N_("Stay entered"),
    "supplement": N_("Supplement asked for"),
    "evaluation": N_("Evaluated"),
    "certificate": N_("Certificate number taken"),
    "consent": N_("Consent given"),
    "qualification": N_("Qualification entered"),
    "assignment": N_("Put on a shift"),
    "star": N_("Star confirmed"),
    "team_member": N_("Joined a team"),
    "merge": N_("Another record merged into this one"),
    "erasure": N_("Personal data erased"),
}
_CHANGED: Final = {
    "volunteer": N_("Record corrected"),
    "attendance": N_("Stay corrected"),
    "supplement": N_("Supplement decided"),
    "evaluation": N_("Evaluation changed"),
    "certificate": N_("Certificate changed"),
    "consent": N_("Consent changed"),
    "qualification": N_("Qualification changed"),
    "assignment": N_("Place on a shift changed"),
    "star": N_("Star taken back"),
    "team_member": N_("Team membership changed"),
    "merge": N_("Merge undone"),
}
_BY_VERB: Final = {
    "check_out": N_("Signed out"),
    "undo_sign": N_("Taken back at the desk"),
    "void_stay": N_("Stay struck out"),
    "close_stay": N_("Sign-out filled in"),
    "review_stays": N_("Unusual stay looked at"),
    "withdraw_review": N_("Approval taken back"),
    "void_evaluation": N_("Evaluation struck out"),
    "void_qualification": N_("Qualification struck out"),
    "withdraw_assignment": N_("Taken off a shift"),
    "mark_not_come": N_("Did not come to a shift"),
    "take_back_not_come": N_("“Did not come” taken back"),
    "leave_team": N_("Left a team"),
    "appoint_leader": N_("Leads a team"),
    "undo_merge": N_("Merge undone"),
    "keep_photo": N_("Photo changed"),
    "drop_photo": N_("Photo removed"),
    "show_document": N_("Document number shown"),
    "print_again": N_("Printed again"),
    "print": N_("Printed"),
}
_SHEETS: Final = frozenset(Sheet)
_SIGNING: Final = ("check_in", "sign", "sign_typed")
_COLUMNS: Final = {
    "born_on": N_("Birth date"),
    "number": N_("Number"),
    "document_number": N_("Document number"),
    "former_names": N_("Former names"),
    "registered_on": N_("Registered"),
    "came_at": N_("Came"),
    "left_at": N_("Left"),
    "minutes": N_("Hours"),
    "origin": N_("Origin"),
    "evidence": N_("Evidence"),
    "void_reason": N_("Reason"),
    "withdraw_reason": N_("Reason"),
    "withdrawn_reason": N_("Reason"),
    "left_reason": N_("Reason"),
    "until_on": N_("Until"),
    "state": N_("State"),
}


def headline(entry: HistoryEntry) -> str:
    """What was done, in a few words."""
    if entry.op is Op.ERASE and entry.image.get("erased_at"):
        return _("Personal data erased")
    if entry.op is Op.ERASE or (not entry.image and entry.op is not Op.ACCESS):
        return _("Earlier entry, erased")
    if entry.verb in _BY_VERB:
        return _(_BY_VERB[entry.verb])
    if entry.op is Op.ACCESS:
        return _("Personal data shown or printed")
    if entry.entity == "consent" and entry.image["act"] == Act.WITHDRAWN:
        return _("Consent withdrawn")
    if entry.entity == "attendance" and entry.verb in _SIGNING:
        return _("Signed in") if entry.op is Op.INSERT else _("Signed out")
    if entry.entity == "certificate" and entry.op is Op.UPDATE:
        return _certificate(entry)
    known = _NEW if entry.op is Op.INSERT else _CHANGED
    if entry.verb == "merge_people" and entry.op is Op.UPDATE:
        return _("Changed by a merge")
    return _(known[entry.entity]) if entry.entity in known else _("Entry changed")


def about(entry: HistoryEntry) -> str:
    """Which stay, paper or team it is about, or why somebody looked; empty where it is plain."""
    image = entry.image
    if entry.op is Op.ACCESS:
        told = (str(image[key]) for key in ("why", "paper", "number") if image.get(key))
        return " · ".join(sheet_label(Sheet(text)) if text in _SHEETS else text for text in told)
    return " · ".join(filter(None, _told(entry))) if image else ""


def changes_told(entry: HistoryEntry) -> Iterator[tuple[str, str, str]]:
    """Each changed field that means something to a clerk: its label, before and after."""
    for change in entry.changes:
        if (label := _label(change.field)) and change.field not in _silent(entry):
            yield (
                label,
                value_text(change.field, change.before),
                value_text(change.field, change.after),
            )


def value_text(field: str, value: JSON) -> str:
    """A value of the journal as people read it; a dash for nothing."""
    if value in (None, "", 0) and field != "sex":
        return "–"
    text = str(value)
    match field:
        case "sex":
            return sex_label(text)
        case "document_kind":
            return document_kind_label(DocumentKind(text))
        case "consent_way":
            return consent_way_label(ConsentWay(text))
        case "service_classes":
            return _(", ").join(map(service_class_label, text.split()))
        case "availability":
            return availability_text(text.split())
        case "photo":
            return _("on file")
        case "came_at" | "left_at":
            return moment_text(datetime.fromisoformat(text))
        case "minutes":
            return hours_text(int(text))
        case "origin":
            return origin_label(Origin(text))
        case "state":
            return state_label(State(text)) if text in set(State) else text
        case "withdrawn_reason":
            return void_reason_text(text)
        case "void_reason":
            return reason_text(text)
        case _:
            return coded_text(field, text)


def _certificate(entry: HistoryEntry) -> str:
    return {
        State.ISSUED: _("Certificate issued"),
        State.VOID: _("Certificate voided"),
    }.get(State(str(entry.image["state"])), _("Certificate changed"))


def _told(entry: HistoryEntry) -> Iterator[str]:
    image, named = entry.image, entry.named
    match entry.entity:
        case "attendance" | "supplement":
            yield _stay_text(image.get("came_at"), image.get("left_at"))
            yield named.get("post_id", "")
        case "certificate":
            yield kind_label(Kind(str(image["kind"])))
            yield str(image["number"])
        case "consent":
            yield purposes_text(frozenset(map(Purpose, str(image["purposes"]).split())))
            yield str(image["on_day"])
            yield way_label(Act(str(image["act"])), ConsentWay(str(image["way"])))
        case "qualification":
            yield qualification_label(str(image["kind"]))
            yield str(image["number"])
        case "assignment":
            yield named.get("shift_id", "")
        case "star":
            yield star_text(int(str(image["star"])))
        case "team_member":
            yield named.get("team_id", "")


def _stay_text(came: JSON, left: JSON) -> str:
    since = moment_text(datetime.fromisoformat(str(came)))
    if not left:
        return since
    until = clock_text(datetime.fromisoformat(str(left)))
    return _("{came} – {left}").format(came=since, left=until)


def _silent(entry: HistoryEntry) -> frozenset[str]:
    """Fields that the headline tells already."""
    if entry.entity == "attendance" and entry.verb in (*_SIGNING, "check_out"):
        return frozenset({"left_at", "minutes"})
    return frozenset({"state"}) if entry.entity == "certificate" else frozenset()


def _label(field: str) -> str:
    words = FIELDS.get(field) or _COLUMNS.get(field, "")
    return _(words) if words else ""
