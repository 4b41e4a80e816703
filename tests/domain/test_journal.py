"""The chain PJ1: exact bytes, what it notices, what it survives."""

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.journal import (
    GENESIS,
    Break,
    Entry,
    Fault,
    Op,
    chained,
    expected_hash,
    first_broken,
    head_code,
    image_bytes,
    image_hash,
    images,
    stamp,
)

EPOCH = "0123456789abcdef"
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def chain(length: int, previous: str = GENESIS, first: int = 1) -> list[Entry]:
    entries: list[Entry] = []
    for seq in range(first, first + length):
        entry = chained(
            previous,
            epoch=EPOCH,
            seq=seq,
            at=stamp(datetime(2026, 11, 23, 8, 30, tzinfo=UTC) + timedelta(seconds=seq)),
            clock_suspect=False,
            actor="王芳",
            verb="check_in",
            entity="attendance",
            row_id=f"0193a5c0-0000-7000-8000-{seq:012d}",
            op=Op.INSERT,
            rev=1,
            image_hash=image_hash(b"s" * 16, image_bytes({"name": "李梅", "seq": seq})),
        )
        entries.append(entry)
        previous = entry.hash
    return entries


def test_hash_is_the_one_the_description_gives() -> None:
    """Computed by hand from the module's head, with the library's JSON."""
    entry = chain(1)[0]
    body = {key: value for key, value in asdict(entry).items() if key != "hash"}
    assert entry.hash == sha256(b"PJ1" + bytes(32) + rfc8785.dumps(body)).hexdigest()


def test_hash_of_a_fixed_entry_never_changes() -> None:
    """A journal written by any version must verify in all later ones."""
    assert chain(2)[1].hash == "306de71af1ab47850672ffba0b32591461ed51bdbe383713cf24e8161ad4ba49"


@given(words, words, words, st.booleans(), st.integers(1, 2**53 - 1))
def test_body_has_the_librarys_bytes_for_any_text(
    actor: str, verb: str, entity: str, suspect: bool, number: int
) -> None:
    entry = replace(
        chain(1)[0], actor=actor, verb=verb, entity=entity, clock_suspect=suspect, rev=number
    )
    body = {key: value for key, value in asdict(entry).items() if key != "hash"}
    wanted = sha256(b"PJ1" + bytes(32) + rfc8785.dumps(body)).hexdigest()
    assert expected_hash(GENESIS, entry) == wanted


@given(
    st.dictionaries(
        words,
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers(-(2**53) + 1, 2**53 - 1)
            | words
            | st.floats(allow_nan=False, allow_infinity=False),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
            max_leaves=5,
        ),
        max_size=8,
    )
)
def test_image_has_the_librarys_bytes_for_any_row(row: dict[str, object]) -> None:
    assert image_bytes(row) == rfc8785.dumps(row)  # type: ignore[arg-type]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "rev": st.sampled_from([1, True, None, 2**53 - 1]),
                "remark": st.sampled_from(["", "100 %s", "演示"]) | words,
                "minutes": st.integers(0, 2),
                "a%d": st.sampled_from([None, 0.5, [1, "x"]]),
            }
        ),
        max_size=5,
    )
)
@settings(max_examples=30)
def test_images_of_many_rows_are_those_of_each_alone(rows: list[dict[str, object]]) -> None:
    columns = {key: [row[key] for row in rows] for key in ("rev", "remark", "minutes", "a%d")}
    assert images(columns) == [image_bytes(row) for row in rows]  # type: ignore[arg-type]


def test_image_orders_keys_beyond_the_bmp_as_the_standard_does() -> None:
    """RFC 8785 §3.2.3 orders by UTF-16: U+1F600 stands before U+FB33."""
    assert image_bytes({"\ufb33": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufb33":1}'.encode()


@pytest.mark.parametrize("value", [2**53, float("inf"), "\ud800", [2**60]])
def test_image_refuses_what_the_standard_cannot_hold(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - three libraries, one meaning
        image_bytes({"value": value})  # type: ignore[dict-item]


def test_image_hash_covers_salt_and_image() -> None:
    assert image_hash(b"s" * 16, b"{}") == sha256(b"s" * 16 + b"{}").hexdigest()


def test_salt_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        image_hash(b"short", b"{}")


def test_whole_chain_holds() -> None:
    assert first_broken(chain(50), (0, GENESIS)) is None


def test_slice_holds_after_the_entry_before_it() -> None:
    entries = chain(50)
    assert first_broken(entries[20:], (20, entries[19].hash)) is None


def test_epoch_after_a_restore_hangs_on_its_ancestor() -> None:
    ancestor = chain(3)[-1].hash
    assert first_broken(chain(5, previous=ancestor), (0, ancestor)) is None


def test_slice_on_another_past_is_broken_at_its_first_entry() -> None:
    entries = chain(5)
    broken = first_broken(entries[2:], (2, "ab" * 32))
    assert broken is not None
    assert (broken.fault, broken.seq, broken.found) == (Fault.HASH, 3, entries[2].hash)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", "2026-11-23T08:30:00.000Z"),
        ("clock_suspect", True),
        ("actor", "王方"),
        ("verb", "check_out"),
        ("entity", "volunteer"),
        ("row_id", ""),
        ("op", Op.UPDATE),
        ("rev", -1),
        ("image_hash", "00" * 32),
        ("hash", "00" * 32),
    ],
)
def test_any_changed_field_is_named_by_its_entry(field: str, value: object) -> None:
    entries = chain(9)
    entries[4] = replace(entries[4], **{field: value})  # type: ignore[arg-type]
    broken = first_broken(entries, (0, GENESIS))
    assert broken is not None
    assert (broken.fault, broken.seq) == (Fault.HASH, 5)


def test_missing_entry_is_a_gap() -> None:
    entries = chain(9)
    del entries[4]
    assert first_broken(entries, (0, GENESIS)) == Break(Fault.GAP, 6, "5", "6")


def test_entry_told_twice_is_out_of_order() -> None:
    entries = chain(9)
    entries.insert(4, entries[3])
    assert first_broken(entries, (0, GENESIS)) == Break(Fault.ORDER, 4, "5", "4")


def test_entry_of_another_epoch_is_named() -> None:
    entries = chain(9)
    entries[4] = replace(entries[4], epoch="f" * 16)
    assert first_broken(entries, (0, GENESIS)) == Break(Fault.EPOCH, 5, EPOCH, "f" * 16)


@pytest.mark.parametrize("previous", ["", "ab" * 31, "AB" * 32, "zz" * 32, " " + "ab" * 32])
def test_chain_hangs_on_nothing_but_a_whole_hash(previous: str) -> None:
    with pytest.raises(ValueError, match="cannot chain"):
        chain(1, previous=previous)
    with pytest.raises(ValueError, match="not a hash"):
        first_broken([], (0, previous))


@pytest.mark.parametrize(("first", "code"), [("00", "0000"), ("ff", "ZZZZ")])
def test_head_code_is_four_groups_of_crockford_letters(first: str, code: str) -> None:
    assert head_code(first * 32) == "-".join([code] * 4)


def test_head_code_reads_bits_from_the_left() -> None:
    """0x08 0x42 0x10… is 00001 00001 00001 …: a column of ones in Base32."""
    assert head_code("0842108421" * 2 + "0" * 44) == "1111-1111-1111-1111"


@given(st.binary(min_size=32, max_size=32))
def test_head_code_has_no_letter_one_could_misread(link: bytes) -> None:
    assert not set(head_code(link.hex())) & set("ILOU")


def test_stamp_is_utc_in_milliseconds() -> None:
    noon = datetime(2026, 11, 23, 12, 0, 0, 987_654, tzinfo=timezone(timedelta(hours=8)))
    assert stamp(noon) == "2026-11-23T04:00:00.987Z"
