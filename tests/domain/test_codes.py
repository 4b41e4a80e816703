"""Code lists: labels in two languages, found again from what people write."""

from datetime import date
from typing import get_args

import pytest

from station_app.domain.codes import Code, ListName, code_list, overlay
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind, Sex

NAMES: tuple[ListName, ...] = get_args(ListName)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_has_a_label_in_both_languages_and_the_list_a_source(name):
    codes = code_list(name)
    assert codes.source.isascii()
    assert codes.source
    assert codes.source_zh
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


def test_figures_before_a_label_count_for_nothing_whatever_the_platform_numbers():
    assert code_list("political_status").find("03 群众") == "13"
    assert code_list("political_status").find("01.中共预备党员") == "02"
    assert code_list("political_status").find("13") is None


def test_document_types_of_the_national_platform_lead_to_our_kinds():
    find = code_list("document_kind").find
    assert [find(figures) for figures in ("01", "05", "06", "07", "99")] == [
        DocumentKind.RESIDENT_ID,
        DocumentKind.PASSPORT,
        DocumentKind.MILITARY,
        DocumentKind.MILITARY,
        DocumentKind.OTHER,
    ]
    assert find("内地居民身份证") == DocumentKind.RESIDENT_ID


def test_all_56_ethnic_groups_are_there_and_what_card_readers_add():
    groups = code_list("ethnic_group")
    figures = [f"{figure:02d}" for figure in (*range(1, 57), 97, 98)]
    assert [entry.code for entry in groups.codes] == figures
    assert (groups.find("基诺"), groups.find("穿青人")) == ("56", "97")


def test_an_entry_is_offered_from_the_day_it_came():
    offered = code_list("department").offered
    codes = [{entry.code for entry in offered(date(2023, 3, day))} for day in (15, 16)]
    assert codes[1] - codes[0] == {"social_work"}


def test_no_station_lays_its_own_entries_over_a_national_standard():
    overlay({"sex": [Code("1", "先生", "")], "strange": [Code("1", "甲", "")]})
    assert code_list("sex").label("1", "zh_CN") == "男"
