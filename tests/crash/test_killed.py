"""Kill -9 at every moment of an import, a batch of certificates and an export: the books are right.

Each test goes through all moments there are; the last folder is that of the run nothing happened
to. What was seen on the way is told whole, so that a scene in which nothing happens would not pass
for a safe one.
"""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from station_app.bundles.read import inspect
from station_app.clock import SystemClock
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.domain.certificates import Kind, State
from station_app.places import Places
from station_app.services.certificates import issue, print_again
from station_app.services.exchange import bundles_sent, export_bundle
from station_app.services.imports import import_roster
from station_app.services.journal import verify_journal
from station_app.services.lists import certificates as register
from station_app.services.lists import people
from station_app.services.lists.certificates import (
    CertificateFilter,
    CertificateOrder,
    CertificateRow,
)
from station_app.services.lists.people import PeopleFilter, PeopleOrder
from station_app.services.register import settle_interrupted
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from tests.crash.conftest import Deaths, books
from tests.helpers.builders import a_registration, served
from tests.helpers.clock import FixedClock

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

NAMES = ("李梅", "王芳", "阿卜杜拉·买买提", "𬱖娜", "周闲")
ALL = Selection(kind=Kind.APPRECIATION)


def served_by_five(office: Office, _folder: Path) -> None:
    served(office, *NAMES)


ROSTER_ROWS = 6


def with_a_roster(_office: Office, folder: Path) -> None:
    """A roster of six lies in the folder."""
    people_ = [a_registration(f"李{chr(0x4E00 + n)}", n + 1) for n in range(ROSTER_ROWS)]
    rows = [
        f"{one.name},居民身份证,{one.document.number},演示社区,2026-10-01,书面签字"
        for one in people_
    ]
    head = "姓名,证件类型,证件号码,居住区域,同意日期,同意方式"
    (folder / "roster.csv").write_text("\r\n".join([head, *rows, ""]), encoding="utf-8-sig")


def with_a_stick(office: Office, folder: Path) -> None:
    """Five who served, and an empty stick."""
    served(office, *NAMES)
    (folder / "stick").mkdir()


def on_stick(folder: Path, tail: str) -> list[Path]:
    """Files on the stick whose names end so."""
    return sorted((folder / "stick").rglob(f"*{tail}"))


def numbers(office: Office) -> list[str]:
    """Every volunteer number, in order."""
    ids = office.read(people.ids, PeopleFilter(), PeopleOrder.NUMBER)
    return [row.number for row in office.read(people.rows, ids) if row]


def lines(office: Office) -> list[CertificateRow]:
    """The register, in the order of its numbers."""
    ids = office.read(register.ids, CertificateFilter(), CertificateOrder.NUMBER)
    return [row for row in office.read(register.rows, ids) if row]


def holds(office: Office) -> bool:
    """Whether the journal holds from its first entry to its last."""
    verdict = office.read(verify_journal)
    return verdict.broken is None and not verdict.altered


def serial(row: CertificateRow) -> int:
    return int(row.number.rpartition("-")[2])


def explained(office: Office, given: list[CertificateRow]) -> bool:
    """No gap, no double, nothing left reserved, and every void number with its reason."""
    void = {row.void_reason for row in given if row.state is State.VOID}
    return (
        [serial(row) for row in given] == list(range(1, len(given) + 1))
        and {row.state for row in given} <= {State.ISSUED, State.VOID}
        and void <= {"interrupted"}
        and holds(office)
    )


def told_on_paper(path: Path) -> list[str]:
    """The numbers on the pages of a file; none where there is no file."""
    if not path.exists():
        return []
    texts = [page.extract_text() for page in PdfReader(path).pages]
    return [text[text.index("YS01-G") :][:16] for text in texts]


def test_a_batch_killed_at_any_moment_leaves_every_number_explained(deaths: Deaths) -> None:
    folders, seen = deaths("certificates", served_by_five), set()
    for folder in folders:
        path = folder / "thanks.pdf"
        with books(folder) as office:
            settle_interrupted(office)
            given = lines(office)
            assert explained(office, given), folder
            issued = [row.number for row in given if row.state is State.ISSUED]
            assert told_on_paper(path) in ([], issued), folder
            for row in given:
                if row.state is State.ISSUED:
                    assert print_again(office, row.id).startswith(b"%PDF-"), folder
            seen.add((len(given), len(issued), path.exists()))
            next_ones = issue(office, ALL, path, task=Task()).numbers
            assert next_ones[0] == f"YS01-G2026-{len(given) + 1:05d}", folder
            assert told_on_paper(path) == list(next_ones), folder
    assert len(folders) > 12
    assert seen == {(0, 0, False), (5, 0, False), (5, 5, False), (5, 5, True)}


def test_a_roster_killed_at_any_moment_is_in_whole_or_not_at_all(deaths: Deaths) -> None:
    folders, seen = deaths("roster", with_a_roster), set()
    for folder in folders:
        with books(folder) as office:
            assert holds(office), folder
            seen.add(len(numbers(office)))
            again = import_roster(office, folder / "roster.csv", task=Task())
            assert again.outcome.asked == ROSTER_ROWS, folder
            given = [int(number[2:8]) for number in numbers(office)]
            assert given == list(range(1, ROSTER_ROWS + 1)), folder
            assert holds(office), folder
    assert len(folders) > ROSTER_ROWS + 2
    assert seen == {0, ROSTER_ROWS}


def test_an_export_killed_at_any_moment_leaves_no_wrong_file_and_books_only_what_lies_there(
    deaths: Deaths, tmp_path: Path
) -> None:
    folders, seen = deaths("bundle", with_a_stick), set()
    for folder in folders:
        scratch = Places(folder / "data").temporary
        with books(folder) as office:
            found = {path.name: path for path in on_stick(folder, ".zip")}
            whole = {
                name: inspect(path, scratch=tmp_path / "scratch") for name, path in found.items()
            }
            booked = {row.file_name: row.size for row in office.read(bundles_sent)}
            assert booked.items() <= {name: one.bytes for name, one in whole.items()}.items(), (
                folder
            )
            assert holds(office), folder
            seen.add((len(found), len(booked)))
            export_bundle(office, folder / "stick", scratch=scratch, task=Task())
            assert len(on_stick(folder, ".zip")) == len(found) + 1, folder
            assert on_stick(folder, ".part") == [], folder
    assert len(folders) > 20
    assert seen == {(0, 0), (1, 0), (1, 1)}


def test_what_a_killed_export_was_building_is_gone_when_the_desk_opens_later(
    deaths: Deaths,
) -> None:
    (folder,) = deaths("bundle", with_a_stick, at=12)
    places = Places(folder / "data")
    assert list(places.temporary.iterdir())
    later = FixedClock(SystemClock().now() + timedelta(days=1))
    open_office(places, later, actor="x").close()
    assert list(places.temporary.iterdir()) == []
