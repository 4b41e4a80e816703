"""Registering in full: consent as it was given, children, the folded part, who may be the same."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from stdnum.iso7064 import mod_11_2

from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import AgeRules, Draft
from station_app.domain.profiles import Profile
from station_app.services.people import head_count, person_card
from station_app.services.photos import keep_photo, photo_of
from station_app.services.settings import change_ages
from station_app.ui.pages.volunteers.correcting import CorrectDialog
from station_app.ui.pages.volunteers.drafts import DraftFile
from station_app.ui.pages.volunteers.form import RegistrationForm
from station_app.ui.pages.volunteers.registering import RegisterDialog
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.pictures import a_jpeg
from tests.helpers.screen import focus, opened, press, shown

TODAY = date(2026, 11, 2)
PHOTO = frozenset({Purpose.PHOTO})
ALL = Draft(
    name="欧阳𬱖",
    sex=Sex.FEMALE,
    born_on=date(2018, 5, 6),
    document_number="E12345678",
    document_kind=DocumentKind.PASSPORT,
    area="东街",
    phone="13800138000",
    skills=("书法", "急救"),
    service_classes=("2", "7"),
    consent_on=date(2026, 11, 1),
    consent_way=ConsentWay.GUARDIAN,
    guardian_name="欧阳建国",
    guardian_phone="13900139000",
    purposes=frozenset({Purpose.PHOTO, Purpose.HANDOVER}),
    remark="周末有空",
    profile=Profile(
        ethnic_group="56",
        political_status="13",
        education="80",
        employment="31",
        address="演示路 1 号",
        emergency_name="欧阳建国",
        emergency_phone="010-62345678",
        availability=("61", "62", "83"),
        languages=("英语", "手语"),
        health="不能久站",
    ),
)


@pytest.fixture
def form(preferences, qtbot):
    """The form by itself."""
    made = RegistrationForm(TODAY, ("东街",))
    qtbot.addWidget(made)
    made.show()
    return made


def born(day: str) -> str:
    """A resident number of somebody born on this day."""
    body = f"999999{day}001"
    return body + mod_11_2.calc_check_digit(body)


def note(form, key):
    """What stands below a field."""
    return form._slots[key].note.text().strip()


def asked(form):
    """Which of the sometimes asked fields are there."""
    keys = ("consent_witness", "guardian_name", "guardian_phone")
    return [key for key in keys if form.is_shown(key)]


def test_the_form_gives_back_all_it_was_shown(form):
    form.show_draft(ALL, a_jpeg())
    assert form.draft() == ALL
    assert form.photo() == a_jpeg()


def test_an_empty_form_agrees_to_nothing_and_tells_nothing(form):
    assert form.draft() == Draft(area="东街", consent_on=TODAY)


def test_a_witness_is_asked_for_where_words_were_spoken(form):
    assert asked(form) == []
    form.fields["consent_way"].set_value("spoken_witnessed")
    assert asked(form) == ["consent_witness"]
    form.complain()
    assert "见证人" in note(form, "consent_witness")
    form.fields["consent_witness"].set_value("王芳")
    form.fields["consent_way"].set_value("paper")
    assert asked(form) == []
    assert form.draft().consent_witness == ""


def test_a_childs_number_asks_for_the_guardian_at_once(form):
    form.fields["document_number"].set_value(born("20180102"))
    assert asked(form) == ["guardian_name", "guardian_phone"]
    assert "未满 10 岁" in note(form, "guardian_name")
    form.fields["document_number"].set_value(born("20130102"))
    assert "guardian_name" in asked(form)
    assert note(form, "guardian_name") == ""
    form.fields["document_number"].set_value(born("19850102"))
    assert asked(form) == []


def test_what_stands_with_a_grown_up_already_is_neither_hidden_nor_lost(form):
    adult = Draft(born_on=date(1985, 1, 2), consent_way=ConsentWay.PAPER, guardian_name="王芳")
    form.show_draft(adult)
    assert "guardian_name" in asked(form)
    assert form.draft().guardian_name == "王芳"


def test_a_character_for_private_use_is_told_while_it_is_typed(form):
    form.fields["name"].setFocus()
    form.fields["name"].setText("李\ue000")
    assert "U+E000" in note(form, "name")


def test_a_photo_waits_for_its_purpose_to_be_ticked(form):
    form.fields["photo"].take(a_jpeg())
    assert "留存照片" in note(form, "photo")
    assert "photo" in form.problems()
    form.fields["purposes"].set_value(("photo",))
    assert "photo" not in form.problems()
    assert note(form, "photo") == ""


def test_a_code_no_longer_offered_is_kept(form):
    old = Draft(consent_on=TODAY, profile=Profile(employment="77"))
    form.show_draft(old)
    assert form.draft().profile.employment == "77"


def test_the_fold_tells_how_much_is_in_it(form):
    form.show_draft(ALL)
    assert not form.fold.is_open()
    assert "10" in form.fold.button.accessibleDescription()
    form.show_draft(Draft())
    assert form.fold.button.accessibleDescription() == ""


def test_what_is_wrong_in_the_fold_is_unfolded(form, qtbot):
    with qtbot.waitActive(form):
        form.activateWindow()
    form.show_draft(ALL)
    form.fields["emergency_phone"].set_value("12")
    assert form.complain()
    assert form.fold.is_open()
    assert focus() is form.fields["emergency_phone"]


@pytest.fixture
def window(desk, qtbot):
    return shown(desk, qtbot)


@pytest.fixture
def dialog(window, desk):
    window.page.register()
    desk.settle()
    return opened(window, RegisterDialog)


def fill(dialog, number, **more):
    """Everything that must be filled."""
    values = {
        "name": "李梅",
        "document_number": number,
        "area": "东街",
        "consent_way": "paper",
    } | more
    for key, value in values.items():
        dialog.form.fields[key].set_value(value)
    dialog.desk.settle()


def test_the_ages_are_those_of_the_station(office, window, desk):
    office.write(change_ages, AgeRules(guardian_below=18))
    window.page.register()
    desk.settle()
    dialog = opened(window, RegisterDialog)
    fill(dialog, born("20100102"))
    dialog.primary.click()
    assert "18" in note(dialog.form, "consent_way")


def test_whoever_may_be_the_same_person_is_named_and_stops_nothing(office, window, desk, dialog):
    a_volunteer(office, "李梅", 7)
    fill(dialog, a_registration(serial=1).document.number)
    assert "260000013" in dialog._known._words._words.text()
    assert dialog._known.isVisible()
    dialog.form.fields["name"].set_value("王芳")
    desk.settle()
    assert not dialog._known.isVisible()
    fill(dialog, a_registration(serial=1).document.number)
    dialog.primary.click()
    desk.settle()
    assert office.read(head_count).registered == 2


def test_going_to_a_candidate_keeps_what_was_typed(office, window, desk, places, dialog):
    li = a_volunteer(office, "李梅", 7)
    went: list[str] = []
    dialog.wanted.connect(went.append)
    fill(dialog, a_registration(serial=1).document.number)
    dialog._known._open.click()
    desk.settle()
    assert went == [str(li)]
    assert (DraftFile(places).read() or Draft()).name == "李梅"


def test_a_photo_is_kept_with_the_draft_and_with_the_person(office, desk, places, dialog):
    number = a_registration(serial=1).document.number
    dialog.form.fields["photo"].take(a_jpeg())
    fill(dialog, number, purposes=("photo",))
    assert DraftFile(places).read_photo() == a_jpeg()
    saved: list[UUID] = []
    dialog.saved.connect(lambda person: saved.append(person.id))
    dialog.primary.click()
    desk.settle()
    assert office.read(photo_of, saved[0]) == a_jpeg()
    assert DraftFile(places).read_photo() == b""


def test_the_unfolded_form_stays_on_the_screen_with_the_keyboard_in_sight(desk, dialog):
    dialog.form.fold.set_open(True)
    desk.settle()
    lowest = dialog.primary.mapToGlobal(dialog.primary.rect().bottomRight()).y()
    assert lowest <= dialog.screen().availableGeometry().bottom()
    grid = dialog.form.fields["availability"]
    grid.setFocus()
    sight = dialog._scroll.viewport()
    for corner in (grid.rect().topLeft(), grid.rect().bottomLeft()):
        assert sight.rect().contains(sight.mapFromGlobal(grid.mapToGlobal(corner)))


def correct(window, desk, who):
    """The form of somebody registered."""
    window.page._correct(str(who))
    desk.settle()
    return opened(window, CorrectDialog)


def test_a_correction_asks_at_once_for_what_was_not_asked_before(office, window, desk):
    li = a_volunteer(office, consent_way=ConsentWay.SPOKEN_WITNESSED)
    dialog = correct(window, desk, li)
    assert "见证人" in note(dialog.form, "consent_witness")
    dialog.form.fields["consent_witness"].set_value("王芳")
    dialog.primary.click()
    desk.settle()
    assert office.read(person_card, li).registration.consent_witness == "王芳"


def test_a_correction_shows_the_consents_and_changes_the_photo_alone(office, window, desk):
    li = a_volunteer(office, purposes=PHOTO)
    office.write(keep_photo, li, a_jpeg())
    dialog = correct(window, desk, li)
    assert dialog.form.fields["purposes"].value() == ("photo",)
    assert not dialog.form.fields["purposes"].isEnabled()
    assert dialog.form.photo() == a_jpeg()
    dialog.form.fields["photo"].take(b"")
    dialog.primary.click()
    desk.settle()
    assert office.read(photo_of, li) is None


def test_esc_in_the_form_closes_it_and_keeps_the_folded_part(window, desk, places, dialog):
    dialog.form.fields["health"].set_value("不能久站")
    press(Qt.Key.Key_Escape)
    desk.settle()
    assert (DraftFile(places).read() or Draft()).profile.health == "不能久站"


def test_the_draft_file_gives_back_all_it_was_given(places):
    DraftFile(places).keep(ALL, a_jpeg())
    assert DraftFile(places).read() == ALL
    assert DraftFile(places).read_photo() == a_jpeg()
