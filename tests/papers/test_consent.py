"""The consent sheet: one leaf, every purpose by itself, the guardian where a child signs."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from station_app.domain.certificates import MissingGlyph
from station_app.papers.consent import consent_sheet
from tests.certificates.reading import poppler_text, pypdf_text
from tests.papers.sheets import LONG_UNIT, a_consent, a_signatory

PURPOSES = ("登记与服务记录。", "留存照片。", "宣传公示。", "报送上级。")
BLANK = a_consent(person=None)


def pages_of(pdf):
    return len(PdfReader(io.BytesIO(pdf)).pages)


def said(contents):
    """Everything the sheet says, without the gaps between the words."""
    return "".join(pypdf_text(consent_sheet(contents)).split())


@pytest.mark.parametrize("name", ["李梅", "阿卜杜拉·买买提", "欧阳𬱖", "Anna-Luise Müller"])
def test_the_person_stands_on_it_as_registered(name):
    text = pypdf_text(consent_sheet(a_consent(person=a_signatory(name=name))))
    assert text.count(name) == 3  # where it is asked for, and at the foot of both pages
    assert "999***********0013" in text
    assert "138****8000" in text


def test_each_purpose_has_its_own_boxes_and_its_own_signature():
    back = PdfReader(io.BytesIO(consent_sheet(a_consent()))).pages[1].extract_text()
    parts = back.split("口头同意")[0]
    for purpose in PURPOSES:
        assert purpose in parts
    assert parts.count("□ 同意") == parts.count("□ 不同意") == parts.count("签名：") == 4


def test_the_rules_of_the_station_stand_on_it():
    text = said(replace(a_consent(), retention_years=5, guardian_below=16))
    assert "连续5年没有参加服务" in text
    assert "不满16周岁" in text
    assert "演示街道新时代文明实践所" in text


@pytest.mark.parametrize(
    ("contents", "shown"),
    [
        (a_consent(), False),
        (a_consent(person=a_signatory(is_child=True)), True),
        (BLANK, True),
    ],
    ids=["adult", "child", "blank"],
)
def test_the_guardian_signs_for_children_and_on_the_blank_one(contents, shown):
    assert ("与志愿者的关系" in said(contents)) is shown


def test_the_guardian_who_is_known_stands_there_already():
    child = a_signatory(is_child=True, guardian_name="买买提·艾合买提")
    assert "买买提·艾合买提" in said(a_consent(person=child))


def test_the_blank_one_names_nobody():
    text = said(BLANK)
    assert "姓名：志愿者编号：证件类型和号码：联系电话：" in text
    assert "李梅" not in text


def test_what_the_station_does_not_know_leaves_no_empty_brackets():
    text = said(replace(BLANK, address="", clerk="", unit_phone="", superior=""))
    assert "（）" not in text
    assert "请到办理地点提出。" in text
    assert "联系人" not in text.replace("紧急联系人", "")


@pytest.mark.parametrize(
    "contents",
    [
        a_consent(),
        BLANK,
        a_consent(person=a_signatory(is_child=True, name="阿卜杜拉·买买提" * 3)),
        replace(BLANK, recording_unit=LONG_UNIT, station=LONG_UNIT, superior=LONG_UNIT),
    ],
    ids=["adult", "blank", "child", "long"],
)
def test_it_is_front_and_back_of_one_leaf(contents):
    assert pages_of(consent_sheet(contents)) == 2


def test_a_name_as_long_as_names_may_be_is_printed_whole():
    name = "阿卜杜拉·买买提·" * 12 + "阿卜杜拉"
    assert name in said(a_consent(person=a_signatory(name=name)))


def test_a_character_in_no_font_is_refused_by_name():
    with pytest.raises(MissingGlyph) as refused:
        consent_sheet(a_consent(person=a_signatory(name="李\ue000")))
    assert (refused.value.name, refused.value.character) == ("李\ue000", "\ue000")


def test_poppler_reads_the_lead_of_a_purpose_as_one_word():
    assert "登记与服务记录。" in poppler_text(consent_sheet(BLANK))
