"""Code lists: labels in two languages, found again from what people write."""

from typing import get_args

import pytest

from station_app.domain.codes import ListName, code_list
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind, Sex

NAMES: tuple[ListName, ...] = get_args(ListName)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_has_a_label_in_both_languages_and_the_list_a_source(name):
    codes = code_list(name)
    assert codes.source
    assert len({entry.code for entry in codes.codes}) == len(codes.codes)
    for entry in codes.codes:
        assert not entry.zh.isascii()
        assert entry.en.isascii()
        assert entry.en


@pytest.mark.parametrize("name", NAMES)
def test_every_label_leads_back_to_its_own_code(name):
    codes = code_list(name)
    for entry in codes.codes:
        for label in (entry.zh, entry.en, *entry.also):
            assert codes.find(f" {label.upper()} ") == entry.code


@pytest.mark.parametrize(
    ("name", "known"),
    [("sex", Sex), ("document_kind", DocumentKind), ("consent_way", ConsentWay)],
)
def test_lists_that_rules_depend_on_hold_exactly_the_codes_the_rules_know(name, known):
    assert [entry.code for entry in code_list(name).codes] == [member.value for member in known]


def test_a_bare_figure_is_no_service_class_because_platforms_number_them_differently():
    assert code_list("service_class").find("2") is None
    assert code_list("sex").find("2") == Sex.FEMALE


def test_a_code_from_another_centre_stands_for_itself():
    assert code_list("service_class").label("77", "en") == "77"
    assert code_list("service_class").label("2", "zh_CN") == "社区服务"
    assert code_list("service_class").label("2", "en") == "Community service"
