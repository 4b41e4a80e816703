"""The Chinese catalog is complete, current and Chinese."""

import pytest

from tests.architecture.chinese import half_width, left_english
from tests.architecture.ground import no_fault, script

catalogs = script("packaging/catalogs.py")


@pytest.fixture(scope="module")
def catalog():
    return catalogs.collect(catalogs.SOURCE, catalogs.words(catalogs.PO))


@pytest.fixture(scope="module")
def words(catalog):
    """Pairs of English and Chinese that are shown to a clerk."""
    return [(catalogs.key(m), catalogs.text(m)) for m in catalogs.sentences(catalog)]


def test_every_sentence_has_its_chinese_with_the_same_fields(catalog):
    no_fault(catalogs.faults(catalog))


def test_both_catalog_files_are_current(catalog):
    no_fault(catalogs.stale(catalog, catalogs.PO))


def test_no_english_is_left_in_the_chinese(words):
    no_fault(fault for pair in words for fault in left_english(*pair))


def test_chinese_is_punctuated_in_full_width(words):
    no_fault(fault for pair in words for fault in half_width(*pair))


@pytest.mark.parametrize("chinese", ["Hours", "服务 hours", "{name} is in.", "已签到 at {time}。"])
def test_english_left_standing_is_found(chinese):
    assert len(list(left_english("…", chinese))) == 1


@pytest.mark.parametrize(
    "chinese",
    ["PDF", "另存为 PDF…", "{n} / {total}", "Excel 表格（.xlsx）", "请执行 ./station demo"],
)
def test_acronyms_commands_and_proper_names_may_stay(chinese):
    assert list(left_english("…", chinese)) == []


@pytest.mark.parametrize(
    "chinese", ["已签到,谢谢", "姓名:", "已签到.", "时长(小时)", "{name}: 已签到"]
)
def test_half_width_punctuation_is_found(chinese):
    assert len(list(half_width("…", chinese))) == 1


@pytest.mark.parametrize(
    "chinese", ["已签到，谢谢。", "姓名：", "{from}–{to}", "共 1,234 人", "08:30 开始"]
)
def test_full_width_punctuation_and_numbers_pass(chinese):
    assert list(half_width("…", chinese)) == []
