"""Forms and fields: by keyboard, with what is wrong beside the field."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel
from pytestqt.qtbot import QtBot

from station_app.ui.preferences import PreferenceFile
from station_app.ui.widgets import (
    Check,
    Choice,
    DateField,
    FilterBar,
    Form,
    MonthField,
    NumberField,
    PeriodField,
    ScanBox,
    Span,
    TextArea,
    TextField,
    TimeField,
)

TODAY = date(2026, 11, 2)
pytestmark = pytest.mark.usefixtures("preferences")


@pytest.fixture
def form(qtbot: QtBot, preferences: PreferenceFile) -> Form:
    """A form of three fields, with the keyboard in the first."""
    made = Form(columns=2)
    made.add("name", "姓名", TextField(), required=True)
    made.add("born", "出生日期", DateField(TODAY))
    made.add("sex", "性别", Choice([(1, "男"), (2, "女")]))
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.start()
    return made


def field(form: Form, key: str) -> TextField:
    """A field of the form."""
    return form._slots[key].field  # type: ignore[return-value]


def shown_words(form: Form) -> list[str]:
    """All words on the form."""
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_enter_goes_from_field_to_field_and_at_the_end_submits(form: Form, qtbot: QtBot) -> None:
    submitted: list[int] = []
    form.submitted.connect(lambda: submitted.append(1))
    for key in ("name", "born", "sex"):
        assert field(form, key).hasFocus()
        assert submitted == []
        QTest.keyClick(field(form, key), Qt.Key.Key_Return)
    assert submitted == [1]


def test_ctrl_s_submits_from_anywhere(form: Form) -> None:
    submitted: list[int] = []
    form.submitted.connect(lambda: submitted.append(1))
    QTest.keyClick(field(form, "born"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert submitted == [1]


def test_a_problem_stands_at_its_field_and_takes_the_keyboard_there(form: Form) -> None:
    form.problem("born", "出生日期在今天之后。")
    assert "出生日期在今天之后。" in shown_words(form)
    assert field(form, "born").hasFocus()
    assert field(form, "born").accessibleDescription() == "出生日期在今天之后。"
    form.clear_problems()
    assert "出生日期在今天之后。" not in shown_words(form)


def test_of_two_problems_the_first_gets_the_keyboard(form: Form) -> None:
    form.problem("born", "一")
    form.problem("name", "二")
    assert field(form, "born").hasFocus()


def test_an_empty_required_field_and_an_unreadable_date_are_found(form: Form) -> None:
    field(form, "born").setText("2026-02-30")
    assert not form.check()
    assert len([words for words in shown_words(form) if words.endswith("。")]) == 2
    field(form, "name").setText("李梅")
    field(form, "born").setText("3-5")
    assert form.check()


def test_a_form_knows_that_something_was_typed(form: Form) -> None:
    assert not form.touched
    QTest.keyClicks(field(form, "name"), "li")
    assert form.touched
    form.rest()
    assert not form.touched


def test_a_required_field_is_read_out_as_required(form: Form) -> None:
    assert field(form, "name").accessibleName() != "姓名"
    assert field(form, "name").accessibleName().startswith("姓名")


def test_leaving_a_date_writes_it_the_one_way(form: Form) -> None:
    born = field(form, "born")
    born.setFocus()
    QTest.keyClicks(born, "3.5")
    field(form, "name").setFocus()
    assert born.text() == "2026-03-05"


def test_up_and_down_step_a_date_and_page_keys_a_month(qtbot: QtBot) -> None:
    one = DateField(TODAY, date(2026, 3, 31))
    qtbot.addWidget(one)
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.value() == date(2026, 4, 1)
    QTest.keyClick(one, Qt.Key.Key_Up)
    QTest.keyClick(one, Qt.Key.Key_PageUp)
    assert one.value() == date(2026, 2, 28)


def test_an_empty_date_steps_to_today(qtbot: QtBot) -> None:
    one = DateField(TODAY)
    qtbot.addWidget(one)
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.value() == TODAY


def test_the_calendar_opens_by_key_and_gives_the_day_back(qtbot: QtBot) -> None:
    one = DateField(TODAY, date(2026, 3, 5))
    qtbot.addWidget(one)
    one.show()
    QTest.keyClick(one, Qt.Key.Key_F4)
    month = one.findChildren(QCalendarWidget)[0]
    assert month.selectedDate().toPython() == date(2026, 3, 5)
    month.setSelectedDate(month.selectedDate().addDays(1))
    month.activated.emit(month.selectedDate())
    assert one.value() == date(2026, 3, 6)


def test_a_time_steps_within_its_day(qtbot: QtBot) -> None:
    one = TimeField(time(23, 58))
    qtbot.addWidget(one)
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.value() == time(23, 59)


def test_a_month_is_its_first_day(qtbot: QtBot) -> None:
    one = MonthField(TODAY)
    qtbot.addWidget(one)
    assert one.value() == date(2026, 11, 1)
    QTest.keyClick(one, Qt.Key.Key_Down)
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.text() == "2027-01"


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span.ALL, (None, None)),
        (Span.TODAY, (TODAY, TODAY)),
        (Span.THIS_MONTH, (date(2026, 11, 1), date(2026, 11, 30))),
        (Span.LAST_MONTH, (date(2026, 10, 1), date(2026, 10, 31))),
        (Span.THIS_YEAR, (date(2026, 1, 1), date(2026, 12, 31))),
        (Span.LAST_YEAR, (date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_the_usual_periods_are_whole_days_both_included(
    qtbot: QtBot, span: Span, days: tuple[date | None, date | None]
) -> None:
    one = PeriodField(TODAY, span)
    qtbot.addWidget(one)
    assert one.value() == days
    other = PeriodField(TODAY)
    qtbot.addWidget(other)
    other.set_value(days)
    assert other._span.value() is span


def test_a_period_of_ones_own_starts_from_the_one_that_was_shown(qtbot: QtBot) -> None:
    one = PeriodField(TODAY, Span.THIS_MONTH)
    qtbot.addWidget(one)
    one._span.set_value(Span.CHOSEN)
    assert one.value() == (date(2026, 11, 1), date(2026, 11, 30))
    assert not one._first.isHidden()


def test_a_choice_keeps_its_value_when_others_are_offered(qtbot: QtBot) -> None:
    one = Choice([(1, "甲"), (2, "乙")])
    qtbot.addWidget(one)
    one.set_value(2)
    one.set_options([(2, "乙"), (3, "丙")])
    assert one.value() == 2
    one.set_options([(3, "丙")])
    assert one.value() == 3


def test_scrolling_past_a_choice_does_not_change_it(qtbot: QtBot) -> None:
    one = Choice([(1, "甲"), (2, "乙")])
    qtbot.addWidget(one)
    one.show()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    one.event(wheel)
    assert one.value() == 1


def test_tab_leaves_a_text_of_several_lines(qtbot: QtBot) -> None:
    one = TextArea("甲")
    qtbot.addWidget(one)
    assert one.tabChangesFocus()


def test_a_number_is_shown_with_its_unit_and_fits(qtbot: QtBot) -> None:
    one = NumberField(0, 80, 4, unit="小时")
    qtbot.addWidget(one)
    one.resize(200, 36)
    one.show()
    assert one.lineEdit().text() == "4 小时"
    assert one.lineEdit().width() > 100


def test_a_scanner_is_taken_as_it_is(qtbot: QtBot) -> None:
    box = ScanBox("扫描", "扫描")
    qtbot.addWidget(box)
    heard: list[str] = []
    box.scanned.connect(lambda text: heard.append(text))
    box.setText("　ＹＳ０１－００００１")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert heard == ["YS01-00001"]
    assert box.text() == ""
    assert not box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_filters_are_told_and_can_be_taken_back(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    words = bar.search("查找")
    state = bar.add(Choice([(None, "全部"), (1, "在岗")], name="状态"))
    inside = bar.add(Check("只看在岗"))
    told: list[tuple[object, ...]] = []
    bar.changed.connect(lambda: told.append((words.value(), state.value(), inside.value())))
    words.setText("李")
    state.set_value(1)
    assert told[-1] == ("李", 1, False)
    assert not bar._clear.isHidden()
    bar.reset()
    assert [*told[-1]] == ["", None, False]
    assert bar._clear.isHidden()
