"""Stays and hours as pure rules."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.attendance import (
    LeftBeforeComing,
    Span,
    StayInFuture,
    StayTooLong,
    checked_stay,
    first_overlap,
    hours,
    minutes_between,
)

NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))
spans = st.builds(
    lambda since, length: Span(since, since + length),
    moments,
    st.timedeltas(timedelta(minutes=1), timedelta(hours=16)),
)


@given(moments, moments)
def test_counted_minutes_are_never_negative_and_never_more_than_wall_time(came, left) -> None:
    minutes = minutes_between(came, left)
    assert minutes >= 0
    assert timedelta(minutes=minutes) <= max(left - came, timedelta())


@given(spans, spans)
def test_overlapping_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(spans, st.timedeltas(timedelta(minutes=1), timedelta(hours=3)))
def test_touching_stays_share_no_moment(span: Span, length: timedelta) -> None:
    assert span.until is not None
    assert first_overlap(Span(span.until, span.until + length), [span]) is None


@given(st.integers(0, 10_000_000))
def test_hours_have_at_most_two_decimals_and_are_off_by_less_than_a_minute(minutes: int) -> None:
    value = hours(minutes)
    assert value == value.quantize(Decimal("0.01"))
    assert abs(value * 60 - minutes) < 1
    assert "E" not in str(value)


@pytest.mark.parametrize(
    ("span", "refusal"),
    [
        (Span(NOON, NOON), LeftBeforeComing),
        (Span(NOON, NOON - timedelta(hours=1)), LeftBeforeComing),
        (Span(NOON, NOON + timedelta(hours=17)), StayTooLong),
        (Span(NOON + timedelta(days=9), None), StayInFuture),
    ],
)
def test_a_stay_that_cannot_have_happened_is_refused(span: Span, refusal) -> None:
    with pytest.raises(refusal):
        checked_stay(span, NOON + timedelta(days=8))


def test_an_open_stay_overlaps_everything_after_its_beginning() -> None:
    later = Span(NOON + timedelta(hours=5), NOON + timedelta(hours=6))
    assert first_overlap(later, [Span(NOON, None)]) == Span(NOON, None)
