"""What a clerk does on a person's page: consent, qualifications, looking back, going back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from station_app.domain.consents import Act, ConsentWay, Purpose
from station_app.domain.qualifications import QualificationCard
from station_app.services.consents import consents_of
from station_app.services.people import show_document
from station_app.services.qualifications import add_qualification, qualifications_of
from station_app.ui.pages.volunteers.consent_dialog import ConsentDialog
from station_app.ui.pages.volunteers.qualification_dialog import QualificationDialog
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_volunteer
from tests.helpers.screen import focus, in_front, opened, person_shown, press, shown


@pytest.fixture
def li(office):
    return a_volunteer(office, "李梅", purposes=frozenset({Purpose.PHOTO}))


@pytest.fixture
def window(desk, qtbot, li):
    window = shown(desk, qtbot)
    window.page.reveal(str(li))
    desk.settle()
    return window


def test_without_the_consent_to_be_recorded_the_page_offers_no_sign_in(window, desk, office, li):
    page = person_shown(window)
    page.withdraw.click()
    dialog = opened(window, ConsentDialog)
    dialog.purposes.set_value(frozenset({Purpose.RECORD}))
    dialog.primary.click()
    desk.settle()
    assert not any(one.holds for one in office.read(consents_of, li).now.values())
    assert not page.primary.isEnabled()
    assert any(
        "已于 2026-11-02 撤回" in label.text() for label in page.no_more.findChildren(QLabel)
    )
    assert not page.withdraw.isEnabled()


def test_spoken_consent_asks_for_the_witness_at_the_field(window, desk, office, li):
    person_shown(window).give.click()
    dialog = opened(window, ConsentDialog)
    dialog.purposes.set_value(frozenset({Purpose.PUBLICITY}))
    assert not dialog.form.is_shown("witness")
    dialog.way.set_value(ConsentWay.SPOKEN_WITNESSED)
    dialog.primary.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.witness.property("problem")
    dialog.witness.set_value("赵敏")
    dialog.primary.click()
    desk.settle()
    last = office.read(consents_of, li).now[Purpose.PUBLICITY].last
    assert (last.act, last.witness) == (Act.GIVEN, "赵敏")


def test_a_qualification_is_entered_and_struck_out_on_the_page(window, desk, office, li):
    page = person_shown(window)
    page._qualify()
    dialog = opened(window, QualificationDialog)
    dialog.kind.set_value("driving")
    dialog.since.set_value(date(2026, 1, 1))
    dialog.until.set_value(date(2026, 11, 30))
    dialog.primary.click()
    desk.settle()
    assert page.qualifications.lines.texts() == ["机动车驾驶证 即将到期 有效期至 2026-11-30"]
    (held,) = office.read(qualifications_of, li)
    page._strike_act(held.id).run()
    why = opened(window, ReasonDialog)
    why.reason.set_value("录错人")
    why.primary.click()
    desk.settle()
    assert "录错人" in page.qualifications.lines.texts()[0]


def test_the_history_follows_while_it_is_looked_at(window, desk, office, li):
    page = person_shown(window)
    page.tabs.setCurrentWidget(page.journal)
    desk.settle()
    before = len(page.journal.entries)
    office.write(show_document, li, "核对证件")
    card = QualificationCard(kind="driving", valid_from=date(2026, 1, 1))
    office.write(add_qualification, li, card)
    desk.settle()
    assert len(page.journal.entries) == before + 2


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_keys_lead_back_to_the_list(window, desk, key, modifier):
    in_front(window)
    assert person_shown(window).isAncestorOf(focus())
    press(key, modifier)
    desk.settle()
    assert window.page.covered is None
    assert window.page.list.isVisible()


def test_its_place_in_the_rail_leads_back_and_another_place_keeps_the_person(window, desk):
    window.go("today")
    window.go("volunteers")
    assert person_shown(window).person.name == "李梅"
    window.go("volunteers")
    assert window.page.covered is None
