"""Preferences survive, and losing them costs nothing."""

from pathlib import Path

import pytest

from station_app.ui.preferences import PreferenceFile, Preferences


def test_what_was_preferred_is_preferred_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    PreferenceFile(path).change(language="en", palette="dark", scale=1.25)
    again = PreferenceFile(path).now
    assert (again.language, again.palette, again.scale) == ("en", "dark", 1.25)


def test_column_widths_are_kept_by_list(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferenceFile(path).change(columns={"people": [120, 80]})
    assert PreferenceFile(path).now.columns == {"people": [120, 80]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"language": "fr"}',
        '{"scale": 9}',
        '{"scale": "big"}',
        '{"columns": {"people": ["wide"]}}',
        '{"geometry": 5}',
    ],
)
def test_a_damaged_file_means_a_new_desk(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text, encoding="utf-8")
    assert PreferenceFile(path).now == Preferences()


def test_a_value_this_version_does_not_know_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "en", "sound": "loud"}', encoding="utf-8")
    assert PreferenceFile(path).now == Preferences(language="en")


def test_a_value_no_program_knows_is_a_mistake_of_ours(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "preferences.json")
    with pytest.raises(ValueError, match="palette"):
        file.change(palette="pink")
    assert file.now == Preferences()


def test_a_folder_that_cannot_be_written_does_not_stop_the_desk(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    file = PreferenceFile(blocked / "preferences.json")
    file.change(language="en")
    assert file.now.language == "en"


def test_a_save_cut_short_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferenceFile(path).change(language="en")
    (tmp_path / "preferences.part").write_text("{", encoding="utf-8")
    assert PreferenceFile(path).now.language == "en"


def test_only_a_real_change_is_told(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "preferences.json")
    told: list[tuple[Preferences, Preferences]] = []
    file.changed.connect(lambda before, after: told.append((before, after)))
    file.change(language="zh_CN")
    file.change(language="en")
    assert [(before.language, after.language) for before, after in told] == [("zh_CN", "en")]
