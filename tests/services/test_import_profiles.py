"""Column mappings kept under a name: written anew, offered no longer, apart for each kind."""

from pathlib import Path

import pytest

from station_app.data.unit import Office
from station_app.domain.fields import MissingField
from station_app.domain.importing import ProfileUnknown
from station_app.services.import_profiles import (
    drop_profile,
    find_profile,
    profiles,
    save_profile,
)
from station_app.services.imports import look_into

COLUMNS = {"name": "谁", "document_number": "号"}


def test_a_mapping_of_one_name_is_written_anew(office: Office) -> None:
    first = office.write(save_profile, "roster", " 街道 名单 ", {"name": "甲"})
    again = office.write(save_profile, "roster", "街道 名单", COLUMNS)
    (kept,) = office.read(profiles, "roster")
    assert (first, kept.id, kept.name) == (again, first, "街道 名单")
    assert kept.columns == COLUMNS
    assert office.read(profiles, "paper") == ()


def test_a_dropped_mapping_is_offered_no_longer_and_its_name_is_free(office: Office) -> None:
    first = office.write(save_profile, "roster", "街道", COLUMNS)
    office.write(drop_profile, first)
    with pytest.raises(ProfileUnknown):
        office.read(find_profile, "roster", "街道")
    assert office.write(save_profile, "roster", "街道", COLUMNS) != first
    assert office.read(find_profile, "roster", "街道").columns == COLUMNS


def test_a_mapping_needs_a_name(office: Office) -> None:
    with pytest.raises(MissingField):
        office.write(save_profile, "roster", "  ", COLUMNS)


def test_a_kept_mapping_reads_a_file_that_nobody_would_understand(
    office: Office, tmp_path: Path
) -> None:
    office.write(save_profile, "roster", "街道", COLUMNS)
    path = tmp_path / "a.csv"
    path.write_text("谁,号,住\n李梅,1,东街\n", "utf-8")
    look = look_into(path, profiles=office.read(profiles, "roster"))
    assert (look.profile, look.columns) == ("街道", COLUMNS)
