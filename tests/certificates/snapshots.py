"""Snapshots for the tests: one line makes one paper."""

from datetime import date, time, timedelta
from typing import Any

from station_app.certificates import Press
from station_app.domain.attendance import Origin
from station_app.domain.certificates import Detail, Kind, Snapshot, certificate_number

RARE = ("𬱖", "𠅤", "𫍽", "㛃", "䶮")
UNIT = "和平里社区居民委员会"
LONG_UNIT = "湖南省长沙市岳麓区望城坡街道航天大院南社区居民委员会新时代文明实践工作领导小组"
ORIGINS = (Origin.CLOCKED, Origin.CLOCKED, Origin.SHEET, Origin.SUPPLEMENTED)
SERVICES = ("图书整理", "为老助餐", "社区环境清洁日活动（春季）", "青少年课后辅导")
PLACES = ("和平里社区图书角", "和平里社区食堂二层", "社区东侧小广场", "文明实践站活动室")


def a_detail(at: int, **changes: Any) -> Detail:
    """One stay: every second day from 1 March 2026, of four kinds in turn."""
    values: dict[str, Any] = {
        "day": date(2026, 3, 1) + timedelta(days=2 * at),
        "service": SERVICES[at % 4],
        "place": PLACES[at % 4],
        "came": time(9),
        "left": time(11, 30),
        "minutes": (150, 120, 95, 180)[at % 4],
        "origin": ORIGINS[at % 4],
        "organiser": UNIT,
        "in_charge": "王建国",
    } | changes
    return Detail(**values)


def a_proof(lines: int = 5, **changes: Any) -> Snapshot:
    """A proof with a detail list of so many lines."""
    details = changes.pop("details", tuple(map(a_detail, range(lines))))
    minutes = sum(line.minutes for line in details) or 2190
    services = tuple(dict.fromkeys(line.service for line in details)) or SERVICES
    values = {"details": details, "minutes": minutes, "visits": len(details) or 12}
    return a_snapshot(Kind.PROOF, **{**values, "services": services} | changes)


def an_appreciation(serial: int = 1, **changes: Any) -> Snapshot:
    """An appreciation certificate."""
    number = certificate_number("SJ001", Kind.APPRECIATION, 2026, serial)
    return a_snapshot(Kind.APPRECIATION, **{"number": number} | changes)


def a_snapshot(kind: Kind, **changes: Any) -> Snapshot:
    """A paper for 李梅 of 2026."""
    values: dict[str, Any] = {
        "kind": kind,
        "number": certificate_number("SJ001", kind, 2026, 1),
        "template": kind.value,
        "template_version": 1,
        "name": "李梅",
        "sex": "女",
        "document_kind": "居民身份证",
        "document_number": "999***********002X",
        "volunteer_number": "SJ001-000123",
        "first_day": date(2026, 3, 1),
        "last_day": date(2026, 11, 30),
        "visits": 12,
        "minutes": 2190,
        "services": SERVICES[:2],
        "details": (),
        "recording_unit": UNIT,
        "station": "和平里社区新时代文明实践站",
        "in_charge": "王建国",
        "handler": "赵小敏",
        "phone": "010-00000000",
        "issued_on": date(2026, 11, 23),
    } | changes
    return Snapshot(**values)


def printed(*snapshots: Snapshot, draft: bool = False) -> bytes:
    """The PDF of these papers."""
    press = Press(draft=draft)
    for snapshot in snapshots:
        press.add(snapshot)
    return press.finish()
