"""The QR code of a printed page, read from a picture of it."""

import pytest
import zxingcpp
from PIL import Image

from station_app.domain.certificates import check_code
from tests.certificates.reading import picture
from tests.certificates.snapshots import a_proof, an_appreciation, printed


@pytest.mark.parametrize("paper", [an_appreciation(), a_proof(4), an_appreciation(99_999)])
def test_the_code_on_a_page_at_100_dpi_says_number_and_check_code(paper, tmp_path):
    assert read(printed(paper), tmp_path) == [f"PS1:{paper.number}:{check_code(paper)}"]


def test_the_code_of_a_draft_can_be_taken_for_no_certificate(tmp_path):
    assert read(printed(an_appreciation(), draft=True), tmp_path) == ["PS1:PREVIEW"]


def read(pdf, folder):
    with Image.open(picture(pdf, folder, dpi=100)) as page:
        return [code.text for code in zxingcpp.read_barcodes(page)]
