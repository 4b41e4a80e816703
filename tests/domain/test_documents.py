"""Identity documents: what their numbers prove, and what they must never be refused for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from station_app.domain.documents import (
    BornInFuture,
    DigitsLost,
    Document,
    DocumentCharacters,
    DocumentChecksum,
    DocumentDate,
    DocumentKind,
    DocumentLength,
    DocumentOutdated,
    Sex,
    check_digit,
    check_document,
    masked,
)
from station_app.errors import StationError

TODAY = date(2026, 11, 2)
Kind = DocumentKind


def resident(number: str) -> Document:
    return check_document(Kind.RESIDENT_ID, number, today=TODAY)


def numbered(body: str) -> str:
    return body + mod_11_2.calc_check_digit(body)


def refused(kind: DocumentKind, number: str) -> StationError:
    with pytest.raises(StationError) as refusal:
        check_document(kind, number, today=TODAY)
    return refusal.value


def test_the_standards_own_examples_pass_and_tell_birth_date_and_sex():
    woman = resident("11010519491231002X")
    assert (woman.born_on, woman.sex) == (date(1949, 12, 31), Sex.FEMALE)
    man = resident("440524188001010014")
    assert (man.born_on, man.sex) == (date(1880, 1, 1), Sex.MALE)


@pytest.mark.parametrize(
    "written",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002X",
        "'11010519491231002X",
        "11010519491231002×",
        "11010519491231002Х",
    ],
)
def test_every_way_of_writing_one_number_is_stored_alike(written):
    assert resident(written).number == "11010519491231002X"


@pytest.mark.parametrize("region", ["440309", "810000", "830000", "999999", "000000", "199001"])
def test_no_region_is_ever_refused(region):
    assert resident(numbered(f"{region}19900307123")).born_on == date(1990, 3, 7)


def test_a_wrong_check_digit_is_refused_and_the_right_one_named():
    refusal = refused(Kind.RESIDENT_ID, "110105194912310021")
    assert isinstance(refusal, DocumentChecksum)
    assert refusal.expected == "X"


def test_a_day_that_no_calendar_has_is_refused():
    refusal = refused(Kind.RESIDENT_ID, numbered("11010519490231002"))
    assert isinstance(refusal, DocumentDate)
    assert refusal.digits == "19490231"


def test_somebody_born_tomorrow_is_refused_and_somebody_born_today_is_not():
    assert isinstance(refused(Kind.RESIDENT_ID, numbered("11010520261103002")), BornInFuture)
    assert resident(numbered("11010520261102002")).born_on == TODAY


@pytest.mark.parametrize("text", ["1.10105E+17", "1.1E+17", "1.10105194912310E+17", "1,1e+17"])
def test_scientific_notation_says_that_digits_are_lost(text):
    refusal = refused(Kind.RESIDENT_ID, text)
    assert isinstance(refusal, DigitsLost)
    assert refusal.text == text


def test_three_noughts_a_spreadsheet_left_are_lost_digits_and_not_a_wrong_check_digit():
    assert isinstance(refused(Kind.RESIDENT_ID, "110105194912310000"), DigitsLost)


def test_a_true_number_that_ends_in_three_noughts_is_taken():
    true = "110106195001010000"
    assert numbered(true[:-1]) == true
    assert resident(true).number == true


@pytest.mark.parametrize("number", ["1101051949123100", "1101051949123100211"])
def test_a_digit_too_few_or_too_many_is_counted(number):
    refusal = refused(Kind.RESIDENT_ID, number)
    assert isinstance(refusal, DocumentLength)
    assert (refusal.length, refusal.expected) == (len(number), "18")


def test_an_old_number_of_15_digits_is_refused_with_what_it_should_be_now():
    refusal = refused(Kind.RESIDENT_ID, "110105491231002")
    assert isinstance(refusal, DocumentOutdated)
    assert refusal.upgraded == "11010519491231002X"


def test_a_letter_inside_a_resident_number_is_refused():
    assert isinstance(refused(Kind.RESIDENT_ID, "11010519491231A02X"), DocumentCharacters)


@pytest.mark.parametrize(
    ("kind", "written", "stored"),
    [
        (Kind.HK_MACAO_PERMIT, "h12345678", "H12345678"),
        (Kind.HK_MACAO_PERMIT, "M1234567801", "M12345678"),
        (Kind.TAIWAN_PERMIT, "１２３４５６７８", "12345678"),
        (Kind.TAIWAN_PERMIT, "1234567802", "12345678"),
        (Kind.PASSPORT, "e 12345678", "E12345678"),
        (Kind.PASSPORT, "1E1234567", "1E1234567"),
        (Kind.FOREIGN_PERMANENT, "can110108072101", "CAN110108072101"),
        (Kind.HOUSEHOLD_REGISTER, "0012345-6", "0012345-6"),
        (Kind.MILITARY, "南字第01234567号", "南字第01234567号"),
        (Kind.OTHER, "ab/12-3", "AB/12-3"),
        (Kind.HK_ID, "a123456(3)", "A1234563"),
        (Kind.HK_ID, "ＡＢ９８７６５４（３）", "AB9876543"),
        (Kind.MACAO_ID, "5/123456/7", "51234567"),
        (Kind.TAIWAN_ID, "a 123456789", "A123456789"),
    ],
)
def test_every_kind_keeps_its_number_in_one_form(kind, written, stored):
    assert check_document(kind, written, today=TODAY).number == stored


def test_a_card_of_taiwan_states_the_sex_alone():
    card = check_document(Kind.TAIWAN_ID, "A123456789", today=TODAY)
    assert (card.born_on, card.sex) == (None, Sex.MALE)


def test_a_permit_says_nothing_of_birth_date_or_sex():
    permit = check_document(Kind.HK_MACAO_PERMIT, "H12345678", today=TODAY)
    assert (permit.born_on, permit.sex) == (None, None)


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [
        (Kind.RESIDENCE_PERMIT, "830000"),
        (Kind.FOREIGN_PERMANENT, "911840"),
        (Kind.HOUSEHOLD_REGISTER, "110105"),
    ],
)
def test_documents_that_carry_a_citizens_number_are_checked_as_one(kind, prefix):
    number = numbered(f"{prefix}19800229123")
    assert check_document(kind, number, today=TODAY).born_on == date(1980, 2, 29)
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    assert isinstance(refused(kind, wrong), DocumentChecksum)


@pytest.mark.parametrize(
    ("kind", "number", "error"),
    [
        (Kind.HK_MACAO_PERMIT, "X12345678", DocumentCharacters),
        (Kind.HK_MACAO_PERMIT, "H1234567", DocumentLength),
        (Kind.TAIWAN_PERMIT, "1234567A", DocumentCharacters),
        (Kind.PASSPORT, "ABCDEFG", DocumentCharacters),
        (Kind.PASSPORT, "E1", DocumentLength),
        (Kind.FOREIGN_PERMANENT, "811840198002291234", DocumentCharacters),
        (Kind.OTHER, "@", DocumentCharacters),
        (Kind.HK_ID, "A123456(4)", DocumentChecksum),
        (Kind.HK_ID, "A123456", DocumentLength),
        (Kind.MACAO_ID, "21234567", DocumentCharacters),
        (Kind.TAIWAN_ID, "A123456788", DocumentChecksum),
        (Kind.TAIWAN_ID, "A323456789", DocumentCharacters),
    ],
)
def test_what_a_kind_never_looks_like_is_refused(kind, number, error):
    assert type(refused(kind, number)) is error


def test_a_masked_number_keeps_its_length_and_hides_the_birth_date():
    assert masked("11010519491231002X") == "110***********002X"
    assert masked("E12345678") == "E******78"
    assert masked("123") == "***"


@given(st.text(max_size=25), st.sampled_from(list(DocumentKind)))
def test_any_text_is_either_a_document_or_a_refusal(text, kind):
    try:
        document = check_document(kind, text, today=TODAY)
    except StationError:
        return
    assert check_document(kind, document.number, today=TODAY) == document


@given(
    st.integers(0, 999_999),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(0, 999),
    st.integers(0, 17),
    st.integers(1, 9),
)
def test_one_mistyped_digit_is_always_noticed(region, born_on, order, place, shift):
    number = numbered(f"{region:06d}{born_on:%Y%m%d}{order:03d}")
    assert resident(number).born_on == born_on
    typed = str(("0123456789X".index(number[place]) + shift) % 10)
    refusal = refused(Kind.RESIDENT_ID, number[:place] + typed + number[place + 1 :])
    assert isinstance(refusal, DocumentChecksum | DigitsLost)


@given(st.integers(0, 10**17 - 1))
def test_check_digits_are_those_of_the_library(number):
    assert check_digit(f"{number:017d}") == mod_11_2.calc_check_digit(f"{number:017d}")
