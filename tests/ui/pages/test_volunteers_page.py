"""The list of volunteers, and one of them at one look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from station_app.data.models import JournalEntry
from station_app.domain.journal import Op
from station_app.services.attendance import check_in, check_out
from station_app.services.portraits import portrait
from station_app.ui.pages.volunteers import VolunteersPage
from station_app.ui.pages.volunteers.correcting import CorrectDialog
from station_app.ui.pages.volunteers.document import WhyDialog
from station_app.ui.pages.volunteers.registering import RegisterDialog
from station_app.ui.widgets import Button
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.screen import CTRL, focus, in_front, opened, person_shown, press, shown, typed


@pytest.fixture
def people(office, clock):
    """Three volunteers; 曾小梅 has served an hour and a half, 王芳 is in now."""
    zeng = a_volunteer(office, "曾小梅", 1, phone="13800138000", service_classes=("2", "7"))
    wang = a_volunteer(office, "王芳", 3)
    a_volunteer(office, "阿卜杜拉·买买提", 4)
    post = a_post(office)
    office.write(check_in, zeng, post)
    clock.forward(minutes=90)
    office.write(check_out, zeng)
    office.write(check_in, wang, post)
    return {"zeng": zeng, "wang": wang}


@pytest.fixture
def window(desk, qtbot, people):
    return shown(desk, qtbot)


def lines(window):
    """The list as a clerk would copy it."""
    table = window.page.list.table
    table.selectAll()
    return [line.split("\t") for line in table.as_text().splitlines()]


def names(window):
    return [line[0] for line in lines(window)]


def accesses(unit):
    wanted = select(JournalEntry.image).where(JournalEntry.op == Op.ACCESS)
    return list(unit.session.scalars(wanted))


def person(window, desk, who):
    window.page.reveal(str(who))
    desk.settle()
    return person_shown(window)


def test_the_list_shows_what_tells_people_apart(window):
    zeng = lines(window)[2]
    assert zeng[0] == "曾小梅"
    assert zeng[3:7] == ["男", "41", "13800138000", "演示社区"]
    assert zeng[7:] == ["社区服务、环境保护", "1.5", "2026-11-02"]


def test_who_is_in_wears_a_chip(window):
    assert {line[0]: line[1] for line in lines(window)} == {
        "阿卜杜拉·买买提": "",
        "王芳": "在岗",
        "曾小梅": "",
    }


@pytest.mark.parametrize("text", ["曾", "zengxiaomei", "zxm", "8000", "26000001"])
def test_one_field_finds_a_person_by_whatever_is_known(window, desk, text):
    window.page.search.setFocus()
    typed(text)
    desk.settle()
    assert "曾小梅" in names(window)
    assert len(names(window)) < 3 or text == "26000001"


def test_a_filter_keeps_those_who_are_in(window, desk):
    window.page.presence.set_value(True)
    desk.settle()
    assert names(window) == ["王芳"]


def test_the_head_counts_who_is_registered_and_who_is_in(window, desk, people, office):
    assert window.page._subtitle.text() == "在册 3 人 · 在岗 1 人"
    office.write(check_in, people["zeng"], a_post(office, "送餐"))
    desk.settle()
    assert window.page._subtitle.text() == "在册 3 人 · 在岗 2 人"


def test_enter_in_the_list_opens_the_person(window, desk, people):
    window.page.search.setFocus()
    typed("zxm")
    desk.settle()
    window.page.list.table.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert person_shown(window).person.id == people["zeng"]


def test_a_person_found_in_the_search_box_is_opened(window, desk, people):
    press(Qt.Key.Key_K, CTRL)
    typed("zxm")
    desk.settle()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert person_shown(window).person.id == people["zeng"]


def test_a_person_shows_number_and_hours_and_never_the_whole_document(window, desk, people):
    dialog = person(window, desk, people["zeng"])
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("260000013" in word for word in words)
    assert "1.5" in words
    assert "999***********0013" in words
    assert a_registration().document.number not in words


def test_a_person_follows_the_books_while_it_is_open(window, desk, people, office):
    dialog = person(window, desk, people["zeng"])
    assert dialog.primary.text() == "签到"
    office.write(check_in, people["zeng"], a_post(office, "送餐"))
    desk.settle()
    assert dialog.primary.text() == "签退"
    assert dialog.badge.text() == "10:30 已签到"


def test_the_whole_document_is_shown_for_a_reason_that_the_journal_keeps(
    window, desk, people, office
):
    dialog = person(window, desk, people["zeng"])
    dialog.document.show_button.click()
    opened(dialog, WhyDialog).primary.click()
    desk.settle()
    assert dialog.document.number.text() == a_registration().document.number
    (image,) = office.read(accesses)
    assert "本人在场" in image


def test_another_reason_must_be_said_in_words(window, desk, people, office):
    dialog = person(window, desk, people["zeng"])
    dialog.document.show_button.click()
    why = opened(dialog, WhyDialog)
    why.reason.set_value("")
    why.primary.click()
    desk.settle()
    assert why.isVisible()
    assert office.read(accesses) == []
    why.words.setFocus()
    typed("核对保险名单")
    why.primary.click()
    desk.settle()
    assert "核对保险名单" in office.read(accesses)[0]


def test_the_document_hides_again(window, desk, people):
    dialog = person(window, desk, people["zeng"])
    dialog.document.show_whole("1234")
    dialog.document._hide_soon.timeout.emit()
    assert dialog.document.number.text() == "999***********0013"


def test_signing_in_from_the_person_leads_to_the_desk_where_enter_signs(
    window, desk, people, office, clock
):
    clock.forward(hours=1)
    person(window, desk, people["zeng"]).primary.click()
    desk.settle()
    assert window.here == "attendance"
    in_front(window)
    press(Qt.Key.Key_Return)
    desk.settle()
    assert office.read(portrait, people["zeng"]).in_since is not None


def test_a_proof_goes_to_the_certificates_with_the_person(window, desk, people):
    went = []
    desk.route.connect(lambda page, what: went.append((page, what)))
    dialog = person(window, desk, people["zeng"])
    next(one for one in dialog.findChildren(Button) if one.text() == "出具证明").click()
    desk.settle()
    assert went == [("certificates", str(people["zeng"]))]


def test_the_way_new_opens_the_form(window, desk):
    desk.go("volunteers", "new")
    desk.settle()
    assert opened(window, RegisterDialog).isVisible()


def test_a_record_is_corrected_from_the_person(window, desk, people, office):
    dialog = person(window, desk, people["zeng"])
    dialog.correct.emit(str(people["zeng"]))
    desk.settle()
    form = opened(window, CorrectDialog)
    form.form.fields["phone"].set_value("13900139000")
    form.primary.click()
    desk.settle()
    in_front(window)
    press(Qt.Key.Key_Escape)
    desk.settle()
    assert window.page.covered is None
    assert [line[5] for line in lines(window) if line[0] == "曾小梅"] == ["13900139000"]


def test_ctrl_n_registers_from_anywhere_on_the_page(window, desk):
    window.page.list.table.setFocus()
    press(Qt.Key.Key_N, CTRL)
    desk.settle()
    dialog = opened(window, RegisterDialog)
    assert focus() is dialog.form.fields["name"]


def test_a_desk_without_volunteers_says_what_to_do(desk, qtbot):
    window = shown(desk, qtbot)
    page = window.page
    assert isinstance(page, VolunteersPage)
    assert page.list._stack.currentWidget() is page.list._empty
    way_out = page.list._empty.focusProxy()
    assert isinstance(way_out, Button)
    way_out.click()
    desk.settle()
    assert opened(window, RegisterDialog).isVisible()
