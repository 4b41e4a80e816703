"""Units of work and the journal they write."""

import pytest
from sqlalchemy import Row, select, text

from station_app.data.errors import ChangedMeanwhile, DataReadOnly
from station_app.data.models import Epoch, JournalEntry, Station, Volunteer
from station_app.data.unit import Office, Unit
from station_app.services.journal import journal_head, verify_journal
from tests.helpers.builders import a_volunteer
from tests.helpers.clock import FixedClock


def rename(unit: Unit, name: str) -> None:
    unit.session.scalars(select(Station)).one().name = name


def last_entry(unit: Unit) -> Row | None:
    columns = select(*JournalEntry.__table__.columns)
    return unit.session.execute(columns.order_by(JournalEntry.seq.desc())).first()


def test_every_change_is_an_entry_that_names_use_case_row_and_clerk(office: Office) -> None:
    office.write(rename, "新名字")
    entry = office.read(last_entry)
    assert entry is not None
    assert (entry.verb, entry.entity, entry.op, entry.rev) == ("rename", "station", "U", 2)
    assert entry.actor == "演示经办人"
    assert '"name":"新名字"' in entry.image


def test_a_unit_that_fails_leaves_neither_row_nor_entry(office: Office) -> None:
    def fail(unit: Unit) -> None:
        rename(unit, "不该留下")
        unit.session.flush()
        raise ZeroDivisionError

    before = office.read(journal_head)
    with pytest.raises(ZeroDivisionError):
        office.write(fail)
    assert office.read(journal_head) == before


def test_a_reading_unit_cannot_write(office: Office) -> None:
    with pytest.raises(DataReadOnly):
        office.read(lambda unit: unit.session.execute(text("DELETE FROM journal")))


def test_rows_of_the_books_cannot_be_deleted(office: Office) -> None:
    def delete(unit: Unit) -> None:
        unit.session.delete(unit.session.scalars(select(Station)).one())

    with pytest.raises(TypeError, match="never deleted"):
        office.write(delete)


def test_two_windows_cannot_overwrite_one_another_in_silence(office: Office) -> None:
    def meanwhile(unit: Unit) -> None:
        station = unit.session.scalars(select(Station)).one()
        unit.session.execute(text("UPDATE station SET rev = rev + 1"))
        station.name = "另一个名字"

    with pytest.raises(ChangedMeanwhile):
        office.write(meanwhile)


def test_a_clock_that_runs_backwards_is_flagged(office: Office, clock: FixedClock) -> None:
    clock.forward(minutes=-5)
    office.write(rename, "早了")
    entry = office.read(last_entry)
    assert entry is not None
    assert entry.clock_suspect


def test_an_image_changed_with_a_database_tool_is_named(office: Office) -> None:
    a_volunteer(office)

    def forge(unit: Unit) -> None:
        unit.session.execute(text("UPDATE journal SET image = '{}' WHERE seq = 2"))

    assert office.read(verify_journal).altered == ()
    office.write(forge)
    assert office.read(verify_journal).altered == (2,)


def test_an_entry_changed_with_a_database_tool_breaks_the_chain(office: Office) -> None:
    a_volunteer(office)
    a_volunteer(office, "王芳", 2)

    def forge(unit: Unit) -> None:
        unit.session.execute(text("UPDATE journal SET actor = 'x' WHERE seq = 2"))

    office.write(forge)
    broken = office.read(verify_journal).broken
    assert broken is not None
    assert broken.seq == 2


def test_listeners_hear_which_tables_changed_after_the_commit(office: Office) -> None:
    heard: list[tuple[frozenset[str], int]] = []
    office.on_change(lambda tables: heard.append((tables, office.read(count_volunteers))))
    a_volunteer(office)
    assert heard == [(frozenset({"volunteer"}), 1)]


def count_volunteers(unit: Unit) -> int:
    return len(unit.session.scalars(select(Volunteer.id)).all())


def test_text_is_tidied_wherever_it_enters_and_whoever_signs(office: Office) -> None:
    office.actor = "演示\u200e经办人"
    office.write(rename, "新\t名字\u200e")
    entry = office.read(last_entry)
    assert entry is not None
    assert '"name":"新 名字"' in entry.image
    assert entry.actor == "演示经办人"


def test_an_epoch_hangs_on_the_last_entry_of_its_ancestor(office: Office) -> None:
    head = office.read(journal_head)
    ancestor = f"{head.epoch}:{head.seq}:{head.hash}"

    def branch(unit: Unit) -> None:
        unit.session.add(
            Epoch(
                epoch="00ff00ff00ff00ff", ancestor=ancestor, opened_at=unit.now, reason="restored"
            )
        )
        unit.session.flush()

    office.write(branch)
    office.write(rename, "恢复后")
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.entries, verdict.head.ancestor) == (None, 1, ancestor)
