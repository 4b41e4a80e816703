"""Numbers, frozen papers, check codes, and figures as Chinese papers write them."""

import json
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.attendance import Origin
from station_app.domain.certificates import (
    CROCKFORD,
    Detail,
    Kind,
    NoHours,
    NotACertificateNumber,
    Number,
    Snapshot,
    certificate_number,
    check_code,
    parse_number,
)
from station_app.domain.chinese import capitals, chinese_date, period_text
from tests.certificates.snapshots import a_detail, a_proof, an_appreciation

OTHER: dict[str, Any] = {
    "kind": Kind.APPRECIATION,
    "first_day": date(2026, 2, 1),
    "last_day": date(2026, 12, 1),
    "issued_on": date(2026, 12, 1),
    "services": ("其他",),
    "details": (),
}
OTHER_LINE: dict[str, Any] = {
    "day": date(2026, 1, 1),
    "came": time(8),
    "left": time(12),
    "minutes": 151,
    "origin": Origin.IMPORTED,
}


@pytest.mark.parametrize(
    ("kind", "number"),
    [(Kind.PROOF, "SJ001-Z2026-00001"), (Kind.APPRECIATION, "SJ001-G2026-00001")],
)
def test_a_number_names_station_kind_year_and_serial(kind, number):
    assert certificate_number("SJ001", kind, 2026, 1) == number


@given(
    st.from_regex(r"[A-Z0-9]{2,12}", fullmatch=True),
    st.sampled_from(Kind),
    st.integers(2000, 9999),
    st.integers(1, 10**7),
)
def test_a_number_is_read_back_as_it_was_given(station, kind, year, serial):
    number = certificate_number(station, kind, year, serial)
    assert parse_number(number) == Number(station, kind, year, serial)


def test_a_number_typed_in_full_width_and_small_letters_is_read():
    assert str(parse_number(" ｓｊ００１－ｇ２０２６－０００４２ ")) == "SJ001-G2026-00042"


@pytest.mark.parametrize("text", ["", "SJ001", "SJ001-X2026-00001", "SJ001-Z26-1", "Z2026-00001"])
def test_what_is_no_number_is_refused_with_the_text(text):
    with pytest.raises(NotACertificateNumber) as refused:
        parse_number(text)
    assert refused.value.text == text


def test_a_paper_comes_back_from_the_register_as_it_was_frozen():
    paper = a_proof(4)
    assert Snapshot.from_json(paper.to_json()) == paper


def test_the_canonical_form_sorts_its_keys_and_keeps_characters_as_they_are():
    text = an_appreciation(name="𬱖").to_json().decode("utf-8")
    assert text == json.dumps(
        json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert '"name":"𬱖"' in text


@pytest.mark.parametrize("field", [field.name for field in fields(Snapshot)])
def test_whatever_is_changed_changes_the_digest(field):
    paper = a_proof(3)
    old = getattr(paper, field)
    new = OTHER[field] if field in OTHER else old + type(old)(1)
    changes = {field: new, "details": ()} if field == "minutes" else {field: new}
    assert replace(paper, **changes).digest() != paper.digest()


@pytest.mark.parametrize("field", [field.name for field in fields(Detail)])
def test_every_part_of_a_line_is_in_the_digest(field):
    line = a_detail(0)
    value = OTHER_LINE.get(field) or getattr(line, field) + "改"
    changed = replace(line, **{field: value})
    assert a_proof(details=(line,)).digest() != a_proof(details=(changed,)).digest()


def test_a_register_row_of_another_shape_is_not_taken_for_a_paper():
    plain = json.loads(a_proof().to_json())
    with pytest.raises(KeyError):
        Snapshot.from_json(json.dumps(plain | {"star": 5}))


def test_a_period_upside_down_cannot_be_frozen():
    with pytest.raises(ValueError, match="before"):
        an_appreciation(first_day=date(2026, 5, 2), last_day=date(2026, 5, 1))


@pytest.mark.parametrize("nothing", [{"minutes": 0}, {"visits": 0}])
def test_nobody_gets_a_paper_for_no_hours(nothing):
    with pytest.raises(NoHours) as refused:
        an_appreciation(**nothing)
    assert refused.value.name == "李梅"


def test_lines_that_do_not_make_the_total_cannot_be_frozen():
    with pytest.raises(ValueError, match="add up"):
        a_proof(3, minutes=1)


def test_a_check_code_can_be_read_over_the_phone():
    code = check_code(an_appreciation())
    assert [len(group) for group in code.split("-")] == [4, 4]
    assert set(code) <= set(CROCKFORD) | {"-"}


def test_a_check_code_is_the_same_on_every_pc():
    assert check_code(an_appreciation()) == "2MK7-ZETS"


def test_one_more_minute_gives_another_check_code():
    assert check_code(an_appreciation(minutes=2191)) != check_code(an_appreciation())


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("0", "零"),
        ("0.5", "零点伍"),
        ("0.05", "零点零伍"),
        ("10", "壹拾"),
        ("20.10", "贰拾点壹"),
        ("36.5", "叁拾陆点伍"),
        ("105", "壹佰零伍"),
        ("110", "壹佰壹拾"),
        ("1000", "壹仟"),
        ("1005", "壹仟零伍"),
        ("1050.25", "壹仟零伍拾点贰伍"),
        ("10001", "壹万零壹"),
        ("10500.05", "壹万零伍佰点零伍"),
        ("99999.99", "玖万玖仟玖佰玖拾玖点玖玖"),
    ],
)
def test_hours_in_capitals(figure, said):
    assert capitals(Decimal(figure)) == said


@given(st.decimals(0, "99999.99", places=2))
def test_no_two_figures_share_their_capitals(figure):
    units = {"拾": 10, "佰": 100, "仟": 1000, "万": 10000}
    whole, _, fraction = capitals(figure).partition("点")
    total = digit = 0
    for character in whole:
        if character in units:
            total, digit = total + digit * units[character], 0
        else:
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)
    tail = "".join(str("零壹贰叁肆伍陆柒捌玖".index(character)) for character in fraction)
    assert Decimal(f"{total + digit}.{tail or 0}") == figure


@pytest.mark.parametrize("figure", ["-1", "100000", "1.005"])
def test_a_figure_without_capitals_is_refused(figure):
    with pytest.raises(ValueError, match="capitals"):
        capitals(Decimal(figure))


def test_a_date_is_written_without_padding():
    assert chinese_date(date(2026, 3, 5)) == "2026年3月5日"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03-05", "2026-03-05", "2026年3月5日"),
        ("2026-01-01", "2026-12-31", "2026年"),
        ("2025-01-01", "2026-12-31", "2025年至2026年"),
        ("2026-02-01", "2026-02-28", "2026年2月"),
        ("2026-03-01", "2026-11-30", "2026年3月至11月"),
        ("2025-12-01", "2026-01-31", "2025年12月至2026年1月"),
        ("2026-03-05", "2026-11-23", "2026年3月5日至11月23日"),
        ("2025-12-30", "2026-01-02", "2025年12月30日至2026年1月2日"),
    ],
)
def test_a_period_is_said_as_shortly_as_it_can_be(first, last, said):
    assert period_text(date.fromisoformat(first), date.fromisoformat(last)) == said
