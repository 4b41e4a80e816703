"""One file of many certificates, refused ones left out, stopped ones still right."""

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from station_app.certificates import Press, render
from station_app.domain.certificates import MissingGlyph, TextTooLong
from station_app.errors import Cancelled
from tests.certificates.reading import poppler_text
from tests.certificates.snapshots import RARE, a_detail, a_proof, an_appreciation, printed


def quiet(done, total):
    """A step that nobody watches."""


def test_the_same_papers_make_the_same_file_to_the_byte():
    papers = [an_appreciation(1), a_proof(40), an_appreciation(2, name="李𬱖")]
    assert printed(*papers) == printed(*papers)


def test_a_character_in_no_font_refuses_that_certificate_by_name():
    with pytest.raises(MissingGlyph) as refused:
        printed(an_appreciation(name="李\U0010fffd梅"))
    assert (refused.value.name, refused.value.character) == ("李\U0010fffd梅", "\U0010fffd")


def test_a_character_in_no_font_is_found_in_the_detail_list_too():
    details = (*map(a_detail, range(40)), a_detail(40, place="广场😀"))
    with pytest.raises(MissingGlyph) as refused:
        printed(a_proof(details=details))
    assert refused.value.character == "😀"


def test_a_refused_certificate_leaves_no_trace_in_the_batch():
    press = Press()
    press.add(an_appreciation(1))
    for bad in (an_appreciation(2, name="李😀"), an_appreciation(3, name="长" * 3000)):
        with pytest.raises((MissingGlyph, TextTooLong)):
            press.add(bad)
    press.add(an_appreciation(4))
    assert press.done == 2
    assert press.finish() == printed(an_appreciation(1), an_appreciation(4))


def test_checking_refuses_what_adding_would_and_adds_nothing():
    press = Press()
    press.check(an_appreciation())
    with pytest.raises(MissingGlyph):
        press.check(an_appreciation(name="李😀"))
    assert press.done == press.pages == 0


def test_a_text_that_fits_in_no_size_is_refused_by_name():
    with pytest.raises(TextTooLong) as refused:
        printed(an_appreciation(recording_unit="某" * 400))
    assert refused.value.name == "李梅"
    assert refused.value.text.startswith("某某")


def test_a_batch_stopped_between_two_people_holds_those_that_were_done():
    press = Press()
    for at in range(1, 4):
        press.add(an_appreciation(at))
    assert press.done == press.pages == 3
    assert len(PdfReader(io.BytesIO(press.finish())).pages) == 3


def test_a_press_tells_the_pages_of_each_certificate():
    press = Press()
    assert [press.add(a_proof(4)), press.add(a_proof(60)), press.pages] == [1, 3, 4]


def test_rendering_reports_after_each_person():
    told = []
    render(map(an_appreciation, range(1, 4)), step=lambda *step: told.append(step))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_rendering_ends_when_the_step_says_so():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        render([an_appreciation()], step=stop)


def test_an_empty_batch_makes_no_file():
    with pytest.raises(ValueError, match="no certificate"):
        render([], step=quiet)


def test_the_outline_leads_to_each_person_by_name():
    names = ["李梅", RARE[0] + "江", "李梅"]
    pdf = printed(an_appreciation(1, name=names[0]), a_proof(60, name=names[1]), an_appreciation(2))
    reader = PdfReader(io.BytesIO(pdf))
    entries = [
        (str(entry.title), reader.get_destination_page_number(entry))
        for entry in reader.outline
        if isinstance(entry, Destination)
    ]
    assert entries == [(names[0], 0), (names[1], 1), (names[2], 4)]


def test_the_file_says_what_it_is_and_in_which_language():
    reader = PdfReader(io.BytesIO(printed(an_appreciation())))
    assert reader.metadata is not None
    assert reader.metadata.title == "志愿服务证书 SJ001-G2026-00001"
    assert reader.metadata.author == "和平里社区居民委员会"
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert str(root["/Lang"]) == "zh-CN"


def test_a_draft_says_so_across_the_page_and_has_no_number():
    text = poppler_text(printed(an_appreciation(), a_proof(60), draft=True))
    assert "SJ001-G2026" not in text
    assert "SJ001-Z2026" not in text
    assert text.count("编号：预览") == 4  # one appreciation, three pages of a proof
    assert text.count("查验码：预览") == 2


def test_a_finished_paper_has_no_mark_of_a_draft():
    assert "预览" not in poppler_text(printed(an_appreciation(), a_proof(60)))


def test_a_template_that_this_program_does_not_carry_is_not_replaced_by_another():
    with pytest.raises(KeyError, match="v99"):
        printed(an_appreciation(template_version=99))


def test_a_further_page_costs_less_than_three_kilobytes():
    few, many = (printed(*map(an_appreciation, range(1, count))) for count in (11, 111))
    assert (len(many) - len(few)) / 100 < 3000
