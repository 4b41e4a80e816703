"""A queue at the desk: registered by keyboard alone, nobody twice, nothing lost."""

from datetime import date

from PySide6.QtCore import Qt
from sqlalchemy import select

from station_app.data.models import Volunteer
from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.profiles import Profile
from station_app.services.consents import consents_of
from station_app.services.people import person_card
from station_app.ui.pages.volunteers.registering import RegisterDialog
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.screen import (
    CTRL,
    focus,
    open_dialogs,
    opened,
    person_shown,
    press,
    shown,
    typed,
)

ENTER = Qt.Key.Key_Return
TOLD = Profile(
    ethnic_group="01",
    address="演示路 1 号",
    emergency_name="王芳",
    emergency_phone="13900139000",
    availability=("11", "12", "13", "22"),
    languages=("英语", "手语"),
)


def cards(office):
    """Everybody as registered, by number."""
    ids = office.read(
        lambda unit: list(unit.session.scalars(select(Volunteer.id).order_by(Volunteer.number)))
    )
    return [office.read(person_card, key) for key in ids]


def type_person(name, serial):
    """Name, document, phone and area, going on by Enter as in a queue."""
    typed(name)
    for _field in ("name", "document kind"):
        press(ENTER)
    typed(a_registration(serial=serial).document.number)
    press(ENTER)


def type_area_to_remark():
    """Area, skills, two service classes, consent on paper, a photograph besides, a remark."""
    for text in ("演示社区三区", "书法、急救"):
        typed(text)
        press(ENTER)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, ENTER):
        press(key)
    for key in (ENTER, Qt.Key.Key_Down, ENTER, Qt.Key.Key_Space, ENTER):
        press(key)
    typed("周末有空")


def tell_more():
    """What may be left out: an ethnic group, an address, somebody to call, Mondays, languages."""
    press(Qt.Key.Key_Down)
    for _field in ("ethnic group", "political status", "education", "employment"):
        press(ENTER)
    for text in ("演示路 1 号", "王芳", "139 0013 9000", "英语、手语"):
        typed(text)
        press(ENTER)
    press(ENTER)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, ENTER, ENTER):
        press(key)


def test_a_volunteer_is_registered_by_keyboard_alone(desk, qtbot, office):
    window = shown(desk, qtbot, "today")
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, RegisterDialog)
    type_person("阿卜杜拉・买买提", 1)
    assert focus() is dialog.form.fields["phone"], "sex and birth date follow from the number"
    typed("138 0013 8000")
    press(ENTER)
    type_area_to_remark()
    press(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.form.fold.is_open)
    desk.settle()
    assert focus() is dialog.form.fields["ethnic_group"], "the keyboard goes into what unfolds"
    tell_more()
    desk.settle()
    assert open_dialogs(window) == []
    (card,) = cards(office)
    person = card.registration
    assert (person.name, person.phone) == ("阿卜杜拉·买买提", "13800138000")
    assert (person.born_on, person.area) == (date(1985, 1, 2), "演示社区三区")
    assert (person.skills, person.service_classes) == (("书法", "急救"), ("2", "3"))
    assert (person.consent_on, person.consent_way) == (date(2026, 11, 2), ConsentWay.PAPER)
    assert person.remark == "周末有空"
    assert person.profile == TOLD
    held = office.read(consents_of, card.id).now
    agreed = {purpose for purpose, one in held.items() if one.holds}
    assert agreed == {Purpose.RECORD, Purpose.PHOTO}


def test_a_queue_is_registered_without_leaving_the_form(desk, qtbot, office):
    window = shown(desk, qtbot)
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, RegisterDialog)
    for serial, name in enumerate(("李梅", "王芳", "张伟"), start=1):
        type_person(name, serial)
        press(ENTER)
        if serial == 1:
            typed("东街")
        dialog.form.fields["consent_way"].setFocus()
        press(Qt.Key.Key_Down)
        press(ENTER, CTRL)
        desk.settle()
    assert [card.registration.name for card in cards(office)] == ["李梅", "王芳", "张伟"]
    assert {card.registration.area for card in cards(office)} == {"东街"}
    assert len({card.number for card in cards(office)}) == 3


def test_somebody_who_is_registered_already_is_found_instead(desk, qtbot, office):
    li = a_volunteer(office, "李梅", 1)
    window = shown(desk, qtbot)
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, RegisterDialog)
    type_person("李小梅", 1)
    desk.settle()
    assert "李梅" in dialog.form.problems()["document_number"]
    press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert len(cards(office)) == 1
    dialog._known._open.setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: window.page.covered is not None)
    desk.settle()
    assert person_shown(window).person.id == li


def test_what_was_typed_is_there_after_the_program_died(desk, qtbot, office):
    first = shown(desk, qtbot)
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    opened(first, RegisterDialog)
    type_person("李梅", 1)
    desk.settle()
    second = shown(desk, qtbot)  # nothing of the first window was closed or saved
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    draft = opened(second, RegisterDialog).form.draft()
    assert (draft.name, draft.born_on) == ("李梅", date(1985, 1, 2))
    assert cards(office) == []
