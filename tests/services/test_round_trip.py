"""Export and import of everything changes nothing, whatever people are called."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.data.unit import Office
from station_app.services.imports import import_roster
from station_app.services.journal import journal_head
from station_app.services.lists.people import PeopleFilter
from station_app.services.people import register_all
from station_app.services.people_files import export_people
from station_app.services.tasks import Task
from tests.helpers.registrations import people


@pytest.mark.parametrize("name", ["everybody.xlsx", "everybody.csv"])
def test_an_import_of_an_export_is_empty(office: Office, tmp_path: Path, name: str) -> None:
    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(st.lists(people(), min_size=1, max_size=4))
    def changes_nothing(who) -> None:
        office.write(register_all, who)
        file = export_people(
            office,
            tmp_path / name,
            whom=PeopleFilter(),
            why="核对",
            full_documents=True,
            task=Task(),
        )
        before = office.read(journal_head)
        imported = import_roster(office, file.path, task=Task())
        assert office.read(journal_head) == before
        assert (imported.outcome.asked, imported.outcome.done) == (file.people, 0)
        assert {one.error.code for one in imported.outcome.refused} == {"already_registered"}
        assert (imported.known, imported.likely) == (file.people, ())

    changes_nothing()
