"""Free text as the books keep it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from station_app.bundles.cells import decode, encode
from station_app.bundles.schema import Field
from station_app.domain.words import tidy_text


def test_what_a_paste_brings_along_unseen_is_dropped() -> None:
    assert tidy_text("一楼\t大厅\u200e\r\n二楼") == "一楼 大厅\n二楼"
    assert tidy_text("Cafe\u0301") == "Café"


@given(st.text(st.characters(codec=None)))
def test_every_tidy_text_can_travel_in_a_bundle(text: str) -> None:
    tidy = tidy_text(text)
    assert tidy_text(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)
    if tidy:
        field = Field("x")
        assert decode(field, encode(field, tidy)) == tidy
