"""Builders: a small station's slice, and the means to spoil a file."""

import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from station_app.bundles.heading import Heading, Party
from station_app.bundles.package import Contents
from station_app.bundles.schema import Field, FieldType, Layout, Table, Value
from station_app.domain.journal import GENESIS, Entry, Op, chained, image_hash, stamp

EPOCH = "0123456789abcdef"
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
VOLUNTEER = Layout(
    "volunteer",
    (
        Field("id", required=True),
        Field("number", required=True),
        Field("name", required=True),
        Field("phone"),
        Field("born_on", FieldType.DATE),
        Field("consent_at", FieldType.DATETIME),
        Field("reads", FieldType.BOOLEAN, required=True),
        Field("minutes", FieldType.INTEGER),
        Field("free_from", FieldType.TIME),
        Field("state", required=True, choices=("active", "left")),
    ),
    key=("id",),
)


def row_id(number: int) -> str:
    return f"0193a5c0-0000-7000-8000-{number:012d}"


def people(count: int) -> list[tuple[Value, ...]]:
    return [
        (
            row_id(number),
            f"V{number:05d}",
            ("李梅", "阿卜杜拉·买买提", "𬱖㛃", "-负号", "=1+1")[number % 5],
            None if number % 3 else "138****8000",
            date(1990, 1, 1) + timedelta(days=number),
            NOON + timedelta(minutes=number),
            number % 2 == 0,
            number - 3,
            None,
            "active",
        )
        for number in range(count)
    ]


def journal(count: int, first: int = 1, previous: str = GENESIS) -> list[Entry]:
    entries: list[Entry] = []
    for seq in range(first, first + count):
        entry = chained(
            previous,
            epoch=EPOCH,
            seq=seq,
            at=stamp(NOON + timedelta(seconds=seq)),
            clock_suspect=False,
            actor="王芳" if seq % 2 else "",
            verb="register_volunteer",
            entity="volunteer",
            row_id=row_id(seq),
            op=Op.INSERT,
            rev=1,
            image_hash=image_hash(seq.to_bytes(16, "big"), b"{}"),
        )
        entries.append(entry)
        previous = entry.hash
    return entries


def heading(entries: list[Entry], previous: str = GENESIS) -> Heading:
    return Heading(
        sender=Party(row_id(0), "SC-0281-001", "锦江区春熙路实践站"),
        epoch=EPOCH,
        from_seq=entries[0].seq,
        to_seq=entries[-1].seq,
        prev_hash=previous,
        schema=1,
        claimed_at=NOON,
        nonce="c0ffee00" * 4,
    )


def contents(count: int = 7, rows: Iterable[tuple[Value, ...]] | None = None) -> Contents:
    given = people(count) if rows is None else list(rows)
    entries = journal(count)
    return Contents(heading(entries), (Table(VOLUNTEER, given, len(given)),), entries)


def unzipped(bundle: Path, folder: Path) -> Path:
    """Stock unzip into a folder."""
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    return folder


def members(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(found: dict[str, bytes], path: Path) -> Path:
    """The members packed again by another program."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return path


def restated(found: dict[str, bytes], name: str, data: bytes) -> dict[str, bytes]:
    """The members with another table in place of one, and a manifest that agrees with it."""
    package = json.loads(found["datapackage.json"])
    for resource in package["resources"]:
        if resource["path"] == name:
            resource["bytes"] = len(data)
            resource["hash"] = f"sha256:{sha256(data).hexdigest()}"
    return {**found, "datapackage.json": json.dumps(package).encode(), name: data}


def stating(found: dict[str, bytes], **facts: object) -> dict[str, bytes]:
    """The members with other facts in the manifest's bundle object."""
    package = json.loads(found["datapackage.json"])
    package["bundle"].update(facts)
    return {**found, "datapackage.json": json.dumps(package).encode()}
