"""Consent: each purpose apart, given and taken back with the same ease, nothing struck out."""

from datetime import date

import pytest

from station_app.data.models import Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.consents import (
    Act,
    ConsentAct,
    ConsentBeforeLast,
    ConsentInFuture,
    ConsentLacking,
    ConsentUnchanged,
    ConsentWay,
    GuardianNeeded,
    Purpose,
)
from station_app.domain.fields import MissingField
from station_app.services.consents import (
    consents_of,
    give_consent,
    require_consent,
    withdraw_consent,
)
from tests.helpers.builders import a_volunteer

PHOTO, RECORD = frozenset({Purpose.PHOTO}), frozenset({Purpose.RECORD})


def _given(**changes: object) -> ConsentAct:
    values = {"purposes": PHOTO, "on": date(2026, 10, 20), "way": ConsentWay.PAPER} | changes
    return ConsentAct(**values)  # type: ignore[arg-type]


def _withdrawn(**changes: object) -> ConsentAct:
    return _given(act=Act.WITHDRAWN, on=date(2026, 10, 25), **changes)


def _held(office: Office, who: object) -> set[Purpose]:
    now = office.read(consents_of, who).now  # type: ignore[arg-type]
    return {purpose for purpose, holding in now.items() if holding.holds}


def test_registration_agrees_to_the_record_and_to_what_was_ticked(office: Office) -> None:
    plain = a_volunteer(office)
    more = a_volunteer(office, "王芳", 2, purposes=PHOTO)
    assert _held(office, plain) == {Purpose.RECORD}
    assert _held(office, more) == {Purpose.RECORD, Purpose.PHOTO}
    acts = office.read(consents_of, more).acts
    assert [act.on for act in acts] == [date(2026, 10, 1)] * 2


def test_what_is_given_may_be_taken_back_and_given_again(office: Office) -> None:
    li = a_volunteer(office)
    office.write(give_consent, li, _given(note="宣传栏"))
    office.write(withdraw_consent, li, _withdrawn())
    assert _held(office, li) == {Purpose.RECORD}
    office.write(give_consent, li, _given(on=date(2026, 10, 26)))
    assert _held(office, li) == {Purpose.RECORD, Purpose.PHOTO}
    assert len(office.read(consents_of, li).acts) == 4


def test_with_the_record_goes_everything_that_rests_on_it(office: Office) -> None:
    li = a_volunteer(office, purposes=frozenset({Purpose.PHOTO, Purpose.HANDOVER}))
    office.write(withdraw_consent, li, _withdrawn(purposes=RECORD))
    assert _held(office, li) == set()


def test_an_act_that_changes_nothing_is_refused(office: Office) -> None:
    li = a_volunteer(office)
    with pytest.raises(ConsentUnchanged):
        office.write(give_consent, li, _given(purposes=RECORD))
    with pytest.raises(ConsentUnchanged):
        office.write(withdraw_consent, li, _withdrawn())


def test_acts_stand_in_the_order_of_their_days(office: Office) -> None:
    li = a_volunteer(office)
    office.write(give_consent, li, _given())
    with pytest.raises(ConsentBeforeLast) as refused:
        office.write(withdraw_consent, li, _given(act=Act.WITHDRAWN, on=date(2026, 10, 19)))
    assert (refused.value.on, refused.value.last) == (date(2026, 10, 19), date(2026, 10, 20))
    with pytest.raises(ConsentInFuture):
        office.write(withdraw_consent, li, _given(act=Act.WITHDRAWN, on=date(2026, 12, 1)))


def test_spoken_words_need_a_witness_and_a_child_the_guardian(office: Office) -> None:
    li = a_volunteer(office)
    with pytest.raises(MissingField) as missing:
        office.write(give_consent, li, _given(way=ConsentWay.SPOKEN_WITNESSED))
    assert missing.value.field == "witness"
    born = {"born_on": date(2015, 1, 2), "consent_way": ConsentWay.GUARDIAN}
    child = a_volunteer(office, "王小", 3, guardian_name="王芳", **born)
    with pytest.raises(GuardianNeeded):
        office.write(give_consent, child, _given())
    office.write(give_consent, child, _given(way=ConsentWay.GUARDIAN, guardian_name="王芳"))


def test_a_purpose_nobody_agreed_to_is_lacking(office: Office) -> None:
    li = a_volunteer(office)

    def ask(unit: Unit) -> None:
        require_consent(unit, unit.session.get_one(Volunteer, li), Purpose.PUBLICITY)

    with pytest.raises(ConsentLacking) as refused:
        office.read(ask)
    assert (refused.value.purpose, refused.value.withdrawn_on) == (Purpose.PUBLICITY, None)


def test_the_witness_of_a_registration_is_kept(office: Office) -> None:
    li = a_volunteer(office, consent_way=ConsentWay.SPOKEN_WITNESSED, consent_witness="赵敏")
    last = office.read(consents_of, li).now[Purpose.RECORD].last
    assert last is not None
    assert last.witness == "赵敏"
