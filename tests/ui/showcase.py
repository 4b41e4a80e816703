"""Everything the look is made of, on invented data: to be seen, and to be tested against."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from station_app.i18n import N_, _
from station_app.ui.desk import Desk
from station_app.ui.tables import Align, Column, Empty, ListView
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Kind, Page

_FAMILY = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = ("秀英", "建国", "梅", "志强", "玉兰", "晓明", "海燕", "国庆", "丽华", "文")
_STATES = (("在岗", Tone.OK), ("未到岗", Tone.MUTED), ("待确认", Tone.WARN), ("逾期", Tone.DANGER))


class By(Enum):
    """What the fake list sorts by."""

    NUMBER = "number"
    NAME = "name"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented volunteer."""

    place: int

    @property
    def number(self) -> str:
        """The volunteer number."""
        return f"YS01-{self.place + 1:05d}"

    @property
    def name(self) -> str:
        """Family and given name, in a fixed disorder."""
        return _FAMILY[self.place * 7 % len(_FAMILY)] + _GIVEN[self.place * 3 % len(_GIVEN)]

    @property
    def hours(self) -> float:
        """Hours so far."""
        return self.place * 37 % 1200 / 4

    @property
    def state(self) -> tuple[str, Tone]:
        """A status word and its tone."""
        return _STATES[self.place * 5 % len(_STATES)]


COLUMNS: Sequence[Column[Person]] = (
    Column(N_("Number"), lambda row: row.number, order=By.NUMBER, width=130),
    Column(N_("Name"), lambda row: row.name, order=By.NAME, width=140, strong=True),
    Column(N_("Phone"), lambda row: f"138 0000 {row.place % 10000:04d}", width=150),
    Column(N_("Status"), lambda row: row.state[0], tone=lambda row: row.state[1], chip=True),
    Column(
        N_("Hours"), lambda row: f"{row.hours:.2f}", order=By.HOURS, align=Align.RIGHT, width=110
    ),
    Column(N_("Area"), lambda row: f"演示社区{row.place % 12 + 1}号楼", width=200, stretch=True),
)


class People:
    """A list source over any number of invented volunteers; the filter is a text in the name."""

    tables = frozenset({"volunteer"})

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[tuple[str, Any]] = []

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """Sorted and filtered as the database would."""
        self.asked.append(("ids", limit))
        found: Sequence[int] = range(self.count)
        if filter:
            found = [one for one in found if filter in Person(one).name]
        if order is not By.NUMBER and order is not None:
            found = sorted(found, key=lambda one: (getattr(Person(one), order.value), one))
        if descending:
            found = found[::-1]
        return [str(one) for one in found[:limit]]

    def rows(self, ids: Sequence[str]) -> Sequence[Person | None]:
        """One row an id."""
        self.asked.append(("rows", tuple(ids)))
        return [Person(int(one)) for one in ids]


def a_list(desk: Desk, source: People) -> ListView:
    """The list of invented volunteers, open."""
    view = ListView(
        desk,
        source,
        COLUMNS,
        name="people",
        label=_("Volunteers"),
        empty=Empty("volunteers", "还没有志愿者。登记第一位，或从表格导入。", "登记志愿者", print),
    )
    view.open("")
    return view


class TablePage(Page):
    """Ten thousand people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "志愿者", "在册 10,000 人 · 本月服务 1,284 人次")
        self.add_action(Button("导出", icon="export"))
        self.add_action(Button("导入", icon="import"))
        self.add_action(Button("登记志愿者", Kind.PRIMARY, icon="person-add"))
        self.list = a_list(desk, People(10_000))
        self.body.addWidget(self.list, 1)
