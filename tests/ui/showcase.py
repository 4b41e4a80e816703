"""Everything the look is made of, on invented data: to be seen, and to be tested against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QRadioButton

from station_app.i18n import N_, _
from station_app.ui.desk import Desk
from station_app.ui.main_window import MainWindow
from station_app.ui.pages import PageEntry
from station_app.ui.search_box import Found
from station_app.ui.tables import Align, Column, Empty, ListView
from station_app.ui.theme import Tone
from station_app.ui.top_bar import Heading
from station_app.ui.widgets import (
    Badge,
    Banner,
    Button,
    Card,
    Check,
    Choice,
    DateField,
    DialogFrame,
    EmptyState,
    FilterBar,
    Form,
    IconButton,
    Kind,
    MonthField,
    NumberField,
    Page,
    PeriodField,
    ScanBox,
    Span,
    TextArea,
    TextField,
    Tile,
    TimeField,
    Words,
)

DAY = date(2026, 11, 2)
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
        self.broken = False
        self.asked: list[tuple[str, Any]] = []
        self.ordered: list[By | None] = []

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """Sorted and filtered as the database would."""
        self.asked.append(("ids", limit))
        self.ordered += [order] if limit else []
        if self.broken:
            raise OSError("the disk is gone")
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


def a_list(desk: Desk, source: People, *, framed: bool = True) -> ListView:
    """The list of invented volunteers, open."""
    view = ListView(
        desk,
        source,
        COLUMNS,
        name="people",
        label=_("Volunteers"),
        empty=Empty("volunteers", "还没有志愿者。登记第一位，或从表格导入。", "登记志愿者", print),
        framed=framed,
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


class FiguresPage(Page):
    """Figures, chips, banners and cards, as the first page of a day has them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "今日", "2026-11-02 星期一 · 今天有 3 个班次")
        self.add_action(Button("临时到岗", icon="person-add"))
        self.add_action(Button("签到", Kind.PRIMARY, icon="check-in"))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for label, icon, number, note, tone in (
            ("在岗", "attendance", "7", "人", Tone.OK),
            ("本月服务时长", "clock", "286.5", "小时", Tone.PLAIN),
            ("未签退", "warning", "2", "条", Tone.WARN),
            ("超过 10 个工作日未记录", "danger", "1", "条", Tone.DANGER),
        ):
            tile = Tile(label, icon=icon, opens=True)
            tile.show_figure(number, note=note, tone=tone)
            tiles.addWidget(tile)
        self.body.addLayout(tiles)
        self.body.addWidget(Banner("有 2 条签到没有签退，请补填离开时间。", Tone.WARN))
        cards = QHBoxLayout()
        cards.setSpacing(16)
        left = Card("今天的班次")
        left.add_action(Button("全部班次", Kind.QUIET))
        left.body.addWidget(a_list(desk, People(6), framed=False), 1)
        cards.addWidget(left, 2)
        right = Card("待办")
        for text, tone in (("补填签退", Tone.WARN), ("打印证明", Tone.INFO), ("已归档", Tone.OK)):
            line = QHBoxLayout()
            line.addWidget(Words(text), 1)
            line.addWidget(Badge("今天", tone))
            right.body.addLayout(line)
        right.body.addWidget(EmptyState("ok", "其他事项都办完了。"), 1)
        cards.addWidget(right, 1)
        self.body.addLayout(cards, 1)


class FormPage(Page):
    """Every field there is, one with a problem."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "登记志愿者", "带 * 的项目必须填写")
        self.add_action(Button("删除", Kind.DANGER, icon="delete"))
        self.add_action(Button("保存", Kind.PRIMARY, icon="save"))
        filters = FilterBar()
        filters.search("在列表中查找")
        filters.add(Choice([(None, "全部状态"), (1, "在岗"), (2, "已离岗")], name="状态"))
        filters.add(PeriodField(DAY, Span.CHOSEN))
        self.body.addWidget(filters)
        card = Card("基本信息")
        self.form = Form(columns=3)
        self.form.add("name", "姓名", TextField("欧阳𬱖"), required=True)
        self.form.add("id", "身份证件号码", TextField("11010519491231002X"), required=True)
        self.form.add("born", "出生日期", DateField(DAY, DAY), required=True)
        self.form.add("phone", "手机", TextField("1380000"), required=True)
        self.form.add("sex", "性别", Choice([(1, "男"), (2, "女"), (9, "未说明")]))
        self.form.add("hours", "每周可服务", NumberField(0, 80, 4, unit="小时"), hint="0 到 80")
        self.form.add("month", "月份", MonthField(DAY))
        self.form.add("time", "到岗时间", TimeField(time(8, 30)))
        self.form.add("consent", "同意书", Check("已签署个人信息处理同意书", True))
        self.form.add("note", "备注", TextArea("住 3 号楼，行动不便时请电话联系。"), span=3)
        self.form.problem("phone", "手机号码应为 11 位，现在只有 7 位。")
        card.body.addWidget(self.form)
        self.body.addWidget(card)
        choices = Card("其他")
        line = QHBoxLayout()
        line.addWidget(QRadioButton("按人"))
        radio = QRadioButton("按队伍")
        radio.setChecked(True)
        line.addWidget(radio)
        line.addWidget(ScanBox("扫描或输入编号", "扫描或输入编号，回车"), 1)
        off = Button("不可用")
        off.setEnabled(False)
        line.addWidget(off)
        line.addWidget(IconButton("more", "更多"))
        choices.body.addLayout(line)
        self.body.addWidget(choices)
        self.body.addStretch(1)

    def dialog(self) -> DialogFrame:
        """A dialog over this page with a small form."""
        dialog = DialogFrame(self, "新建岗位", primary="保存")
        form = Form()
        form.add("name", "岗位名称", TextField("图书角值守"), required=True)
        form.add("place", "地点", TextField(), hint="写到门牌号")
        form.add("date", "开始日期", DateField(DAY, DAY))
        dialog.add_form(form)
        dialog.refuse("同名的岗位已经有了：图书角值守。")
        dialog.open()
        return dialog


SHOWCASE = (
    PageEntry("figures", N_("Today"), "today", "tests.ui.showcase:FiguresPage"),
    PageEntry("table", N_("Volunteers"), "volunteers", "tests.ui.showcase:TablePage"),
    PageEntry("form", N_("Posts"), "posts", "tests.ui.showcase:FormPage"),
)


def find(text: str) -> list[Found]:
    """Two people for any text."""
    return [
        Found("3", "王文", "YS01-00004", "手机尾号 0003", "08:41 已签到", Tone.OK),
        Found("4", "周梅", "YS01-00005", "手机尾号 0004"),
    ]


def a_window(desk: Desk) -> MainWindow:
    """The main window over the showcase."""
    return MainWindow(
        desk,
        find=find,
        identify=lambda: Heading("演示社区新时代文明实践点", "演示社区居民委员会"),
        entries=SHOWCASE,
    )
