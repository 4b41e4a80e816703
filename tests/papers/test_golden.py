"""Layouts stay as they were looked at; a change of them is seen in the change of a text file."""

import pytest

from tests.papers.golden import FOLDER, PAPERS, outline


@pytest.mark.parametrize("name", PAPERS)
def test_everything_stands_where_it_was_looked_at(name):
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert outline(*PAPERS[name]).splitlines() == golden.splitlines()
