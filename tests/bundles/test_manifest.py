"""What a manifest may say, and what an older program makes of a newer one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.bundles.errors import (
    Damaged,
    NotABundle,
    TooNew,
)
from station_app.bundles.read import Inspection, opened
from tests.bundles.contents import restated, stating, zipped

Look = Callable[[Path | dict[str, bytes]], Inspection]
TABLE = "data/volunteer.csv"


def lines(table: bytes) -> list[bytes]:
    return table.splitlines(keepends=True)


def test_other_data_package_is_told_as_no_bundle(found: dict[str, bytes], look: Look) -> None:
    package = json.loads(found["datapackage.json"])
    del package["bundle"]
    with pytest.raises(NotABundle):
        look({**found, "datapackage.json": json.dumps(package).encode()})


@pytest.mark.parametrize("facts", [{"min_reader": 2}, {"format": "practice-bundle/2"}])
def test_bundle_of_a_newer_program_is_told_as_too_new(
    found: dict[str, bytes], look: Look, facts: dict[str, object]
) -> None:
    with pytest.raises(TooNew) as refused:
        look(stating(found, **facts))
    assert refused.value.min_reader == 2


def test_newer_bundle_that_old_readers_may_read_is_read(
    found: dict[str, bytes], look: Look
) -> None:
    newer = stating(found, app="9.9", schema=99, something_new={"a": 1})
    assert look(newer).heading.schema == 99


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("min_reader", "1"),
        ("min_reader", True),
        ("kind", "sideways"),
        ("sender", "SC-0281"),
        ("sender", {"id": "1", "code": "2", "name": "\u202e"}),
        ("sender", {"id": "1", "code": "2", "name": "\ud800"}),
        ("recipient", 5),
        ("epoch", "x"),
        ("ancestor", 7),
        ("from_seq", -1),
        ("from_seq", 1.0),
        ("to_seq", 2**60),
        ("prev_hash", "00"),
        ("head_hash", "00"),
        ("claimed_at", "2026-11-23"),
        ("nonce", None),
        ("policy", {"phone": "sometimes"}),
        ("policy", None),
    ],
)
def test_fact_that_cannot_be_is_told_as_damage_of_the_manifest(
    found: dict[str, bytes], look: Look, field: str, value: object
) -> None:
    with pytest.raises(Damaged) as refused:
        look(stating(found, **{field: value}))
    assert refused.value.member == "datapackage.json"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"\xff",
        b"{",
        b'{"bundle": {}, "bundle": {}}',
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"bundle": {"format": "practice-bundle/1", "min_reader": 1}}',
    ],
)
def test_manifest_that_is_no_json_object_is_damage(
    found: dict[str, bytes], look: Look, text: bytes
) -> None:
    with pytest.raises(Damaged) as refused:
        look({**found, "datapackage.json": text})
    assert refused.value.member == "datapackage.json"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("path", "data/other.csv"),
        ("path", "../volunteer.csv"),
        ("name", "Volunteer"),
        ("name", "journal"),
        ("hash", "md5:00"),
        ("bytes", "7"),
        ("rowCount", -1),
        ("schema", {}),
        ("schema", {"fields": [{"name": "id", "type": "geojson"}], "primaryKey": ["id"]}),
        ("schema", {"fields": [{"name": "id", "type": "string"}] * 2, "primaryKey": ["id"]}),
        ("schema", {"fields": [5], "primaryKey": ["id"]}),
    ],
)
def test_table_that_cannot_be_described_so_is_damage(
    found: dict[str, bytes], look: Look, field: str, value: object
) -> None:
    package = json.loads(found["datapackage.json"])
    package["resources"][0][field] = value
    with pytest.raises(Damaged) as refused:
        look({**found, "datapackage.json": json.dumps(package).encode()})
    assert refused.value.member == "datapackage.json"


def test_column_that_this_program_does_not_know_is_kept(
    found: dict[str, bytes], tmp_path: Path
) -> None:
    package = json.loads(found["datapackage.json"])
    package["resources"][0]["schema"]["fields"].append({"name": "later", "type": "string"})
    found["datapackage.json"] = json.dumps(package).encode()
    header, *rows = lines(found[TABLE])
    wider = [header.replace(b"\r\n", b",later\r\n")]
    wider += [row.replace(b"\r\n", b",'=new\r\n") for row in rows]
    path = zipped(restated(found, TABLE, b"".join(wider)), tmp_path / "wider.zip")
    with opened(path, scratch=tmp_path) as bundle:
        assert {row["later"] for row in bundle.rows("volunteer")} == {"=new"}
