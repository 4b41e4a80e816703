"""Whole files as use cases: one unit each, rehearsals, refusals that poison nothing."""

from datetime import date, time
from pathlib import Path

import pytest

from station_app.data.unit import Office
from station_app.demo import rosters
from station_app.domain.consents import ConsentWay
from station_app.errors import Cancelled
from station_app.places import resource
from station_app.services.imports import Imported, import_paper, import_roster, save_refused
from station_app.services.journal import journal_head
from station_app.services.lists import attendance as stays
from station_app.services.lists import people
from station_app.services.tasks import Task
from station_app.sheets.rosters import Consent
from station_app.wording.outcome import refusal_text
from tests.helpers.builders import a_post, a_volunteer

ROSTER = resource("samples/roster.xlsx")
SHEET = "志愿者编号,姓名,岗位,日期,到岗,离岗\n"


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "签到表.csv"
    path.write_text(SHEET + "".join(f"{line}\n" for line in lines), "utf-8")
    return path


def names(office: Office) -> list[str]:
    ids = office.read(people.ids, people.PeopleFilter(), people.PeopleOrder.NUMBER)
    return [row.name for row in office.read(people.rows, ids) if row]


def entered(office: Office) -> list[stays.StayRow]:
    ids = office.read(stays.ids, stays.StayFilter(), None)
    return [row for row in office.read(stays.rows, ids) if row]


def codes(imported: Imported) -> list[tuple[int | None, str | None, str]]:
    return [(one.row, one.column, one.error.code) for one in imported.outcome.refused]


def test_a_roster_is_one_change_that_is_told_once(office: Office) -> None:
    heard: list[frozenset[str]] = []
    office.on_change(heard.append)
    imported = import_roster(office, ROSTER, task=Task())
    assert heard == [frozenset({"volunteer", "import_run"})]
    assert names(office) == [who.name for who in rosters.accepted()]
    assert len(imported.numbers) == len(set(imported.numbers)) == rosters.ROSTER.done


def test_a_rehearsal_is_told_to_nobody_and_kept_nowhere(office: Office) -> None:
    heard: list[frozenset[str]] = []
    office.on_change(heard.append)
    before = office.read(journal_head)
    rehearsed = import_roster(office, ROSTER, task=Task(), dry_run=True)
    assert (heard, names(office), office.read(journal_head)) == ([], [], before)
    assert import_roster(office, ROSTER, task=Task()).outcome.done == rehearsed.outcome.done


@pytest.mark.parametrize("at", [1, 150, 320, 590])
def test_an_import_that_is_stopped_keeps_nobody(office: Office, at: int) -> None:
    task = Task(lambda done, total: task.cancel() if done == at else None)
    with pytest.raises(Cancelled):
        import_roster(office, ROSTER, task=task)
    assert names(office) == []


def test_progress_runs_from_the_first_row_to_the_end_and_never_back(office: Office) -> None:
    reports: list[tuple[int, int]] = []
    import_roster(office, ROSTER, task=Task(lambda done, total: reports.append((done, total))))
    shares = [done / total for done, total in reports]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_row_without_consent_is_refused_unless_the_list_was_signed_as_a_whole(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("姓名,证件号码,居住区域\n李梅,999999198501020013,演示社区\n", "utf-8")
    assert codes(import_roster(office, path, task=Task())) == [(2, None, "no_consent")]
    signed = Consent(date(2026, 10, 1), ConsentWay.PAPER)
    assert import_roster(office, path, task=Task(), consent=signed).outcome.done == 1


def test_refused_rows_are_saved_whole_or_not_at_all(office: Office, tmp_path: Path) -> None:
    imported = import_roster(office, ROSTER, task=Task())
    path = save_refused(tmp_path / "refused.csv", imported, refusal_text)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(path.read_text("utf-8-sig").splitlines()) == 1 + len(imported.refused)
    assert [file.name for file in tmp_path.iterdir() if "refused" in file.name] == ["refused.csv"]


def test_a_refused_line_does_not_poison_the_others(office: Office, tmp_path: Path) -> None:
    a_post(office)
    number = people_number(office)
    path = sheet(
        tmp_path,
        f"{number},,图书角值守,2026-10-09,9:00,11:00",
        f"{number},,图书角值守,2026-10-09,10:00,12:00",
        f"{number},,没有的岗位,2026-10-10,9:00,11:00",
        f"{number},王芳,图书角值守,2026-10-11,9:00,11:00",
        "260009999,,图书角值守,2026-10-11,9:00,11:00",
        ",没有的人,图书角值守,2026-10-11,9:00,11:00",
        f"{number},,图书角值守,2026-10-12,9:00,8:00",
        f"{number},,图书角值守,2026-12-12,9:00,10:00",
        f"{number},,图书角值守,2026-10-13,9:00,11:00",
    )
    imported = import_paper(office, path, task=Task())
    assert codes(imported) == [
        (3, "到岗", "stays_overlap"),
        (4, "岗位", "post_unknown"),
        (5, "姓名", "number_and_name_differ"),
        (6, "志愿者编号", "volunteer_unknown"),
        (7, "姓名", "volunteer_unknown"),
        (8, "离岗", "left_before_coming"),
        (9, "到岗", "stay_in_future"),
    ]
    assert [row.evidence for row in entered(office)] == ["签到表.csv#2", "签到表.csv#10"]


def test_a_night_post_ends_on_the_next_morning(office: Office, tmp_path: Path) -> None:
    a_post(office, "夜间巡逻", starts_at=time(22), ends_at=time(6))
    path = sheet(tmp_path, f"{people_number(office)},,夜间巡逻,2026-10-09,22:00,5:30")
    assert import_paper(office, path, task=Task()).outcome.done == 1
    assert [row.minutes for row in entered(office)] == [450]


def test_a_rehearsed_sheet_enters_nothing(office: Office, tmp_path: Path) -> None:
    a_post(office)
    path = sheet(tmp_path, f"{people_number(office)},,图书角值守,2026-10-09,9:00,11:00")
    assert import_paper(office, path, task=Task(), dry_run=True).outcome.done == 1
    assert entered(office) == []


def people_number(office: Office) -> str:
    """Register somebody; the volunteer number."""
    a_volunteer(office)
    ids = office.read(people.ids, people.PeopleFilter(), None)
    (row,) = office.read(people.rows, ids)
    assert row
    return row.number
