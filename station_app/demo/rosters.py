"""The sample files: a roster of 300 rows and a month of sign-in sheets, untidy as real ones.

`python -m station_app.demo.rosters` writes them to `resources/samples`, always the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from station_app.demo.disorder import Scribe, Value
from station_app.demo.files import Table, write_csv, write_workbook
from station_app.demo.people import invented
from station_app.demo.signin import paper_table
from station_app.domain.codes import ListName, code_list
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind
from station_app.domain.people import Registration
from station_app.domain.profiles import CODED, Profile
from station_app.places import resource

SEED: Final = 2026
DAY: Final = date(2026, 9, 30)
ROSTER_TITLE: Final = "演示社区志愿者花名册（演示数据，人物均为虚构）"
PAPER_TITLE: Final = "演示社区实践点2026年10月签到表（演示数据，人物均为虚构）"
HEADER: Final = (
    *("序号", "姓名", "性别", "出生日期", "证件类型", "身份证号码", "手机号码", "居住区域"),
    *("专业技能", "服务类别", "同意日期", "同意方式", "同意见证人", "监护人", "监护人电话", "备注"),
    *("民族", "政治面貌", "学历", "职业", "详细地址", "紧急联系人", "紧急联系人电话"),
    *("可服务时间", "语言"),
)
_NUMBER, _PHONE = HEADER.index("身份证号码"), HEADER.index("手机号码")
_PEOPLE: Final = 295
# Names that trip programs: surnames with a reading of their own, dots, rare characters, letters.
_NOTABLE: Final = dict(
    zip(
        range(4, _PEOPLE, 7),
        "曾晓敏、阿卜杜拉·买买提、王𬱖、陈㛃、李䶮、周𠅤、吴𫍽、古丽努尔·托合提、单国强、尉迟文静、"
        "朴春燕、仇建军、艾克拜尔·吐尔逊、盖雪梅、巴特尔·苏和、解志远、玛依拉·阿不力孜、翟明辉、"
        "区家豪、叶尔兰·胡安别克、Anna Müller、查若兰".split("、"),
        strict=False,
    )
)
_OTHER_DOCUMENTS: Final = {
    71: Document(DocumentKind.HK_MACAO_PERMIT, "H00000001"),
    144: Document(DocumentKind.PASSPORT, "XX0000002"),
}
_MANGLED: Final = (37, 142, 233)
_TWICE: Final = {60: 11, 119: 57, 190: 4, 251: 53, 290: 120}  # after this one, that one again


@dataclass(frozen=True, slots=True)
class Expected:
    """What an import of a sample must answer: `refused` counts the refusals by their code."""

    asked: int
    done: int
    refused: Mapping[str, int]
    refused_rows: tuple[int, ...]


ROSTER: Final = Expected(
    300, 292, {"digits_lost": 3, "already_registered": 5}, (40, 64, 124, 147, 196, 239, 258, 298)
)
PAPER: Final = Expected(188, 185, {"missing_field": 2, "time_unreadable": 1}, (61, 93, 134))


@cache
def volunteers() -> tuple[Registration, ...]:
    """The 295 people of the roster, in its order, as they really are."""
    found = []
    for place, person in enumerate(invented(SEED, _PEOPLE, today=DAY)):
        name = _NOTABLE.get(place, person.name)
        document = _OTHER_DOCUMENTS.get(place, person.document)
        found.append(replace(person, name=name, document=document))
    return tuple(found)


def accepted() -> tuple[Registration, ...]:
    """Those whom an import takes in, in the order in which they are numbered."""
    return tuple(who for place, who in enumerate(volunteers()) if place not in _MANGLED)


def roster_table() -> Table:
    """Title, header, and a row for each person, five of them twice."""
    scribe = Scribe(SEED)
    rows: list[list[Value]] = []
    for place, person in enumerate(volunteers()):
        rows.append(_row(scribe, person))
        if place in _MANGLED:
            rows[-1][_NUMBER] = float(f"{person.document.number[:15]}000")
        if place in _TWICE:
            rows.append(_row(scribe, volunteers()[_TWICE[place]]))
            rows[-1][_PHONE] = ""
    numbered = [[float(count), *row[1:]] for count, row in enumerate(rows, 1)]
    return [[ROSTER_TITLE], HEADER, *numbered]


def write_samples(folder: Path) -> None:
    """Write every sample file into the folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    roster, paper = roster_table(), paper_table(accepted(), PAPER_TITLE)
    write_workbook(folder / "roster.xlsx", "花名册（演示）", roster)
    write_csv(folder / "roster-utf8.csv", roster, "utf-8-sig")
    write_csv(folder / "roster-gb18030.csv", roster, "gb18030")
    write_workbook(folder / "paper-sheets.xlsx", "签到表（演示）", paper)
    write_csv(folder / "paper-sheets.csv", paper, "utf-8-sig")


def _row(scribe: Scribe, person: Registration) -> list[Value]:
    resident = person.document.kind is DocumentKind.RESIDENT_ID
    draw = scribe.chance.random()
    sex = code_list("sex").label(person.sex, "zh_CN")
    kind = code_list("document_kind").label(person.document.kind, "zh_CN")
    return [
        0.0,
        scribe.name(person.name),
        "" if resident and draw < 0.3 else f"{sex}性" if draw > 0.9 else sex,
        "" if resident and 0.2 < draw < 0.6 else scribe.day(person.born_on),
        "" if resident and draw > 0.5 else "身份证" if resident and draw > 0.25 else kind,
        scribe.document(person.document.number),
        scribe.phone(person.phone),
        f"{person.area} " if draw > 0.95 else person.area,
        scribe.some(person.skills),
        scribe.some(_labels("service_class", person.service_classes)),
        scribe.day(person.consent_on),
        _way(person.consent_way, draw),
        scribe.name(person.consent_witness),
        scribe.name(person.guardian_name),
        scribe.phone(person.guardian_phone),
        person.remark,
        *_told(scribe, person.profile),
    ]


def _told(scribe: Scribe, profile: Profile) -> list[Value]:
    coded = (_labels(field, (getattr(profile, field),)) for field in CODED)
    return [
        *("".join(labels) for labels in coded),
        profile.address,
        scribe.name(profile.emergency_name),
        scribe.phone(profile.emergency_phone),
        scribe.some(_labels("availability", profile.availability)),
        scribe.some(profile.languages),
    ]


def _labels(name: ListName, codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code_list(name).label(code, "zh_CN") for code in codes)


def _way(way: ConsentWay, draw: float) -> str:
    short = {ConsentWay.PAPER: "签字", ConsentWay.SPOKEN_WITNESSED: "口头"}
    full = code_list("consent_way").label(way, "zh_CN")
    return short.get(way, "家长同意") if draw < 0.4 else full


if __name__ == "__main__":
    write_samples(resource("samples"))
