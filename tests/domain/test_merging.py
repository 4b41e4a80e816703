"""What of two records is chosen, joined, refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from station_app.domain.attendance import Span
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.merging import (
    Choice,
    at_once,
    fields_of,
    joined,
    proposed,
    require_agreement,
)
from station_app.domain.people import BirthDateDiffers, SexDiffers

NINE = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)


def span(since: int, until: int | None) -> Span:
    """A stay in minutes after nine."""
    end = None if until is None else NINE + timedelta(minutes=until)
    return Span(NINE + timedelta(minutes=since), end)


def test_columns_that_prove_one_another_are_one_field_and_new_ones_a_field_each():
    columns = "id rev number name former_names name_key sound document_kind document_number".split()
    found = fields_of([*columns, "sex", "nickname", "merged_into"])
    assert list(found) == ["name", "document", "sex", "nickname"]
    assert found["document"] == ("document_kind", "document_number")
    assert found["nickname"] == ("nickname",)


@pytest.mark.parametrize(
    ("key", "kept", "taken", "choice"),
    [
        ("phone", "", "13800138000", Choice.TAKEN),
        ("phone", "13800138000", "", Choice.KEPT),
        ("phone", "13800138000", "13900139000", Choice.KEPT),
        ("skills", "急救", "书法", Choice.BOTH),
        ("remark", "甲", "甲", Choice.KEPT),
    ],
)
def test_a_form_offers_what_is_filled_and_both_where_both_fit(key, kept, taken, choice):
    assert proposed(key, kept, taken) is choice


def test_joined_values_name_each_part_once():
    assert joined("skills", "急救、书法", "书法、英语") == "急救、书法、英语"
    assert joined("service_classes", "1 2", "2 3") == "1 2 3"
    assert joined("remark", "", "乙") == "乙"
    with pytest.raises(ValueError, match="phone"):
        joined("phone", "1", "2")


def test_the_chosen_document_must_not_contradict_birth_date_and_sex():
    body = "11010119850102123"
    document = Document(DocumentKind.RESIDENT_ID, body + mod_11_2.calc_check_digit(body))
    require_agreement(document, date(1985, 1, 2), Sex.MALE)
    require_agreement(document, date(1985, 1, 2), Sex.UNKNOWN)
    with pytest.raises(BirthDateDiffers):
        require_agreement(document, date(1985, 1, 3), Sex.MALE)
    with pytest.raises(SexDiffers):
        require_agreement(document, date(1985, 1, 2), Sex.FEMALE)
    require_agreement(Document(DocumentKind.PASSPORT, "E12345678"), date(1990, 1, 1), Sex.MALE)


def test_touching_stays_are_not_at_once_but_an_open_one_goes_on():
    assert at_once([span(0, 60)], [span(60, 120)]) == []
    assert at_once([span(0, None)], [span(60, 120)]) == [(span(0, None), span(60, 120))]
    assert at_once([span(120, None)], [span(60, 120)]) == []
    assert at_once([span(0, 60)], [span(0, 60)]) == [(span(0, 60), span(0, 60))]


stays = st.lists(
    st.tuples(st.integers(0, 300), st.one_of(st.none(), st.integers(1, 120))).map(
        lambda one: span(one[0], None if one[1] is None else one[0] + one[1])
    ),
    max_size=8,
)


@given(stays, stays)
def test_the_sweep_finds_what_holding_all_against_all_would(ones, others):
    expected = [(one, other) for one in ones for other in others if one.overlaps(other)]

    def by_times(pair: tuple[Span, Span]) -> str:
        return str(pair)

    assert sorted(at_once(ones, others), key=by_times) == sorted(expected, key=by_times)
