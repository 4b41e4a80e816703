"""Looking for duplicates in the books: all of them, those of one person, and "not the same"."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from station_app.data.unit import Office
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.duplicates import Likelihood, Trait
from station_app.errors import Cancelled
from station_app.services.comparing import compare_people
from station_app.services.duplicates import (
    Pair,
    WordGone,
    duplicates_of,
    find_duplicates,
    not_same_pairs,
    people_like,
    say_not_same,
    take_back_not_same,
)
from station_app.services.merging import FIELDS, merge_people
from station_app.services.tasks import Task
from station_app.services.unmerging import undo_merge
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.pairs import PHONE, two_records, wish


def found(office: Office) -> tuple[Pair, ...]:
    return find_duplicates(office, task=Task())


def ids(pairs: tuple[Pair, ...]) -> set[frozenset[UUID]]:
    return {frozenset((pair.one.id, pair.other.id)) for pair in pairs}


def crowd(office: Office) -> list[UUID]:
    """Ten people, some of them alike in one way or another, most of them not."""
    passport: dict[str, Any] = {
        "document": Document(DocumentKind.PASSPORT, "E12345678"),
        "sex": Sex.FEMALE,
        "born_on": a_registration().born_on,
    }
    return [
        a_volunteer(office, "李晓明", 2, phone=PHONE),
        a_volunteer(office, "李小明", **passport),
        a_volunteer(office, "王喆", 4),
        a_volunteer(office, "王吉", 6),
        a_volunteer(office, "阿卜杜拉·买买提", 8, phone="13900139000"),
        a_volunteer(office, "阿卜杜拉买买提", 111, phone="13900139000"),
        a_volunteer(office, "张强", 115, phone=PHONE),
        a_volunteer(office, "赵丽", 200),
        a_volunteer(office, "Li Xiaoming", 300),
        a_volunteer(office, "Ольга", 400),
    ]


def test_the_search_over_all_finds_what_the_search_for_each_finds(office: Office) -> None:
    people = crowd(office)
    by_one = {pair for who in people for pair in ids(office.read(duplicates_of, who))}
    assert ids(found(office)) == by_one
    assert frozenset(people[:2]) in by_one
    assert frozenset(people[2:4]) in by_one
    assert frozenset(people[4:6]) in by_one
    assert not any(people[7] in pair for pair in by_one)


def test_a_pair_tells_who_it_is_and_why(office: Office) -> None:
    one, other = two_records(office)
    (pair,) = found(office)
    assert (pair.one.id, pair.other.id) == (one, other)
    assert (pair.one.name, pair.other.name) == ("李晓明", "李小明")
    assert pair.traits == (Trait.ONE_CHARACTER, Trait.SAME_BIRTH, Trait.SAME_PHONE)
    assert pair.likelihood is Likelihood.LIKELY


def test_the_search_can_be_stopped(office: Office) -> None:
    two_records(office)
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        find_duplicates(office, task=task)


def test_a_pair_said_to_be_two_people_is_not_shown_until_that_is_taken_back(
    office: Office,
) -> None:
    one, other = two_records(office)
    word = office.write(say_not_same, other, one)
    assert office.write(say_not_same, one, other) == word
    assert found(office) == office.read(duplicates_of, one) == ()
    (said,) = office.read(not_same_pairs)
    assert (said.id, said.one.id, said.other.id, said.said_by) == (word, one, other, "演示经办人")
    office.write(take_back_not_same, word)
    assert office.read(not_same_pairs) == []
    assert len(found(office)) == 1
    with pytest.raises(WordGone):
        office.write(take_back_not_same, word)


def test_after_taking_back_the_same_can_be_said_again(office: Office) -> None:
    one, other = two_records(office)
    office.write(take_back_not_same, office.write(say_not_same, one, other))
    office.write(say_not_same, one, other)
    assert found(office) == ()


def test_a_merged_record_is_no_candidate_and_after_undo_it_is_one_again(office: Office) -> None:
    one, other = two_records(office)
    done = office.write(merge_people, wish(one, other))
    assert found(office) == office.read(duplicates_of, one) == ()
    office.write(undo_merge, done.id)
    assert len(found(office)) == 1


def test_not_the_same_as_a_record_holds_for_what_it_was_merged_into(office: Office) -> None:
    one, other = two_records(office)
    third = a_volunteer(office, "李晓明", 4)
    office.write(say_not_same, other, third)
    assert ids(found(office)) >= {frozenset((one, third))}
    office.write(merge_people, wish(one, other))
    assert found(office) == office.read(duplicates_of, third) == ()


def test_a_draft_is_held_against_the_books_before_anybody_is_registered(office: Office) -> None:
    two_records(office)
    draft = a_registration("李晓鸣", 4, phone=PHONE)
    like = office.read(people_like, draft)
    assert [pair.other.name for pair in like] == ["李晓明", "李小明"]
    assert {pair.one.number for pair in like} == {""}
    assert office.read(people_like, replace(draft, name="赵丽", born_on=date(1990, 1, 1))) == ()


def test_a_document_of_a_merged_record_leads_to_the_one_that_stayed(office: Office) -> None:
    one, other = two_records(office)
    office.write(merge_people, wish(one, other))
    passport = Document(DocumentKind.PASSPORT, "E12345678")
    draft = a_registration("李小明", document=passport, sex=Sex.FEMALE)
    (pair,) = office.read(people_like, draft)
    assert pair.other.id == one
    assert pair.likelihood is Likelihood.SURE
    assert pair.traits[0] is Trait.SAME_DOCUMENT
    assert Trait.OTHER_DOCUMENT not in pair.traits


def test_a_comparison_names_what_differs_and_proposes_whose_value(office: Office) -> None:
    one, other = two_records(office)
    shown = office.read(compare_people, other, one)
    assert (shown.one.id, shown.other.id) == (one, other)
    assert shown.differing == {"name", "document", "area", "skills", "remark"}
    assert shown.one.values["document"][1].count("*") == 11
    proposal = shown.proposal(shown.one, shown.other)
    assert {key: choice.value for key, choice in proposal.items()} == {
        "name": "kept", "document": "kept", "area": "kept", "skills": "both", "remark": "both",
    }  # fmt: skip
    assert set(FIELDS) == set(shown.one.values)
