"""The words of one snapshot, ready for the placeholders of a template."""

from collections.abc import Sequence

from station_app.certificates.templates import Template
from station_app.domain.attendance import hours
from station_app.domain.certificates import Detail, Snapshot, check_code
from station_app.domain.chinese import capitals, chinese_date, period_text

PREVIEW = "预览"


def values(snapshot: Snapshot, template: Template, *, draft: bool) -> dict[str, str]:
    """Every field a phrase may name. A draft has no number and no check code yet."""
    labels = template.labels
    return {
        "number": PREVIEW if draft else snapshot.number,
        "check_code": PREVIEW if draft else check_code(snapshot),
        "name": snapshot.name,
        "sex": snapshot.sex,
        "document_kind": snapshot.document_kind,
        "document_number": snapshot.document_number,
        "volunteer_number": snapshot.volunteer_number,
        "first_day": chinese_date(snapshot.first_day),
        "last_day": chinese_date(snapshot.last_day),
        "period": period_text(snapshot.first_day, snapshot.last_day),
        "visits": str(snapshot.visits),
        "hours": figure(snapshot.minutes),
        "hours_capitals": capitals(hours(snapshot.minutes)),
        "services": _listed(snapshot.services, labels["services"], "、", int(labels["most"])),
        "detail_count": str(len(snapshot.details) or ""),
        "where": labels.get("inline", ""),
        "split": _split(snapshot.details, template),
        "recording_unit": snapshot.recording_unit,
        "station": snapshot.station,
        "in_charge": snapshot.in_charge,
        "handler": snapshot.handler,
        "phone": snapshot.phone,
        "issued_on": chinese_date(snapshot.issued_on),
    }


def figure(minutes: int) -> str:
    """Hours in figures, at most two decimals."""
    return f"{hours(minutes):f}"


def payload(number: str, code: str, *, draft: bool) -> str:
    """What the QR code says; capitals, digits, colon and hyphen keep it in its small form."""
    return "PS1:PREVIEW" if draft else f"PS1:{number}:{code}"


def detail_values(line: Detail, row: int, template: Template) -> dict[str, str]:
    """The cells of one line of the detail list by the columns' field names."""
    next_day = template.labels["next_day"] if line.left <= line.came else ""
    return {
        "row": str(row),
        "day": line.day.isoformat(),
        "service": line.service,
        "place": line.place,
        "time": f"{line.came:%H:%M}–{next_day}{line.left:%H:%M}",
        "hours": figure(line.minutes),
        "origin": template.origins[line.origin],
        "organiser": line.organiser,
        "in_charge": line.in_charge,
    }


def _listed(names: Sequence[str], each: str, between: str, most: int) -> str:
    """Names in a row as the template quotes them; a long row ends with their number."""
    said = between.join(each.format(name) for name in names[:most])
    return f"{said}等{len(names)}项" if len(names) > most else said


def _split(details: Sequence[Detail], template: Template) -> str:
    """How the hours came into the books: minutes and stays by origin, in the origins' order."""
    parts = []
    for origin, label in template.origins.items():
        lines = [line for line in details if line.origin is origin]
        if lines:
            total = figure(sum(line.minutes for line in lines))
            parts.append(template.labels["part"].format(label, total, len(lines)))
    return "、".join(parts)
