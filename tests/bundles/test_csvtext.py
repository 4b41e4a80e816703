"""CSV that comes back as it went, and that no spreadsheet takes for a formula."""

import csv
import io
import unicodedata
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from station_app.bundles.csvtext import CsvFault, read, written
from station_app.bundles.errors import Flaw
from station_app.bundles.schema import Field, FieldType, Layout, Value

TYPED = Layout(
    "things",
    (
        Field("id", required=True),
        Field("text"),
        Field("amount", FieldType.INTEGER),
        Field("yes", FieldType.BOOLEAN),
        Field("day", FieldType.DATE),
        Field("at", FieldType.DATETIME),
        Field("opens", FieldType.TIME),
    ),
    key=("id",),
)
PAIR = Layout("pair", (Field("id", required=True), Field("text")), key=("id",))
DANGEROUS = tuple("=+-@\t\r\n\\＝＋－＠")

letters = st.characters(
    exclude_categories=["Cs", "Cc"],
    include_characters="\n",
    exclude_characters="\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
edges = st.sampled_from("'\"\\=+-@＝＋－＠,; \n\ufeff\u2028𬱖")
texts = (
    st.text(letters | edges, min_size=1, max_size=40)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(bool)
)
rows = st.tuples(
    texts,
    st.none() | texts,
    st.none() | st.integers(-(10**18) + 1, 10**18 - 1),
    st.none() | st.booleans(),
    st.none() | st.dates(),
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.none() | st.times().map(lambda value: value.replace(microsecond=0)),
)


def there_and_back(layout: Layout, given_rows: list[tuple[Value, ...]]) -> list[tuple[Value, ...]]:
    return list(read(io.BytesIO(b"".join(written(layout, given_rows))), layout))


def refusal(data: bytes, layout: Layout = PAIR) -> CsvFault:
    with pytest.raises(CsvFault) as fault:
        list(read(io.BytesIO(data), layout))
    return fault.value


def pair(line: str) -> bytes:
    return ("\ufeffid,text\r\n" + line).encode()


@settings(max_examples=200)
@given(st.lists(rows, max_size=5))
@example([("'", "''", 0, False, date(1, 1, 1), None, time(23, 59, 59))])
@example([("=", '"', -1, True, None, datetime(2026, 1, 1, tzinfo=UTC), None)])
def test_every_row_comes_back_as_it_went(many: list[tuple[Value, ...]]) -> None:
    assert there_and_back(TYPED, many) == many


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=3))
def test_no_text_begins_as_a_formula(many: list[tuple[Value, ...]]) -> None:
    data = b"".join(written(PAIR, many)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(DANGEROUS)]


@pytest.mark.parametrize("first", ["'", *DANGEROUS[:4], *DANGEROUS[7:]])
def test_dangerous_first_character_gets_one_apostrophe(first: str) -> None:
    line = list(written(PAIR, [("a", first + "1")]))[1]
    assert line.decode() == f"a,'{first}1\r\n"


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_and_never_crash(data: bytes) -> None:
    stream = io.BytesIO("\ufeffid,text\r\n".encode() + data)
    try:
        found = list(read(stream, PAIR))
    except CsvFault:
        return
    assert there_and_back(PAIR, found) == found


def test_file_is_what_a_spreadsheet_in_china_opens_right() -> None:
    data = b"".join(written(PAIR, [("a", "李梅"), ("b", None), ("c", 'say "hi", 一\n二')]))
    assert data == (
        b"\xef\xbb\xbfid,text\r\n"
        + "a,李梅\r\n".encode()
        + b"b,\r\n"
        + 'c,"say ""hi"", 一\n二"\r\n'.encode()
    )


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", Flaw.EMPTY_TEXT),
        ("a\x00b", Flaw.CONTROL),
        ("a\tb", Flaw.CONTROL),
        ("a\rb", Flaw.CONTROL),
        ("a\x85b", Flaw.CONTROL),
        ("a\u202eb", Flaw.BIDI),
        ("a\u200fb", Flaw.BIDI),
        ("e\u0301", Flaw.NOT_NFC),
        ("\ud840", Flaw.SURROGATE),
        ("李" * 2731, Flaw.CELL_SIZE),
    ],
)
def test_text_that_may_not_travel_is_refused_by_row_and_column(text: str, flaw: Flaw) -> None:
    with pytest.raises(CsvFault) as fault:
        list(written(PAIR, [("a", "fine"), ("b", text)]))
    assert (fault.value.row, fault.value.column, fault.value.flaw) == (3, "text", flaw)


def test_longest_cell_travels() -> None:
    longest = "李" * 2730
    assert there_and_back(PAIR, [("a", longest)]) == [("a", longest)]


def test_row_over_its_limit_is_refused() -> None:
    wide = Layout("wide", tuple(Field(f"c{n}") for n in range(9)), key=("c0",))
    with pytest.raises(CsvFault) as fault:
        list(written(wide, [("x" * 8000,) * 9]))
    assert fault.value.flaw is Flaw.ROW_SIZE


def test_missing_value_in_a_required_column_is_refused() -> None:
    with pytest.raises(CsvFault) as fault:
        list(written(PAIR, [(None, "x")]))
    assert (fault.value.column, fault.value.flaw) == ("id", Flaw.REQUIRED)


def test_instant_without_a_zone_is_a_bug_and_not_a_refusal() -> None:
    with pytest.raises(TypeError):
        list(written(TYPED, [("a", None, None, None, None, datetime(2026, 1, 1), None)]))


@pytest.mark.parametrize(
    ("line", "column", "flaw"),
    [
        ("a,=1\r\n", "text", Flaw.UNGUARDED),
        ("a,＝1\r\n", "text", Flaw.UNGUARDED),
        ("a,'\r\n", "text", Flaw.EMPTY_TEXT),
        (",x\r\n", "id", Flaw.REQUIRED),
        ("a\r\n", None, Flaw.COLUMNS),
        ("a,b,c\r\n", None, Flaw.COLUMNS),
        ("\r\n", None, Flaw.COLUMNS),
        ("a,b\n", None, Flaw.LINE_END),
        ("a,b", None, Flaw.LINE_END),
        ('a,"b\r\n', None, Flaw.QUOTES),
        ('a,"b"c\r\n', None, Flaw.QUOTES),
        ("a,b\rc,d\r\n", None, Flaw.QUOTES),
        ('a,"b\r\nc"\r\n', "text", Flaw.CONTROL),
        ("a,b\x07\r\n", "text", Flaw.CONTROL),
        ("a,\u202e\r\n", "text", Flaw.BIDI),
        ("a,e\u0301\r\n", "text", Flaw.NOT_NFC),
        (f"a,{'x' * 8193}\r\n", "text", Flaw.CELL_SIZE),
        (f"a,{'x' * 70000}\r\n", None, Flaw.ROW_SIZE),
        ('a,"' + "x\n" * 40000 + '"\r\n', None, Flaw.ROW_SIZE),
    ],
)
def test_row_that_breaks_the_format_is_named(line: str, column: str | None, flaw: Flaw) -> None:
    fault = refusal(pair("fine,row\r\n" + line))
    assert (fault.row, fault.column, fault.flaw) == (3, column, flaw)


def test_bytes_that_are_not_utf_8_are_named_by_their_row() -> None:
    fault = refusal(pair("fine,row\r\n") + "a,李\r\n".encode("gb18030"))
    assert (fault.row, fault.flaw) == (3, Flaw.ENCODING)


def test_file_without_its_mark_is_refused() -> None:
    assert refusal(b"id,text\r\n").flaw is Flaw.BOM


@pytest.mark.parametrize("header", ["", "text,id\r\n", "id\r\n", "id,text,id\r\n"])
def test_file_with_another_header_is_refused(header: str) -> None:
    assert refusal(("\ufeff" + header).encode()).flaw is Flaw.HEADER


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("amount", "01"),
        ("amount", "-0"),
        ("amount", "+1"),
        ("amount", "1.0"),
        ("amount", "1E+17"),
        ("amount", "１"),
        ("amount", "1" * 5000),
        ("yes", "true"),
        ("day", "20261123"),
        ("day", "2026/11/23"),
        ("day", "2026-02-30"),
        ("at", "2026-11-23"),
        ("at", "2026-11-23T08:30:00Z"),
        ("at", "2026-11-23T08:30:00.000+00:00"),
        ("at", "2026-11-23T08:30:00.000"),
        ("opens", "08:30"),
        ("opens", "08:30:00.5"),
    ],
)
def test_value_written_in_another_form_is_refused(column: str, cell: str) -> None:
    cells = {"id": "a", column: cell}
    line = ",".join(cells.get(name, "") for name in TYPED.columns)
    data = "\ufeff" + ",".join(TYPED.columns) + "\r\n" + line + "\r\n"
    fault = refusal(data.encode(), TYPED)
    assert (fault.row, fault.column, fault.flaw) == (2, column, Flaw.FORM)


def test_code_outside_the_choices_is_refused_both_ways() -> None:
    layout = Layout("coded", (Field("id"), Field("state", choices=("in", "out"))), key=("id",))
    with pytest.raises(CsvFault) as fault:
        list(written(layout, [("a", "gone")]))
    assert fault.value.flaw is Flaw.CHOICE
    assert refusal("\ufeffid,state\r\na,gone\r\n".encode(), layout).flaw is Flaw.CHOICE


def test_guard_of_a_later_version_is_stripped_once() -> None:
    data = pair("a,'#later\r\n")
    assert list(read(io.BytesIO(data), PAIR)) == [("a", "#later")]
