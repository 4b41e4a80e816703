"""The QR code of a printed page, read from a picture of it."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from station_app.certificates.codes import ALPHABET, drawn, path, symbol
from station_app.certificates.templates import Box
from station_app.domain.certificates import check_code
from tests.certificates.reading import picture
from tests.certificates.snapshots import a_proof, an_appreciation, printed


@pytest.mark.parametrize("paper", [an_appreciation(), a_proof(4), an_appreciation(99_999)])
def test_the_code_on_a_page_at_100_dpi_says_number_and_check_code(paper, tmp_path):
    assert read(printed(paper), tmp_path) == [f"PS1:{paper.number}:{check_code(paper)}"]


def test_every_code_of_a_batch_says_its_own_number(tmp_path):
    for serial in (7, 70, 700):
        batch = printed(an_appreciation(serial), an_appreciation(1))
        assert f"G2026-{serial:05d}:" in read(batch, tmp_path)[0]


def test_the_code_of_a_draft_can_be_taken_for_no_certificate(tmp_path):
    assert read(printed(an_appreciation(), draft=True), tmp_path) == ["PS1:PREVIEW"]


@given(st.text(ALPHABET, min_size=30, max_size=31))
def test_a_code_put_together_is_the_code_drawn(payload):
    assert symbol(payload) == drawn(payload)


def test_a_payload_that_would_need_another_kind_of_code_is_refused():
    with pytest.raises(ValueError, match="substring"):
        path("ps1", Box(0, 0, 10, 10))


def read(pdf, folder):
    return [code.text for code in zxingcpp.read_barcodes(picture(pdf, folder, dpi=100))]
