"""What stands against taking an import back has a word, whichever table it is in."""

from typing import cast

import pytest
from sqlalchemy import Table

from station_app.data.models import Attendance, Volunteer
from station_app.domain.importing import CHANGED, Blocking
from station_app.i18n import use
from station_app.services.import_runs import pointing_at
from station_app.sheets import notes
from station_app.wording.importing import blocking_text
from station_app.wording.notes import note_text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_whatever_may_be_built_on_a_row_has_a_word(language: str) -> None:
    use(language)
    tables = [cast(Table, model.__table__) for model in (Volunteer, Attendance)]
    uses = {other.__tablename__ for table in tables for other, _column in pointing_at(table)}
    assert {"attendance", "certificate", "star", "team_member", "merge"} <= uses
    for by in (CHANGED, *uses):
        assert blocking_text(Blocking("260000013", "李梅", by)).startswith("李梅")


def test_every_remark_about_a_file_has_a_sentence() -> None:
    plain = note_text.dispatch(notes.Note)
    kinds = [one for one in vars(notes).values() if isinstance(one, type)]
    told = [one for one in kinds if note_text.dispatch(one) is not plain]
    assert set(kinds) - set(told) == {notes.Note}
    assert len(told) == 6
