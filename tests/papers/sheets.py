"""Contents for the tests: one line makes what one paper says."""

from datetime import date, time, timedelta
from typing import Any

from station_app.domain.attendance import Origin
from station_app.domain.certificates import Kind
from station_app.papers.contents import (
    ConsentSheet,
    RecordedPaper,
    RecordedQualification,
    RecordedStar,
    RecordedStay,
    RecordSheet,
    Signatory,
)

UNIT = "演示社区居民委员会"
LONG_UNIT = "湖南省长沙市岳麓区望城坡街道航天大院南社区居民委员会新时代文明实践工作领导小组"
POSTS = (
    ("图书角值守", "演示社区一楼大厅"),
    ("为老助餐", "演示社区食堂二层"),
    ("社区环境清洁日活动（春季）", "社区东侧小广场及沿街商铺门前"),
    ("青少年课后辅导", "活动室"),
)
STAR = RecordedStar(1, None, date(2026, 5, 6), 6100)
PAPER = RecordedPaper(
    Kind.PROOF, "YS01-Z2026-00001", date(2026, 1, 1), date(2026, 10, 31), 600, date(2026, 11, 2)
)
LICENCE = RecordedQualification(
    "机动车驾驶证", "999***********0013", "演示市公安局", date(2025, 1, 1), None
)


def a_signatory(**changes: Any) -> Signatory:
    """A grown-up volunteer."""
    values: dict[str, Any] = {
        "name": "李梅",
        "number": "260000013",
        "document_kind": "居民身份证",
        "document_number": "999***********0013",
        "phone": "138****8000",
        "is_child": False,
        "guardian_name": "",
    }
    return Signatory(**values | changes)


def a_consent(**changes: Any) -> ConsentSheet:
    """The sheet of 李梅; `person=None` for the blank one."""
    values: dict[str, Any] = {
        "recording_unit": UNIT,
        "station": "演示社区新时代文明实践点",
        "address": "演示路1号演示社区一楼大厅",
        "clerk": "演示经办人",
        "unit_phone": "010-00000000",
        "superior": "演示街道新时代文明实践所",
        "guardian_below": 14,
        "guardian_present_below": 10,
        "retention_years": 3,
        "person": a_signatory(),
    }
    return ConsentSheet(**values | changes)


def a_stay(at: int = 0, **changes: Any) -> RecordedStay:
    """One stay: every second day from 1 March 2025, at four posts in turn."""
    post, place = POSTS[at % 4]
    values: dict[str, Any] = {
        "day": date(2025, 3, 1) + timedelta(days=2 * at),
        "post": post,
        "place": place,
        "came": time(9),
        "left": time(11, 30),
        "minutes": (150, 120, 95, 180)[at % 4],
        "origin": tuple(Origin)[at % 5],
    }
    return RecordedStay(**values | changes)


def a_record(count: int = 3, **changes: Any) -> RecordSheet:
    """The record of 李梅 with so many stays, and nothing beside them."""
    values: dict[str, Any] = {
        "recording_unit": UNIT,
        "station": "演示社区新时代文明实践点",
        "unit_phone": "010-00000000",
        "printed_on": date(2026, 11, 23),
        "first_day": None,
        "last_day": None,
        "name": "李梅",
        "number": "260000013",
        "sex": "女",
        "document_kind": "居民身份证",
        "document_number": "999***********0013",
        "phone": "138****8000",
        "area": "演示社区",
        "registered_on": date(2025, 2, 28),
        "stays": tuple(map(a_stay, range(count))),
        "stars": (),
        "certificates": (),
        "qualifications": (),
    }
    return RecordSheet(**values | changes)
