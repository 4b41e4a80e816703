"""Opening the books, also when something is wrong with them."""

import os
import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlcipher3 import dbapi2
from uuid_utils.compat import uuid7

from station_app.data.engine import open_engines
from station_app.data.errors import DataDamaged, DataNewer, DataReadOnly
from station_app.data.lock import OpenElsewhere, held
from station_app.data.migrations import HEAD, upgrade
from station_app.data.models import Base, Volunteer
from station_app.data.opening import back_up, open_office
from station_app.data.unit import Office
from station_app.places import Places
from station_app.services.stations import this_station
from tests.helpers.clock import FixedClock


def test_migrations_and_tables_say_the_same(office: Office) -> None:
    engines = open_engines(office.path)
    with engines.read.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engines.dispose()


def test_a_file_from_a_newer_version_is_refused_and_left_alone(
    office: Office, places: Places, clock: FixedClock
) -> None:
    office.close()
    with closing(dbapi2.connect(str(places.database))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = places.database.read_bytes()
    with pytest.raises(DataNewer) as refused:
        open_office(places, clock, actor="x")
    assert refused.value.found == "9999"
    assert places.database.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(
    places: Places, clock: FixedClock
) -> None:
    places.data.mkdir()
    places.database.write_bytes(b"not a database at all")
    with pytest.raises(DataDamaged):
        open_office(places, clock, actor="x")
    assert places.database.read_bytes() == b"not a database at all"


def test_a_torn_page_is_found_at_the_first_start_of_a_day(
    office: Office, places: Places, clock: FixedClock
) -> None:
    office.close()
    with places.database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 4))
    clock.forward(days=1)
    with pytest.raises(DataDamaged):
        open_office(places, clock, actor="x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_told(
    office: Office, places: Places, clock: FixedClock
) -> None:
    office.close()
    places.data.chmod(0o500)
    with pytest.raises(DataReadOnly):
        open_office(places, clock, actor="x")
    places.data.chmod(0o700)


def test_a_second_window_on_the_same_folder_is_refused(places: Places) -> None:
    with held(places.lock, wait=False), pytest.raises(OpenElsewhere), held(places.lock, wait=False):
        pass
    with held(places.lock, wait=False):
        pass


def test_a_backup_opens_as_books_of_its_own(
    office: Office, places: Places, clock: FixedClock, tmp_path
) -> None:
    copy = back_up(places, clock, reason="test")
    other = Places(tmp_path / "other")
    other.data.mkdir()
    copy.rename(other.database)
    restored = open_office(other, clock, actor="x")
    assert restored.read(this_station) == office.read(this_station)
    restored.close()


def test_the_file_is_plain_sqlite_for_any_tool(office: Office, places: Places) -> None:
    with closing(sqlite3.connect(places.database)) as connection:
        assert connection.execute("SELECT code FROM station").fetchone() == ("YS01",)


def test_what_a_crash_left_in_the_temporary_folder_is_swept_but_not_what_runs(
    office: Office, places: Places, clock: FixedClock
) -> None:
    old, young = places.temporary / "bundle-1", places.temporary / "bundle-2"
    for folder, age in ((old, 7200), (young, 60)):
        folder.mkdir()
        (folder / "volunteer.csv").write_text("x")
        moment = clock.now().timestamp() - age
        os.utime(folder, (moment, moment))
    office.close()
    open_office(places, clock, actor="x").close()
    assert (old.exists(), young.exists()) == (False, True)


def test_books_of_the_first_version_are_brought_up_to_date_after_a_backup(
    places: Places, clock: FixedClock
) -> None:
    places.data.mkdir()
    engines = open_engines(places.database)
    with engines.write.begin() as connection:
        upgrade(connection, "0001")
        connection.execute(
            text(
                "INSERT INTO volunteer (id, rev, number, name, former_names, name_key, sound, sex,"
                " born_on, document_kind, document_number, area, phone, skills, service_classes,"
                " consent_on, consent_way, registered_on, remark) VALUES (:id, 3, '260000013',"
                " '李梅', '', '李梅', 'limei', '2', '1985-01-02', 'passport', 'E12345678', '', '',"
                " '', '', '2026-10-01', 'paper', '2026-10-02', '')"
            ),
            {"id": uuid7().hex},
        )
    engines.dispose()
    office = open_office(places, clock, actor="x")
    kept = select(Volunteer.name, Volunteer.rev, Volunteer.consent_way, Volunteer.address)
    found = office.read(lambda unit: tuple(unit.session.execute(kept).one()))
    assert found == ("李梅", 3, "paper", "")
    office.close()
    (copy,) = places.backups.glob(f"*-before-{HEAD}.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
