"""A list of any length: ids first, rows on sight."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from station_app.data.errors import DataUnreachable
from station_app.ui.desk import Desk
from station_app.ui.tables.model import FIRST, ID_ROLE, PAGE, PAGES_KEPT, PagedModel, State
from tests.ui.showcase import COLUMNS, By, People, Person

Model = PagedModel[Person]


def a_model(desk: Desk, source: Any) -> Model:
    """The model of invented people, open."""
    model: Model = PagedModel(desk, source, COLUMNS)
    model.open("")
    return model


def shown(model: Model, row: int, column: int = 0) -> str:
    """What a cell says."""
    return str(model.index(row, column).data())


@pytest.mark.parametrize("count", [0, 1, FIRST, FIRST + 1, 1000])
def test_it_keeps_every_rule_of_qt(desk: Desk, count: int) -> None:
    model: Model = PagedModel(desk, People(count), COLUMNS)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.open("")
    desk.settle()
    model.set_order(By.NAME, descending=True)
    desk.settle()
    model.set_filter("梅")
    desk.settle()
    model.reload()
    desk.settle()
    assert model.rowCount() == len([n for n in range(count) if "梅" in Person(n).name])
    del tester


def test_the_first_rows_stand_there_before_the_rest_is_known(desk: Desk) -> None:
    source = People(10_000)
    model = a_model(desk, source)
    assert model.rowCount() == FIRST
    assert not model.complete
    assert shown(model, 0) == "YS01-00001"
    desk.settle()
    assert model.rowCount() == 10_000
    assert model.complete


def test_the_rest_is_added_below_without_disturbing_what_stands(desk: Desk, qtbot: QtBot) -> None:
    model = a_model(desk, People(1000))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        pass
    assert inserted.args[1:] == [FIRST, 999]
    assert resets == []


def test_a_short_list_is_asked_for_once(desk: Desk) -> None:
    source = People(20)
    a_model(desk, source)
    desk.settle()
    assert source.asked == [("ids", FIRST)]


def test_a_million_rows_open_by_their_ids_and_read_only_what_is_seen(desk: Desk) -> None:
    source = People(1_000_000)
    model = a_model(desk, source)
    desk.settle()
    assert model.rowCount() == 1_000_000
    assert shown(model, 999_999) == "YS01-1000000"
    read = [ids for what, ids in source.asked if what == "rows"]
    assert sum(map(len, read)) <= PAGE


def test_rows_are_read_a_page_at_a_time_and_few_pages_are_kept(desk: Desk) -> None:
    source = People(20 * PAGE)
    model = a_model(desk, source)
    desk.settle()
    source.asked.clear()
    for row in range(PAGE):
        shown(model, row)
    assert len(source.asked) == 1
    for page in range(PAGES_KEPT + 1):
        shown(model, page * PAGE)
    source.asked.clear()
    shown(model, PAGES_KEPT * PAGE)
    assert source.asked == []
    shown(model, 0)
    assert len(source.asked) == 1


def test_sorting_is_left_to_the_source(desk: Desk) -> None:
    model = a_model(desk, People(500))
    desk.settle()
    model.sort(4, Qt.SortOrder.DescendingOrder)
    desk.settle()
    hours = [float(shown(model, row, 4)) for row in range(500)]
    assert hours == sorted(hours, reverse=True)


def test_a_column_without_an_order_does_not_sort(desk: Desk) -> None:
    source = People(10)
    model = a_model(desk, source)
    source.asked.clear()
    model.sort(2)
    desk.settle()
    assert source.asked == []


def test_only_the_last_filter_typed_is_asked_for(desk: Desk) -> None:
    source = People(300)
    model = a_model(desk, source)
    desk.settle()
    source.asked.clear()
    for text in ("李", "李秀", "李秀英"):
        model.set_filter(text)
    desk.settle()
    assert [what for what, _more in source.asked] == ["ids"]
    assert model.filter == "李秀英"


def test_an_answer_to_an_older_question_is_not_shown(desk: Desk) -> None:
    model = a_model(desk, People(5000))
    model.filter = "没有这个人"
    model.open("没有这个人")
    desk.settle()
    assert model.rowCount() == 0
    assert model.complete


def test_a_change_of_its_table_reloads_it(desk: Desk) -> None:
    source = People(3)
    model = a_model(desk, source)
    source.count = 4
    desk.changed.emit(frozenset({"volunteer", "journal"}))
    desk.settle()
    assert model.rowCount() == 4


def test_a_change_elsewhere_does_not(desk: Desk) -> None:
    source = People(3)
    a_model(desk, source)
    source.asked.clear()
    desk.changed.emit(frozenset({"bundle"}))
    desk.settle()
    assert source.asked == []


def test_a_list_nobody_sees_waits_until_it_is_seen(desk: Desk) -> None:
    source = People(3)
    model = a_model(desk, source)
    model.wake(False)
    source.count = 4
    desk.changed.emit(frozenset({"volunteer"}))
    desk.settle()
    assert model.rowCount() == 3
    model.wake(True)
    desk.settle()
    assert model.rowCount() == 4


def test_a_reload_that_finds_the_same_ids_only_reads_the_rows_again(desk: Desk) -> None:
    model = a_model(desk, People(1000))
    desk.settle()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    model.reload()
    desk.settle()
    assert resets == []
    assert len(changed) == 1


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(desk: Desk) -> None:
    class Broken(People):
        fine = False

        def ids(self, *args: Any, **kwargs: Any) -> list[str]:
            if not self.fine:
                raise DataUnreachable(Path("station.db"))
            return super().ids(*args, **kwargs)

    source = Broken(5)
    model = a_model(desk, source)
    assert model.state.value == "broken"
    assert isinstance(model.error, DataUnreachable)
    source.fine = True
    model.reload()
    assert model.state.value == "ready"
    assert model.rowCount() == 5


def test_rows_that_cannot_be_read_break_the_list_not_the_window(desk: Desk) -> None:
    class Broken(People):
        def rows(self, ids: Any) -> Any:
            raise DataUnreachable(Path("station.db"))

    model = a_model(desk, Broken(5))
    assert model.index(0, 0).data() is None
    desk.settle()
    assert model.state is State.BROKEN


def test_a_row_gone_meanwhile_is_blank(desk: Desk) -> None:
    class Gone(People):
        def rows(self, ids: Any) -> Any:
            return [None for _one in ids]

    model = a_model(desk, Gone(2))
    assert model.index(0, 0).data() is None
    assert model.index(0, 0).data(ID_ROLE) == "0"


def test_every_cell_is_read_out_with_its_title(desk: Desk) -> None:
    model = a_model(desk, People(1))
    spoken = model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{model.headerData(4, Qt.Orientation.Horizontal)}: 0.00"
