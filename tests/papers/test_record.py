"""My record: every stay, sums that add up, a heading and a number on every page."""

import io
from datetime import date, time

import pytest
from pypdf import PdfReader

from station_app.domain.attendance import Origin
from station_app.domain.certificates import MissingGlyph, TextTooLong
from station_app.papers.contents import RecordedStar
from station_app.papers.record import record_sheet
from tests.certificates.reading import pypdf_text
from tests.papers.sheets import LICENCE, PAPER, STAR, a_record, a_stay


def texts(contents):
    """The text of each page."""
    reader = PdfReader(io.BytesIO(record_sheet(contents)))
    return [page.extract_text() for page in reader.pages]


def said(contents):
    return "".join("".join(texts(contents)).split())


def lines(contents):
    """The text line by line, without the gaps between the words."""
    return ["".join(line.split()) for line in pypdf_text(record_sheet(contents)).splitlines()]


@pytest.mark.parametrize("name", ["李梅", "阿卜杜拉·买买提", "欧阳𬱖", "㛃"])
def test_the_name_comes_back_from_every_page(name):
    pages = texts(a_record(60, name=name))
    assert len(pages) > 2
    assert [page for page in pages if name not in page] == []


def test_five_hundred_stays_are_all_there_with_heading_and_page_on_each_page():
    pages = texts(a_record(500))
    for at, page in enumerate(pages, 1):
        assert f"第{at}页　共{len(pages)}页" in page
        assert "260000013" in page
    rows = [page for page in pages if "2025-" in page or "2026-" in page]
    assert len(rows) > 10
    assert [page for page in rows if page.count("起止时间") != 1] == []
    days = [a_stay(at).day.isoformat() for at in range(500)]
    text = "".join(pages)
    assert [day for day in days if day not in text] == []


def test_who_it_is_stands_masked():
    text = said(a_record())
    for part in ("999***********0013", "138****8000", "演示社区", "2025年2月28日"):
        assert part in text


def test_a_stay_says_when_where_how_long_and_how_we_know():
    stay = a_stay(2, origin=Origin.SUPPLEMENTED, came=time(21), left=time(6))
    text = said(a_record(stays=(stay,)))
    assert "2025-03-05" in text
    assert "21:00–次日06:00" in text
    assert "1.58" in text
    assert "补录" in text
    assert "社区环境清洁日活动（春季）" in text


def test_hours_are_summed_by_year_and_in_all():
    stays = (
        a_stay(0),
        a_stay(1),
        a_stay(0, day=date(2026, 1, 3), minutes=60),
    )
    found = lines(a_record(stays=stays))
    assert "本期间共服务3次，累计5.5小时。" in found
    text = "".join(found)
    assert "2025年图书角值守、为老助餐24.5" in text
    assert "2026年图书角值守11" in text
    assert "合计图书角值守、为老助餐35.5" in text


def test_one_year_has_no_second_sum():
    assert "合计图书角" not in said(a_record(1))


def test_a_stay_not_signed_out_is_shown_and_counts_for_nothing():
    text = said(a_record(stays=(a_stay(0), a_stay(1, left=None, minutes=None))))
    assert "共服务1次，累计2.5小时。另有1次尚未签退，未计入时长。" in text
    assert "09:00–未签退" in text


def test_stars_papers_and_qualifications_are_listed():
    yearly = RecordedStar(2, 2026, date(2026, 6, 1), 12000)
    text = said(a_record(stars=(STAR, yearly), certificates=(PAPER,), qualifications=(LICENCE,)))
    for part in (
        "一星志愿者全部记录101.672026-05-06",
        "二星志愿者2026年2002026-06-01",
        "志愿服务记录证明YS01-Z2026-000012026年1月至10月102026-11-02",
        "机动车驾驶证999***********0013演示市公安局2025-01-01起长期有效",
    ):
        assert part in text


def test_an_empty_record_says_so_and_can_be_signed():
    text = said(a_record(0))
    assert "本期间没有服务记录。" in text
    assert "志愿者签名：" in text
    for part in ("二、分年合计：没有。", "三、星级：没有。", "五、资格证书：没有。"):
        assert part in text
    assert len(texts(a_record(0))) == 1


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (None, None, "全部记录"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        (date(2026, 3, 1), None, "2026年3月1日以来"),
        (None, date(2026, 3, 1), "截至2026年3月1日"),
    ],
)
def test_the_period_is_said(first, last, period):
    assert f"核对期间：{period}" in said(a_record(first_day=first, last_day=last))


def test_room_to_sign_is_not_parted():
    for stays in range(20, 32):
        page = next(page for page in texts(a_record(stays)) if "核对意见" in page)
        for part in ("以上记录属实", "志愿者签名", "工作人员签名", "不作为志愿服务记录证明"):
            assert part in page


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page():
    for stays in range(20, 32):
        for page in texts(a_record(stays)):
            body = [line for line in page.splitlines() if line.strip()]
            assert not any(line.startswith(("二、", "三、", "四、", "五、")) for line in body[-3:])


def test_a_character_in_no_font_is_refused_by_name():
    with pytest.raises(MissingGlyph) as refused:
        record_sheet(a_record(stays=(a_stay(post="\U0010fffd"),)))
    assert (refused.value.name, refused.value.character) == ("李梅", "\U0010fffd")


def test_a_text_longer_than_a_page_is_refused():
    with pytest.raises(TextTooLong):
        record_sheet(a_record(stays=(a_stay(post="图书" * 2000),)))
