"""The card of a position."""

from dataclasses import replace

import pytest

from station_app.domain.stations import (
    CreditCodeWrong,
    StationCard,
    StationCodeUnreadable,
    StationFieldMissing,
    checked_station,
)

CARD = StationCard(code="ys01", name=" 演示实践点 ", recording_unit="演示居委会")


def test_fields_are_tidied_and_the_code_written_in_capitals() -> None:
    card = checked_station(CARD)
    assert (card.code, card.name) == ("YS01", "演示实践点")


def test_the_credit_code_example_of_the_standard_passes() -> None:
    card = checked_station(replace(CARD, recording_unit_code="91350100M000100Y43"))
    assert card.recording_unit_code == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": " "}, StationFieldMissing),
        ({"recording_unit": ""}, StationFieldMissing),
        ({"code": "社区1"}, StationCodeUnreadable),
        ({"recording_unit_code": "91350100M000100Y44"}, CreditCodeWrong),
    ],
)
def test_a_card_that_cannot_stand_on_paper_is_refused(changes, refusal) -> None:
    with pytest.raises(refusal):
        checked_station(replace(CARD, **changes))
