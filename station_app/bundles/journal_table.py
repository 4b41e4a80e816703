"""The journal's slice as a table of the bundle: all entries, without images and salts."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from station_app.bundles.schema import Field, FieldType, Layout, Value
from station_app.domain.journal import Entry, Op, stamp

JOURNAL = Layout(
    "journal",
    (
        Field("epoch", required=True),
        Field("seq", FieldType.INTEGER, required=True),
        Field("at", FieldType.DATETIME, required=True),
        Field("clock_suspect", FieldType.BOOLEAN, required=True),
        Field("actor"),
        Field("verb"),
        Field("entity"),
        Field("row_id"),
        Field("op", required=True, choices=tuple(op.value for op in Op)),
        Field("rev", FieldType.INTEGER, required=True),
        Field("image_hash", required=True),
        Field("hash", required=True),
    ),
    key=("epoch", "seq"),
)


def row_of(entry: Entry) -> tuple[Value, ...]:
    """The entry's cells; text that may be empty in the journal is null in the table."""
    return (
        entry.epoch,
        entry.seq,
        datetime.fromisoformat(entry.at),
        entry.clock_suspect,
        entry.actor or None,
        entry.verb or None,
        entry.entity or None,
        entry.row_id or None,
        entry.op.value,
        entry.rev,
        entry.image_hash,
        entry.hash,
    )


def entry_of(row: Mapping[str, Value]) -> Entry:
    """The entry of a row that was read with the columns of JOURNAL, in any order."""
    return Entry(
        epoch=str(row["epoch"]),
        seq=cast(int, row["seq"]),
        at=stamp(cast(datetime, row["at"])),
        clock_suspect=row["clock_suspect"] is True,
        actor=str(row["actor"] or ""),
        verb=str(row["verb"] or ""),
        entity=str(row["entity"] or ""),
        row_id=str(row["row_id"] or ""),
        op=Op(str(row["op"])),
        rev=cast(int, row["rev"]),
        image_hash=str(row["image_hash"]),
        hash=str(row["hash"]),
    )
