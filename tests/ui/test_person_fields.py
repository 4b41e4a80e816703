"""Fields for people: when they are free, what they look like, how their names are written."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station_app.domain.photos import PhotoUnreadable, check_photo
from station_app.ui.widgets.availability import AvailabilityGrid
from station_app.ui.widgets.photo import PhotoField, portrait_of, read_image
from station_app.ui.widgets.rare import NameField, RareCharacterDialog, warning
from tests.helpers.pictures import a_jpeg, an_image
from tests.helpers.screen import drop

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("preferences")


def on_screen(field: QWidget, qtbot: QtBot) -> None:
    """Shown and active, with the keyboard."""
    qtbot.addWidget(field)
    field.resize(720, field.sizeHint().height())
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus(Qt.FocusReason.TabFocusReason)


def keys(widget: QWidget, *pressed: Key) -> None:
    """These keys, one after the other."""
    for key in pressed:
        QTest.keyClick(widget, key)


@pytest.fixture
def grid(qtbot: QtBot) -> AvailabilityGrid:
    """The grid, with the keyboard on its first box."""
    made = AvailabilityGrid()
    on_screen(made, qtbot)
    return made


def test_a_time_is_ticked_and_cleared_by_space_where_the_arrows_went(grid):
    keys(grid, Key.Key_Right, Key.Key_Down, Key.Key_Space)
    assert grid.value() == ("22",)
    keys(grid, Key.Key_Space)
    assert grid.value() == ()


def test_the_head_of_a_day_ticks_the_whole_day(grid):
    keys(grid, Key.Key_Space, Key.Key_Up)
    assert grid.currentItem().checkState() is Qt.CheckState.PartiallyChecked
    keys(grid, Key.Key_Space)
    assert grid.value() == ("11", "12", "13")
    keys(grid, Key.Key_Space)
    assert grid.value() == ()


def test_the_head_of_a_line_ticks_that_part_of_every_day(grid):
    keys(grid, Key.Key_Down, Key.Key_Down, Key.Key_Left, Key.Key_Space)
    assert grid.value() == tuple(f"{day}3" for day in range(1, 9))


def test_every_box_has_a_name_of_its_own(grid):
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert grid.item(2, 3).data(spoken) == "周三下午"
    assert grid.item(0, 8).data(spoken) == "节假日"


def test_a_press_anywhere_in_a_box_ticks_it_once(grid):
    changes: list[None] = []
    grid.changed.connect(lambda: changes.append(None))
    place = grid.visualItemRect(grid.item(1, 1)).topLeft()
    place.setX(place.x() + 3)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (grid.value(), len(changes)) == (("11",), 1)


@pytest.fixture
def name(qtbot: QtBot) -> NameField:
    """An empty field for a name."""
    made = NameField()
    on_screen(made, qtbot)
    return made


def swap(name: NameField) -> None:
    """Alt+X."""
    QTest.keyClick(name, Key.Key_X, Qt.KeyboardModifier.AltModifier)


def test_alt_x_turns_a_code_into_its_character_and_back(name):
    name.setText("李20BB7")
    swap(name)
    assert name.text() == "李𠮷"
    swap(name)
    assert name.text() == "李20BB7"


def test_alt_x_works_before_the_cursor_whatever_stands_around(name):
    name.setText("𬱖u+4dae明")
    name.setCursorPosition(len("𬱖u+4dae".encode("utf-16-le")) // 2)
    swap(name)
    assert name.text() == "𬱖䶮明"
    keys(name, Key.Key_End)
    QTest.keyClick(name, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert name.text() == "𬱖u+4dae明"


def test_a_rare_character_is_asked_for_seen_and_inserted(name):
    name.setText("李")
    keys(name, Key.Key_F4)
    (dialog,) = name.findChildren(RareCharacterDialog)
    QTest.keyClicks(dialog.code_field, "4dae")
    assert dialog._glyph.text() == "䶮"
    keys(dialog.code_field, Key.Key_Return)
    assert name.text() == "李䶮"
    assert not dialog.isVisible()


def test_a_code_that_is_none_is_told(name):
    name.ask_for_character()
    (dialog,) = name.findChildren(RareCharacterDialog)
    QTest.keyClicks(dialog.code_field, "D800")
    dialog.primary.click()
    assert dialog.code_field.property("problem")
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("character", "told"),
    [("\ue000", "自造字"), ("\u0378", "还没有"), ("\U00031350", "字体"), ("䶮", "")],
)
def test_what_speaks_against_a_character_is_told(character, told):
    assert told in warning(character)
    assert bool(warning(character)) == bool(told)


@pytest.mark.parametrize("size", [(3000, 900), (900, 3000), (481, 641), (60, 80), (1, 1), (7, 2)])
def test_any_picture_becomes_a_portrait_that_may_be_kept(size):
    jpeg = portrait_of(an_image(*size))
    check_photo(jpeg)
    made = QImage.fromData(jpeg)
    assert made.height() <= 640
    assert abs(made.width() * 4 - made.height() * 3) <= 4


def test_nothing_a_camera_noted_stays_in_the_photo(tmp_path):
    image = an_image(60, 80)
    image.setText("Description", "GPS 39.9 N 116.4 E")
    image.save(str(tmp_path / "from a camera.jpg"))
    assert b"GPS" in (tmp_path / "from a camera.jpg").read_bytes()
    assert b"GPS" not in portrait_of(read_image(tmp_path / "from a camera.jpg"))


@pytest.fixture
def photo(qtbot: QtBot) -> PhotoField:
    """A field without a photo, with the keyboard on it."""
    made = PhotoField()
    on_screen(made, qtbot)
    return made


def test_a_photo_is_pasted_and_removed_by_keys(photo):
    copied = QMimeData()
    copied.setImageData(an_image(300, 400))
    QGuiApplication.clipboard().setMimeData(copied)
    frame = photo.focusProxy()
    QTest.keyClick(frame, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    check_photo(photo.value())
    assert photo.remove.isVisible()
    keys(frame, Key.Key_Delete)
    assert photo.value() == b""


def test_a_photo_is_dropped_from_a_file(photo, tmp_path):
    (tmp_path / "face.jpg").write_bytes(a_jpeg(900, 1200))
    drop(photo.focusProxy(), tmp_path / "face.jpg")
    check_photo(photo.value())


def test_what_is_no_picture_is_refused_and_leaves_the_photo(photo, tmp_path):
    photo.set_value(a_jpeg())
    told: list[object] = []
    photo.refused.connect(told.append)
    (tmp_path / "face.jpg").write_bytes(b"MZ")
    photo.open_file(tmp_path / "face.jpg")
    assert [type(error) for error in told] == [PhotoUnreadable]
    assert photo.value() == a_jpeg()
