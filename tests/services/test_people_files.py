"""Personal data leaves as a file for a reason only, masked unless asked otherwise, and noted."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from station_app.data.models import JournalEntry
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Purpose
from station_app.domain.erasing import Cause
from station_app.errors import Cancelled
from station_app.services.erasing import erase_person
from station_app.services.files import FolderMissing
from station_app.services.imports import import_roster
from station_app.services.lists.people import PeopleFilter
from station_app.services.people_files import Exported, export_people
from station_app.services.tasks import Task
from tests.helpers.builders import a_registration, a_volunteer

WHY = "社区核对名单"


def export(office: Office, path: Path, *, full: bool = False, why: str = WHY) -> Exported:
    return export_people(
        office, path, whom=PeopleFilter(), why=why, full_documents=full, task=Task()
    )


def noted(unit: Unit) -> list[dict[str, object]]:
    wanted = select(JournalEntry.image).where(JournalEntry.verb == "export_people")
    return [json.loads(image) for image in unit.session.scalars(wanted)]


def test_without_a_reason_nothing_leaves_and_nothing_is_noted(office: Office, tmp_path) -> None:
    a_volunteer(office)
    with pytest.raises(ReasonMissing):
        export(office, tmp_path / "a.csv", why="  ")
    assert not (tmp_path / "a.csv").exists()
    assert office.read(noted) == []


def test_numbers_are_masked_and_such_a_file_says_that_it_is_no_import(
    office: Office, tmp_path: Path
) -> None:
    a_volunteer(office, phone="13800138000")
    done = export(office, tmp_path / "a.csv")
    text = done.path.read_text("utf-8-sig")
    assert a_registration().document.number not in text
    assert "999***********0013" in text
    assert "证件号码（已遮盖，不能再导入）" in text
    again = import_roster(office, done.path, task=Task())
    assert (again.outcome.asked, again.outcome.done) == (1, 0)


@pytest.mark.parametrize("name", ["名单.xlsx", "名单.csv"])
def test_whole_numbers_leave_by_a_deliberate_wish_and_come_back_without_a_change(
    office: Office, tmp_path: Path, name: str
) -> None:
    a_volunteer(office, purposes=frozenset({Purpose.PUBLICITY}))
    a_volunteer(office, "买买提·艾力", 3)
    done = export(office, tmp_path / name, full=True)
    again = import_roster(office, done.path, task=Task())
    assert (again.outcome.done, again.known) == (0, 2)
    assert office.read(noted) == [
        {"file": name, "why": WHY, "people": 2, "document_numbers": "full"}
    ]


def test_who_was_erased_is_in_no_list_any_more(office: Office, tmp_path: Path) -> None:
    a_volunteer(office, "王芳", 3)
    office.write(erase_person, a_volunteer(office), cause=Cause.REQUEST, note="")
    done = export(office, tmp_path / "a.csv")
    assert (done.people, done.left_out) == (1, 1)
    assert "李梅" not in done.path.read_text("utf-8-sig")


def test_only_the_chosen_leave(office: Office, tmp_path: Path) -> None:
    a_volunteer(office, "王芳", 3)
    li = a_volunteer(office)
    path = tmp_path / "a.csv"
    export_people(office, path, whom=[li], why=WHY, full_documents=False, task=Task())
    assert "王芳" not in path.read_text("utf-8-sig")


def test_a_file_that_cannot_lie_there_leaves_no_trace_beside_the_books(
    office: Office, tmp_path: Path
) -> None:
    a_volunteer(office)
    before = sorted(office.path.parent.rglob("*"))
    with pytest.raises(FolderMissing):
        export(office, tmp_path / "gone" / "a.csv")
    stopped = Task()
    stopped.cancel()
    with pytest.raises(Cancelled):
        export_people(
            office,
            tmp_path / "a.csv",
            whom=PeopleFilter(),
            why=WHY,
            full_documents=True,
            task=stopped,
        )
    assert sorted(office.path.parent.rglob("*")) == before
    assert office.read(noted) == []
