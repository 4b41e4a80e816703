"""Imports that were done: kept with what they wrote, and taken back whole or not at all."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from station_app.clock import at_desk
from station_app.data.models import Attendance, Post, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import Origin, Span
from station_app.domain.certificates import Kind
from station_app.domain.importing import ImportBuiltOn, ImportTakenBack
from station_app.services.attendance import enter_stay, void_stay
from station_app.services.certificates import issue
from station_app.services.import_runs import import_runs, take_back_import, take_back_preview
from station_app.services.imports import Imported, import_paper, import_roster
from station_app.services.journal import verify_journal
from station_app.services.lists import people
from station_app.services.people import change_volunteer, find_by_number, person_card
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from tests.helpers.builders import a_post, a_registration, a_volunteer

HEAD = "姓名,证件号码,居住区域,同意日期,同意方式,同意事项\n"


def roster(folder: Path, *people: tuple[str, int], purposes: str = "") -> Path:
    """A list of people by name and serial."""
    path = folder / "花名册.csv"
    numbers = [a_registration(serial=serial).document.number for _, serial in people]
    lines = (
        f"{name},{number},东街,2026-10-01,书面,{purposes}\n"
        for (name, _), number in zip(people, numbers, strict=True)
    )
    path.write_text(HEAD + "".join(lines), "utf-8")
    return path


def bring(office: Office, path: Path) -> Imported:
    return import_roster(office, path, task=Task())


def run_of(imported: Imported) -> UUID:
    assert imported.run_id is not None
    return imported.run_id


def names(office: Office) -> list[str]:
    ids = office.read(people.ids, people.PeopleFilter(), people.PeopleOrder.NUMBER)
    return [row.name for row in office.read(people.rows, ids) if row]


def found(office: Office, text: str) -> list[str]:
    return office.read(people.ids, people.PeopleFilter(text), people.PeopleOrder.NUMBER)


def id_of(unit: Unit, number: str) -> UUID:
    return find_by_number(unit, number).id


@pytest.fixture
def two(office: Office, tmp_path: Path) -> Imported:
    """李梅 and 王芳 from a file, beside 陈明 who was here before."""
    a_volunteer(office, "陈明", 9)
    return bring(office, roster(tmp_path, ("李梅", 1), ("王芳", 2)))


def test_an_import_is_kept_with_its_file_and_its_figures(office: Office, tmp_path: Path) -> None:
    first = bring(office, roster(tmp_path, ("李梅", 1), ("王芳", 2)))
    again = bring(office, roster(tmp_path, ("李梅", 1), ("赵强", 3)))
    newest, oldest = office.read(import_runs)
    assert (newest.id, oldest.id) == (again.run_id, first.run_id)
    assert (newest.kind, newest.file, newest.asked, newest.done) == ("roster", "花名册.csv", 2, 1)
    assert (again.known, newest.imported_by) == (1, office.actor)


def test_nothing_is_kept_of_a_rehearsal_or_of_a_file_that_adds_nobody(
    office: Office, tmp_path: Path
) -> None:
    path = roster(tmp_path, ("李梅", 1))
    assert import_roster(office, path, task=Task(), dry_run=True).run_id is None
    assert office.read(import_runs) == []
    bring(office, path)
    assert bring(office, path).run_id is None
    assert len(office.read(import_runs)) == 1


def test_all_that_came_in_goes_and_nobody_else(office: Office, two: Imported) -> None:
    preview = office.read(take_back_preview, run_of(two))
    assert (preview.count, preview.blocked, preview.first) == (2, 0, ())
    assert office.write(take_back_import, run_of(two)) == 2
    assert names(office) == ["陈明"]
    assert found(office, "李梅") == []
    (run,) = office.read(import_runs)
    assert run.undone_by == office.actor
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())
    with pytest.raises(ImportTakenBack):
        office.write(take_back_import, run_of(two))


def test_the_same_file_comes_in_again_under_numbers_nobody_ever_had(
    office: Office, two: Imported, tmp_path: Path
) -> None:
    office.write(take_back_import, run_of(two))
    again = bring(office, roster(tmp_path, ("李梅", 1), ("王芳", 2)))
    assert again.outcome.done == 2
    assert not set(again.numbers) & set(two.numbers)
    assert names(office) == ["陈明", "李梅", "王芳"]


def test_consents_that_came_with_the_file_block_nothing(office: Office, tmp_path: Path) -> None:
    imported = bring(office, roster(tmp_path, ("李梅", 1), purposes="照片、宣传"))
    assert office.write(take_back_import, run_of(imported)) == 1


def serve(office: Office, number: str, *, void: bool = False) -> None:
    post = a_post(office)

    def enter(unit: Unit) -> UUID:
        span = Span(at_desk(date(2026, 10, 9), 9), at_desk(date(2026, 10, 9), 11))
        who, where = find_by_number(unit, number), unit.session.get_one(Post, post)
        return enter_stay(unit, who, where, span, origin=Origin.SHEET, evidence="").id

    stay = office.write(enter)
    if void:
        office.write(void_stay, stay, "看错了")


def rename(office: Office, number: str) -> None:
    one = office.read(id_of, number)
    card = office.read(person_card, one)
    office.write(change_volunteer, one, a_registration("李美", 1, area=card.registration.area))


@pytest.mark.parametrize(
    ("build", "by"),
    [
        (serve, "attendance"),
        (lambda office, number: serve(office, number, void=True), "attendance"),
        (rename, "changed"),
    ],
)
def test_nothing_goes_once_something_was_built_on_one_row(
    office: Office, two: Imported, build, by: str
) -> None:
    build(office, two.numbers[0])
    before = names(office)
    preview = office.read(take_back_preview, run_of(two))
    assert (preview.count, preview.blocked) == (2, 1)
    with pytest.raises(ImportBuiltOn) as refusal:
        office.write(take_back_import, run_of(two))
    assert [(one.number, one.by) for one in refusal.value.first] == [(two.numbers[0], by)]
    assert names(office) == before


def lines(folder: Path, *stays: str) -> Path:
    path = folder / "签到表.csv"
    path.write_text("志愿者编号,岗位,日期,到岗,离岗\n" + "".join(stays), "utf-8")
    return path


@pytest.fixture
def sheet(office: Office, two: Imported, tmp_path: Path) -> Imported:
    """A stay of each of the two on one morning."""
    a_post(office)
    stays = (f"{number},图书角值守,2026-10-09,9:00,11:00\n" for number in two.numbers)
    return import_paper(office, lines(tmp_path, *stays), task=Task())


def standing(unit: Unit) -> int:
    wanted = select(func.count()).select_from(Attendance).where(Attendance.voided_at.is_(None))
    return unit.session.scalars(wanted).one()


def test_stays_of_a_sheet_are_struck_out_and_may_come_in_again(
    office: Office, sheet: Imported, tmp_path: Path
) -> None:
    assert office.write(take_back_import, run_of(sheet)) == 2
    assert office.read(standing) == 0
    again = import_paper(office, tmp_path / "签到表.csv", task=Task())
    assert (again.outcome.done, office.read(standing)) == (2, 2)


def test_a_roster_goes_only_after_the_sheets_of_its_people(
    office: Office, two: Imported, sheet: Imported
) -> None:
    office.write(take_back_import, run_of(sheet))
    with pytest.raises(ImportBuiltOn):
        office.write(take_back_import, run_of(two))


def test_hours_on_a_certificate_stay(office: Office, sheet: Imported, tmp_path: Path) -> None:
    issue(office, Selection(kind=Kind.APPRECIATION), tmp_path / "thanks.pdf", task=Task())
    with pytest.raises(ImportBuiltOn) as refusal:
        office.write(take_back_import, run_of(sheet))
    assert {one.by for one in refusal.value.first} == {"certificate"}
    assert refusal.value.first[0].day == date(2026, 10, 9)
    assert office.read(standing) == 2


def test_a_struck_out_stay_is_a_change(office: Office, sheet: Imported) -> None:
    stay = office.read(lambda unit: unit.session.scalars(select(Attendance.id).limit(1)).one())
    office.write(void_stay, stay, "看错了")
    with pytest.raises(ImportBuiltOn) as refusal:
        office.write(take_back_import, run_of(sheet))
    assert [one.by for one in refusal.value.first] == ["changed"]


def test_a_thousand_people_go_in_one_step(office: Office, tmp_path: Path) -> None:
    imported = bring(office, roster(tmp_path, *((f"志愿者{n}号", n) for n in range(1, 999))))
    assert imported.outcome.done == 998
    assert office.write(take_back_import, run_of(imported)) == 998
    assert office.read(lambda unit: unit.session.scalars(select(Volunteer.hidden_at)).all())
    assert names(office) == []
