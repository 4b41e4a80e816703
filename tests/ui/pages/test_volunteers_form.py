"""Registering by hand: checks while typing, nothing lost, nobody twice."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select
from stdnum.iso7064 import mod_11_2

from station_app.data.models import JournalEntry, Volunteer
from station_app.domain.consents import ConsentWay
from station_app.domain.journal import Op
from station_app.domain.people import Draft
from station_app.ui.notices import Notice
from station_app.ui.pages.volunteers.correcting import CorrectDialog
from station_app.ui.pages.volunteers.drafts import DraftFile
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

NUMBER = a_registration().document.number


@pytest.fixture
def window(desk, qtbot):
    return shown(desk, qtbot)


@pytest.fixture
def dialog(window, desk):
    return begin(window, desk)


def begin(window, desk):
    """Open the form as Ctrl+N does."""
    window.page.register()
    desk.settle()
    return opened(window, RegisterDialog)


def fill(dialog, name="李梅", number=NUMBER, way="paper", **more):
    """Everything that must be filled."""
    values = {"name": name, "document_number": number, "area": "东街", "consent_way": way} | more
    for key, value in values.items():
        dialog.form.fields[key].set_value(value)
    dialog.desk.settle()


def note(dialog, key):
    """What stands below a field."""
    return dialog.form._slots[key].note.text().strip()


def volunteers(unit):
    return [(row.name, row.area) for row in unit.session.scalars(select(Volunteer))]


def identities(unit):
    wanted = select(Volunteer.name, Volunteer.document_number, Volunteer.number)
    return [tuple(row) for row in unit.session.execute(wanted)]


def leave(dialog, key):
    """Go to a field and away from it."""
    dialog.form.fields[key].setFocus()
    press(Qt.Key.Key_Tab)


def test_nothing_is_called_wrong_before_it_was_typed_in(dialog):
    leave(dialog, "name")
    assert note(dialog, "name") == "与证件一致"


def test_a_number_is_not_called_wrong_while_it_is_half_typed(dialog):
    dialog.form.fields["document_number"].setFocus()
    typed(NUMBER[:9])
    assert note(dialog, "document_number") == ""
    press(Qt.Key.Key_Tab)
    assert "18" in note(dialog, "document_number")


def test_what_was_wrong_is_taken_back_with_the_key_that_mends_it(dialog):
    field = dialog.form.fields["document_number"]
    field.setFocus()
    typed(NUMBER[:-1])
    press(Qt.Key.Key_Tab)
    assert field.property("problem")
    field.setFocus()
    field.setCursorPosition(17)
    typed(NUMBER[-1])
    assert not field.property("problem")
    assert note(dialog, "document_number") == "号码校验通过"


def test_the_number_fills_in_birth_date_sex_and_age(dialog):
    dialog.form.fields["document_number"].set_value(NUMBER)
    draft = dialog.form.draft()
    assert draft.born_on == date(1985, 1, 2)
    assert draft.sex is a_registration().sex
    assert note(dialog, "born_on") == "41 岁"
    assert not dialog.form.fields["born_on"].isEnabled()


def test_what_the_number_no_longer_states_can_be_typed_again(dialog):
    dialog.form.fields["document_number"].set_value(NUMBER)
    dialog.form.fields["document_kind"].set_value("passport")
    dialog.form.fields["document_number"].set_value("E12345678")
    assert dialog.form.fields["born_on"].isEnabled()


def test_the_dot_of_a_name_becomes_the_one_dot_when_the_field_is_left(dialog):
    dialog.form.fields["name"].setFocus()
    typed("阿卜杜拉・买买提")
    press(Qt.Key.Key_Tab)
    assert dialog.form.fields["name"].text() == "阿卜杜拉·买买提"


def test_a_date_that_is_none_is_told_beside_its_field(dialog):
    dialog.form.fields["consent_on"].setFocus()
    dialog.form.fields["consent_on"].setText("31.31.")
    press(Qt.Key.Key_Tab)
    assert "2026-03-05" in note(dialog, "consent_on")


def test_a_child_needs_the_guardians_consent(dialog, office):
    body = "99999920150102001"
    fill(dialog, number=body + mod_11_2.calc_check_digit(body), way="paper")
    dialog.primary.click()
    assert "监护人" in note(dialog, "consent_way")
    assert office.read(volunteers) == []


def test_saving_an_empty_form_names_every_gap_and_goes_to_the_first(dialog, office):
    dialog.form.fields["area"].set_value("")
    dialog.form.fields["remark"].setFocus()
    press(Qt.Key.Key_S, CTRL)
    wrong = [key for key, field in dialog.form.fields.items() if field.property("problem")]
    assert wrong == ["name", "document_number", "area", "consent_way"]
    assert focus() is dialog.form.fields["name"]
    assert office.read(volunteers) == []


def test_saving_registers_closes_and_tells_the_number(dialog, window, desk, office):
    told: list[Notice] = []
    desk.notice.connect(told.append)
    fill(dialog)
    dialog.primary.click()
    desk.settle()
    assert office.read(volunteers) == [("李梅", "东街")]
    assert open_dialogs(window) == []
    assert "260000013" in told[0].sentence


def test_save_and_next_stays_open_and_keeps_what_the_next_one_shares(dialog, desk, office):
    fill(dialog)
    dialog.form.fields["name"].setFocus()
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert office.read(volunteers) == [("李梅", "东街")]
    assert dialog.isVisible()
    assert dialog.form.draft() == Draft(area="东街", consent_on=date(2026, 11, 2))
    assert focus() is dialog.form.fields["name"]


def test_the_area_of_the_last_one_registered_stands_in_the_form(window, desk, office):
    a_volunteer(office, area="西街")
    assert begin(window, desk).form.fields["area"].text() == "西街"


def test_a_known_document_is_told_before_saving_with_a_way_to_the_person(window, desk, office):
    li = a_volunteer(office)
    dialog = begin(window, desk)
    fill(dialog, name="李小梅")
    assert "李梅" in note(dialog, "document_number")
    dialog._known._open.click()
    desk.settle()
    assert person_shown(window).person.id == li


def test_a_known_document_is_never_registered_twice(window, desk, office):
    a_volunteer(office)
    dialog = begin(window, desk)
    fill(dialog, name="李小梅")
    dialog.primary.click()
    desk.settle()
    assert [name for name, _area in office.read(volunteers)] == ["李梅"]
    assert dialog.isVisible()


def test_somebody_registered_meanwhile_is_told_when_saving(dialog, desk, office):
    fill(dialog)
    a_volunteer(office)
    dialog.primary.click()
    desk.settle()
    assert "李梅" in note(dialog, "document_number")
    assert dialog._known.isVisible()


def test_closing_keeps_what_was_typed_for_the_next_time(dialog, window, desk, places):
    dialog.form.fields["name"].setFocus()
    typed("李梅")
    press(Qt.Key.Key_Escape)
    desk.settle()
    assert open_dialogs(window) == []
    assert DraftFile(places).read() == Draft(name="李梅", consent_on=date(2026, 11, 2))
    assert begin(window, desk).form.draft().name == "李梅"


def test_a_crash_takes_nothing_of_what_was_typed(dialog, desk, places):
    fill(dialog, skills="书法、急救", service_classes=("2", "7"))
    kept = DraftFile(places).read() or Draft()
    assert kept == dialog.form.draft()
    assert (kept.skills, kept.consent_way) == (("书法", "急救"), ConsentWay.PAPER)


def test_the_draft_is_for_its_owner_alone(dialog, places):
    fill(dialog)
    assert DraftFile(places).path.stat().st_mode & 0o077 == 0


def test_the_draft_goes_when_the_person_is_registered(dialog, desk, places):
    fill(dialog)
    dialog.primary.click()
    desk.settle()
    assert list(DraftFile(places).path.parent.iterdir()) == []


def test_an_unfinished_registration_can_be_left_aside(window, desk, places):
    DraftFile(places).keep(Draft(name="李梅"))
    dialog = begin(window, desk)
    dialog._afresh.click()
    desk.settle()
    assert dialog.form.draft().name == ""
    assert DraftFile(places).read() is None


def test_a_damaged_draft_stops_nobody(window, desk, places):
    DraftFile(places).keep(Draft(name="李梅"))
    DraftFile(places).path.write_text('{"name": ')
    assert begin(window, desk).form.draft().name == ""


@pytest.fixture
def correction(window, desk, office):
    """The form of somebody registered."""
    li = a_volunteer(office, area="东街")
    window.page._correct(str(li))
    desk.settle()
    return opened(window, CorrectDialog)


def accesses(unit):
    wanted = select(JournalEntry.image).where(JournalEntry.op == Op.ACCESS)
    return list(unit.session.scalars(wanted))


def test_a_correction_shows_the_number_masked_and_keeps_it(correction, desk, office):
    assert correction.form.fields["document_number"].text() == "999***********0013"
    correction.form.fields["name"].set_value("李小梅")
    correction.primary.click()
    desk.settle()
    assert office.read(identities) == [("李小梅", NUMBER, "260000013")]
    assert office.read(accesses) == []


def test_correcting_the_number_shows_it_and_the_journal_knows(correction, desk, office):
    correction._open.click()
    desk.settle()
    assert correction.form.fields["document_number"].text() == NUMBER
    assert len(office.read(accesses)) == 1


def test_nobody_is_the_double_of_themselves(correction, desk):
    correction._open.click()
    desk.settle()
    correction.form.fields["document_number"].set_value("")
    correction.form.fields["document_number"].set_value(NUMBER)
    desk.settle()
    assert not correction._known.isVisible()


def test_a_consent_later_than_the_registration_is_told_at_its_field(
    correction, desk, clock, office
):
    clock.forward(days=3)
    dialog = correction
    dialog.form._today = date(2026, 11, 5)
    dialog.form.fields["consent_on"].set_value(date(2026, 11, 4))
    dialog.primary.click()
    desk.settle()
    assert "2026-11-04" in note(dialog, "consent_on")
