"""What is printed copies out as it was written, in every reader."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

from tests.certificates.reading import fonts, poppler_text, pypdf_text
from tests.certificates.snapshots import RARE, a_proof, an_appreciation, printed

NAMES = [
    *(f"李{character}梅" for character in RARE),
    "".join(RARE),
    "㛃",
    "买买提·艾合买提",
    "Anna-Luise Müller",
    "欧阳𬱖·Li 2",
]


@pytest.fixture(scope="module")
def batch():
    return printed(*(an_appreciation(at, name=name) for at, name in enumerate(NAMES, 1)))


@pytest.mark.parametrize("name", NAMES)
def test_poppler_reads_every_name_as_it_was_typed(batch, name):
    page = NAMES.index(name) + 1
    assert name in poppler_text(batch, "-f", str(page), "-l", str(page))


@pytest.mark.parametrize("name", NAMES)
def test_pypdf_reads_every_name_as_it_was_typed(batch, name):
    text = PdfReader(io.BytesIO(batch)).pages[NAMES.index(name)].extract_text()
    assert name in text


def test_the_window_reads_every_name_and_bookmark_as_it_was_typed(batch, qapp):
    stored = QByteArray(batch)
    buffer = QBuffer(stored)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document, bookmarks = QPdfDocument(), QPdfBookmarkModel()
    document.load(buffer)
    bookmarks.setDocument(document)
    rows = (bookmarks.index(row, 0) for row in range(bookmarks.rowCount()))
    assert [bookmarks.data(row, QPdfBookmarkModel.Role.Title) for row in rows] == NAMES
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    assert [name for name, text in zip(NAMES, texts, strict=True) if name not in text] == []
    document.close()


def test_the_sentence_of_a_proof_reads_as_the_template_says_it():
    text = "".join(poppler_text(printed(a_proof(3, name="李𬱖"))).split())
    assert (
        "兹证明李𬱖（性别：女，证件类型：居民身份证，证件号码：999***********002X，"
        "志愿者编号：SJ001-000123）自2026年3月1日至2026年11月30日参加由本单位组织并记录的"
        "志愿服务3次，实际服务时间累计6.08小时（陆点零捌小时）。主要服务内容：图书整理、为老助餐、"
        "社区环境清洁日活动（春季）。明细如下，共3条。本证明依据志愿服务记录如实、无偿出具，"
        "可凭编号和查验码向记录单位查验。特此证明。"
    ) in text


def test_a_letter_spaced_title_is_read_as_one_word():
    assert "志愿服务证书" in poppler_text(printed(an_appreciation()))
    assert "志愿服务记录证明" in poppler_text(printed(a_proof()))


def test_a_batch_with_thousands_of_characters_keeps_them_apart():
    characters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    names = ["".join(characters[start : start + 60]) for start in range(0, 3000, 60)]
    pdf = printed(*(an_appreciation(at, name=name) for at, name in enumerate(names, 1)))
    text = "".join(poppler_text(pdf).split())
    assert [name for name in names if name not in text] == []


def test_characters_that_share_an_outline_stay_different_characters():
    compatible, common = "\u2f00", "一"  # a radical and the character that looks like it
    text = pypdf_text(printed(an_appreciation(name=f"李{compatible}{common}")))
    assert f"李{compatible}{common}" in text


def test_every_font_is_embedded_subset_and_has_its_text(batch, tmp_path):
    used = fonts(batch, tmp_path)
    assert {font["name"].partition("+")[2] for font in used} == {
        "LXGWWenKai-Regular",
        "LXGWWenKai-Bold",
    }
    assert {(font["emb"], font["sub"], font["uni"]) for font in used} == {("yes", "yes", "yes")}
