"""What lies on the stick: one file, standard inside, the same for the same contents."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from station_app.bundles.errors import (
    ChainBroken,
    Flaw,
    RowRefused,
    ScratchFailed,
    TooBig,
)
from station_app.bundles.heading import Party
from station_app.bundles.package import Contents, file_name
from station_app.bundles.read import Inspection, inspect, opened
from station_app.bundles.schema import Table
from station_app.bundles.write import write_bundle
from station_app.domain.journal import Fault, head_code
from station_app.errors import Cancelled
from tests.bundles.contents import (
    VOLUNTEER,
    contents,
    heading,
    journal,
    members,
    people,
    unzipped,
)

Look = Callable[[Path | dict[str, bytes]], Inspection]


def test_file_lies_in_its_folder_under_its_name(bundle: Path) -> None:
    assert bundle.parts[-3:] == (
        "PRACTICE-STATION",
        "UP",
        "SC-0281-001-20261123-1-7-c0ff.zip",
    )


def test_name_takes_the_day_at_the_desk_and_survives_any_file_system() -> None:
    station = Party("id", 'a/b:c*"d', "name")
    late = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    stated = replace(heading(journal(2)), sender=station, claimed_at=late)
    assert file_name(stated) == "a_b_c__d-20261124-1-2-c0ff.zip"


def test_what_was_written_is_what_is_read(bundle: Path, look: Look) -> None:
    seen = look(bundle)
    assert seen.path == bundle
    assert seen.heading == contents().heading
    assert seen.rows == {"volunteer": 7, "journal": 7}
    assert seen.head_hash == journal(7)[-1].hash
    assert seen.head_code == head_code(journal(7)[-1].hash)
    assert seen.sha256 == hashlib.sha256(bundle.read_bytes()).hexdigest()
    assert seen.bytes == bundle.stat().st_size


def test_rows_and_entries_come_out_as_they_went_in(bundle: Path, tmp_path: Path) -> None:
    with opened(bundle, scratch=tmp_path) as found:
        assert [tuple(row.values()) for row in found.rows("volunteer")] == people(7)
        assert list(found.entries()) == journal(7)


def test_writing_tells_what_inspecting_tells(tmp_path: Path) -> None:
    written = write_bundle(contents(), tmp_path, scratch=tmp_path / "scratch")
    assert inspect(written.path, scratch=tmp_path / "scratch") == written


def test_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for stick in (first, second):
        stick.mkdir()
        write_bundle(contents(), stick, scratch=tmp_path / "scratch")
    name = f"PRACTICE-STATION/UP/{file_name(contents().heading)}"
    assert (first / name).read_bytes() == (second / name).read_bytes()


def test_manifest_comes_first_and_times_are_the_claimed_one(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        assert archive.namelist() == ["datapackage.json", "data/volunteer.csv", "data/journal.csv"]
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 23, 4, 0, 0)}


def test_manifest_states_digests_counts_and_how_numbers_travel(found: dict[str, bytes]) -> None:
    package = json.loads(found["datapackage.json"])
    for resource in package["resources"]:
        data = found[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["rowCount"] == 7
    assert package["bundle"]["format"] == "practice-bundle/1"
    assert package["bundle"]["policy"] == {"document_number": "masked", "phone": "masked"}


def test_journal_travels_without_images_and_salts(found: dict[str, bytes]) -> None:
    header = found["data/journal.csv"].decode("utf-8-sig").split("\r\n")[0]
    assert header == ("epoch,seq,at,clock_suspect,actor,verb,entity,row_id,op,rev,image_hash,hash")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_frictionless_finds_no_error(bundle: Path, tmp_path: Path) -> None:
    from frictionless import Package, validate

    report = validate(str(unzipped(bundle, tmp_path) / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert [task.stats["rows"] for task in report.tasks] == [7, 7]
    table = Package(str(tmp_path / "datapackage.json")).get_table_resource("volunteer")
    rows = table.read_rows()
    assert [row["minutes"] for row in rows] == [row[7] for row in people(7)]
    assert rows[4]["name"] == "'=1+1"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_frictionless_finds_a_changed_byte(bundle: Path, tmp_path: Path) -> None:
    """Or else the test above would prove nothing."""
    from frictionless import validate

    table = unzipped(bundle, tmp_path) / "data/volunteer.csv"
    table.write_bytes(table.read_bytes().replace("李梅".encode(), "李敏".encode(), 1))
    report = validate(str(tmp_path / "datapackage.json"))
    assert "hash-count" in {row[0] for row in report.flatten(["type"])}


def test_stock_zip_tools_find_no_fault(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        assert archive.testzip() is None


def test_tables_without_rows_travel_with_their_header(tmp_path: Path) -> None:
    written = write_bundle(contents(3, rows=[]), tmp_path, scratch=tmp_path / "scratch")
    assert written.rows == {"volunteer": 0, "journal": 3}


def test_slice_from_the_middle_of_an_epoch_travels(tmp_path: Path) -> None:
    before = journal(5)[-1].hash
    entries = journal(4, first=6, previous=before)
    sent = Contents(heading(entries, before), (), entries)
    written = write_bundle(sent, tmp_path, scratch=tmp_path / "scratch")
    assert (written.heading.from_seq, written.heading.to_seq) == (6, 9)


def test_epoch_after_a_restore_names_its_ancestor(tmp_path: Path) -> None:
    before = journal(5)[-1].hash
    entries = journal(2, previous=before)
    stated = replace(
        heading(entries),
        epoch="0123456789abcdef",
        ancestor=f"{'f' * 16}:5:{before}",
        prev_hash=before,
    )
    written = write_bundle(Contents(stated, (), entries), tmp_path, scratch=tmp_path / "scratch")
    assert written.heading.ancestor == f"{'f' * 16}:5:{before}"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("epoch", "xyz"),
        ("ancestor", "somewhere"),
        ("from_seq", 0),
        ("to_seq", 0),
        ("prev_hash", "ab" * 32),
        ("schema", 0),
        ("claimed_at", datetime(2026, 1, 1)),
        ("nonce", "random"),
        ("policy", {"Not A Column": "full"}),
    ],
)
def test_heading_that_cannot_be_is_refused_by_its_field(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        replace(heading(journal(2)), **{field: value})  # type: ignore[arg-type]


def test_text_that_may_not_travel_is_refused_by_table_row_and_column(tmp_path: Path) -> None:
    rows = people(3)
    rows[1] = (*rows[1][:2], "李\u202e梅", *rows[1][3:])
    with pytest.raises(RowRefused) as refused:
        write_bundle(contents(3, rows), tmp_path, scratch=tmp_path / "scratch")
    refusal = refused.value
    assert (refusal.table, refusal.row, refusal.column) == ("volunteer", 3, "name")
    assert refusal.flaw is Flaw.BIDI
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scratch"]


def test_own_broken_journal_never_leaves_the_desk(tmp_path: Path) -> None:
    sent = contents(5)
    entries = list(sent.journal)
    entries[2] = replace(entries[2], actor="somebody else")
    with pytest.raises(ChainBroken) as broken:
        write_bundle(replace(sent, journal=entries), tmp_path, scratch=tmp_path / "scratch")
    assert (broken.value.seq, broken.value.fault) == (3, Fault.HASH)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scratch"]


def test_number_of_rows_that_differs_from_the_promise_is_a_bug(tmp_path: Path) -> None:
    sent = replace(contents(3), tables=(Table(VOLUNTEER, people(3), 4),))
    with pytest.raises(ValueError, match="4 rows promised, 3 given"):
        write_bundle(sent, tmp_path, scratch=tmp_path / "scratch")


def test_two_tables_of_one_name_are_a_bug() -> None:
    table = Table(VOLUNTEER, (), 0)
    with pytest.raises(ValueError, match="a table twice"):
        replace(contents(3), tables=(table, table))


def test_bundle_over_the_size_limit_is_never_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station_app.bundles.archive.MAX_TOTAL", 1000)
    with pytest.raises(TooBig):
        write_bundle(contents(), tmp_path, scratch=tmp_path / "scratch")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scratch"]


def test_scratch_that_is_no_folder_gets_a_plain_refusal(tmp_path: Path) -> None:
    (tmp_path / "scratch").write_text("in the way")
    with pytest.raises(ScratchFailed):
        write_bundle(contents(), tmp_path, scratch=tmp_path / "scratch")


@pytest.mark.parametrize("room", [100, 1500])
def test_pc_that_is_full_gets_a_plain_refusal(
    tmp_path: Path, disk_quota: Callable[[int], AbstractContextManager[None]], room: int
) -> None:
    """Full while the tables are written, and full while the zip is."""
    with disk_quota(room), pytest.raises(ScratchFailed):
        write_bundle(contents(), tmp_path, scratch=tmp_path / "scratch")
    assert not any((tmp_path / "scratch").iterdir())


def test_progress_runs_forward_to_its_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write_bundle(
        contents(600),
        tmp_path,
        scratch=tmp_path / "scratch",
        step=lambda done, total: heard.append((done, total)),
    )
    assert heard == sorted(heard)
    assert {total for _, total in heard} == {1000}
    assert len(heard) > 8


def test_stop_at_any_step_leaves_nothing_behind(tmp_path: Path) -> None:
    """Each step in turn is the last one."""
    left = 0

    def stop(done: int, total: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Cancelled

    for steps in range(1000):
        left = steps
        stick = tmp_path / str(steps)
        stick.mkdir()
        try:
            write_bundle(contents(3), stick, scratch=tmp_path / "scratch", step=stop)
        except Cancelled:
            assert not [path for path in stick.rglob("*") if path.is_file()]
            assert not any((tmp_path / "scratch").iterdir())
        else:
            break
    assert steps > 6


def test_old_claimed_time_does_not_stop_an_export(tmp_path: Path) -> None:
    sent = contents(2)
    early = replace(
        sent, heading=replace(sent.heading, claimed_at=datetime(1970, 1, 1, tzinfo=UTC))
    )
    written = write_bundle(early, tmp_path, scratch=tmp_path / "scratch")
    assert written.heading.claimed_at.year == 1970
    assert members(written.path)
