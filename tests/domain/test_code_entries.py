"""What a station may put into a code list, and what would make the list ambiguous."""

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.code_entries import (
    CodeEndsEarly,
    CodeLabelFigures,
    CodeLabelTaken,
    CodeListFixed,
    CodeTaken,
    CodeUnknown,
    CodeUnreadable,
    check_changed,
    check_new,
)
from station_app.domain.codes import Code, code_list
from station_app.domain.fields import MissingField, TextLength

RIVER = Code("river", "护河巡查", "")
ENDING = replace(RIVER, valid_from=date(2026, 11, 2), valid_until=date(2026, 1, 1))


def test_an_entry_is_tidied():
    entry = check_new(code_list("team_kind"), Code(" river ", " 护河\n巡查 ", ""))
    assert (entry.code, entry.zh) == ("river", "护河 巡查")


@pytest.mark.parametrize(
    ("list_name", "entry", "refusal"),
    [
        ("sex", Code("3", "其他", ""), CodeListFixed),
        ("ethnic_group", Code("57", "穿青", ""), CodeListFixed),
        ("team_kind", Code("护 河", "护河", ""), CodeUnreadable),
        ("team_kind", Code("x" * 21, "护河", ""), CodeUnreadable),
        ("team_kind", Code("law", "护河", ""), CodeTaken),
        ("team_kind", Code("river", " ", "River"), MissingField),
        ("team_kind", Code("river", "护" * 31, ""), TextLength),
        ("team_kind", Code("river", "法律 服务", ""), CodeLabelTaken),
        ("team_kind", Code("river", "护河", "LEGAL SERVICE"), CodeLabelTaken),
        ("team_kind", Code("river", "13", ""), CodeLabelFigures),
        ("team_kind", ENDING, CodeEndsEarly),
    ],
)
def test_what_would_make_a_list_ambiguous_is_refused(list_name, entry, refusal):
    with pytest.raises(refusal):
        check_new(code_list(list_name), entry)


def test_only_an_entry_that_is_there_is_changed():
    with pytest.raises(CodeUnknown):
        check_changed(code_list("team_kind"), RIVER)
