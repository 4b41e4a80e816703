"""Every trait, field and table of a merge has a word."""

import pytest

from station_app.data.unit import Office
from station_app.domain.duplicates import Likelihood, Trait
from station_app.i18n import use
from station_app.services.belongings import holdings
from station_app.services.comparing import compare_people
from station_app.services.merging import FIELDS
from station_app.wording.merging import (
    likelihood_label,
    merge_field_label,
    merge_value_text,
    moved_text,
    row_label,
    trait_text,
)
from tests.helpers.pairs import two_records


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_that_a_merge_shows_is_without_a_word(language: str) -> None:
    use(language)
    words = [trait_text(one) for one in Trait] + [likelihood_label(one) for one in Likelihood]
    words += [merge_field_label(key) for key in FIELDS]
    words += [row_label(one.entity) for one in holdings()]
    assert all(words)
    assert all(not word.isascii() for word in words) is (language == "zh_CN")


def test_values_are_told_by_their_labels_and_documents_masked(office: Office) -> None:
    one, other = two_records(office)
    values = office.read(compare_people, one, other).other.values
    told = {key: merge_value_text(key, value) for key, value in values.items()}
    assert told["document"] == "护照 E******78"
    assert told["skills"] == "书法、急救"
    assert told["sex"] == "女"
    assert told["consent"].startswith("2026-11-02")
    assert merge_value_text("remark", ("",)) == ""


def test_what_moves_is_counted_by_kind() -> None:
    use("en")
    assert moved_text({"attendance": 2, "certificate": 1}) == "Stays: 2, Certificates: 1"
    assert moved_text({}) == ""
