"""Verbs of the station."""

from tests.cli.conftest import SETUP, Shell


def test_a_station_is_set_up_and_shown(shell: Shell) -> None:
    card = shell.facts("station", "show")
    assert (card["code"], card["name"], card["level"]) == ("YS01", "演示社区站", "point")
    assert card["recording_unit"] == "演示居委会"


def test_what_is_shown_reads_well(shell: Shell) -> None:
    assert shell("station", "show").out == "YS01  演示社区站  点\n记录单位  演示居委会\n"


def test_a_second_station_in_one_folder_is_refused(shell: Shell) -> None:
    said = shell(*SETUP)
    assert (said.code, said.out) == (1, "")
    assert "已属于“演示社区站”" in said.err


def test_a_wrong_credit_code_is_refused_before_anything_is_kept(bare_shell: Shell) -> None:
    assert bare_shell(*SETUP, "--recording-unit-code", "123").code == 1
    assert bare_shell("station", "show").code == 1


def test_a_verb_at_no_station_makes_no_folder(bare_shell: Shell) -> None:
    said = bare_shell("hours", "list")
    assert (said.code, said.out) == (1, "")
    assert said.err == "本机尚未设置阵地，请先完成阵地设置。\n"
    assert not bare_shell.places.data.exists()


def test_changes_are_signed_by_the_clerk_of_the_station(bare_shell: Shell) -> None:
    bare_shell(*SETUP, "--clerk", "演示经办人")
    office = bare_shell.books()
    assert office.actor == "演示经办人"
    office.close()
