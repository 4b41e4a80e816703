"""Qualifications: what somebody may do, until when, and what was entered by mistake."""

from datetime import date

import pytest

from station_app.data.unit import Office
from station_app.domain.attendance import ReasonMissing
from station_app.domain.fields import MissingField
from station_app.domain.qualifications import (
    QualificationCard,
    QualificationEndsEarly,
    QualificationEntered,
    QualificationGone,
    Validity,
)
from station_app.services.qualifications import (
    add_qualification,
    holds_on,
    qualifications_of,
    void_qualification,
)
from tests.helpers.builders import a_volunteer


def _card(**changes: object) -> QualificationCard:
    values = {"kind": "first_aid", "number": "HH-1", "valid_from": date(2026, 1, 1)} | changes
    return QualificationCard(**values)  # type: ignore[arg-type]


def test_a_qualification_holds_on_its_first_and_last_day_and_not_beyond(office: Office) -> None:
    li = a_volunteer(office)
    office.write(add_qualification, li, _card(valid_until=date(2026, 12, 31)))
    held = [
        office.read(holds_on, li, "first_aid", day)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert held == [False, True, True, False]
    assert not office.read(holds_on, li, "driving", date(2026, 6, 1))


def test_what_lapses_within_sixty_days_is_told_apart() -> None:
    card = _card(valid_until=date(2026, 12, 31))
    stands = [card.validity(date(2026, month, day)) for month, day in ((10, 31), (11, 1), (12, 31))]
    assert stands == [Validity.VALID, Validity.LAPSING, Validity.LAPSING]
    assert card.validity(date(2027, 1, 1)) is Validity.LAPSED
    assert card.validity(date(2025, 6, 1)) is Validity.LATER
    assert _card().validity(date(2090, 1, 1)) is Validity.VALID


def test_struck_out_it_stays_visible_and_counts_no_more(office: Office) -> None:
    li = a_volunteer(office)
    key = office.write(add_qualification, li, _card())
    with pytest.raises(ReasonMissing):
        office.write(void_qualification, key, "  ")
    office.write(void_qualification, key, "录错人")
    (held,) = office.read(qualifications_of, li)
    assert (held.voided_on, held.void_reason) == (date(2026, 11, 2), "录错人")
    assert not office.read(holds_on, li, "first_aid", date(2026, 6, 1))
    with pytest.raises(QualificationGone):
        office.write(void_qualification, key, "再次")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"kind": ""}, MissingField),
        ({"valid_until": date(2025, 12, 31)}, QualificationEndsEarly),
        ({}, QualificationEntered),
    ],
)
def test_what_cannot_be_entered_is_refused(
    office: Office, changes: dict[str, object], refusal: type[Exception]
) -> None:
    li = a_volunteer(office)
    office.write(add_qualification, li, _card())
    with pytest.raises(refusal):
        office.write(add_qualification, li, _card(**changes))
