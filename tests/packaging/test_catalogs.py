"""The catalog keeper: what it collects, keeps, drops and refuses to call current."""

import gettext
from pathlib import Path

import pytest

from tests.architecture.ground import script

catalogs = script("packaging/catalogs.py")

PROGRAM = """
first = _("{name} is in.").format(name=name)
second = N_("Hours")
third = ngettext("{n} person", "{n} people", n)
fourth = other("Not for a clerk")
"""
PAIRS = {"{name} is in.": "{name}已签到。", "Hours": "服务时长", "{n} person": "{n} 人"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "station_app"
    folder.mkdir()
    (folder / "page.py").write_text(PROGRAM, encoding="utf-8")
    return folder


def test_collects_the_three_kinds_of_marks_and_nothing_else(source):
    found = {catalogs.key(m) for m in catalogs.sentences(catalogs.collect(source, {}))}
    assert found == {"{name} is in.", "Hours", "{n} person"}


def test_compiled_catalog_speaks_chinese_for_one_and_for_many(source, tmp_path):
    po = tmp_path / "zh_CN/LC_MESSAGES/station.po"
    catalogs.save(catalogs.collect(source, PAIRS), po)
    speak = gettext.translation("station", tmp_path, ["zh_CN"])
    assert speak.gettext("Hours") == "服务时长"
    assert {speak.ngettext("{n} person", "{n} people", n) for n in (1, 2)} == {"{n} 人"}


def test_collecting_again_keeps_words_and_drops_sentences_no_longer_said(source, tmp_path):
    po = tmp_path / "station.po"
    catalogs.save(catalogs.collect(source, PAIRS), po)
    (source / "page.py").write_text('_("Hours")\n_("Hour")\n', encoding="utf-8")
    catalogs.save(catalogs.collect(source, catalogs.words(po)), po)
    assert catalogs.words(po) == {"Hours": "服务时长", "Hour": ""}


def test_a_missing_sentence_is_named(source):
    catalog = catalogs.collect(source, {**PAIRS, "Hours": ""})
    assert list(catalogs.faults(catalog)) == ["not translated: 'Hours'"]


def test_a_translation_that_loses_a_field_is_named(source):
    [fault] = catalogs.faults(catalogs.collect(source, {**PAIRS, "{name} is in.": "已签到。"}))
    assert fault == "fields differ: '{name} is in.' / '已签到。'"


def test_a_sentence_both_counted_and_said_alone_is_named(source):
    (source / "list.py").write_text('_("{n} person")\n', encoding="utf-8")
    [fault] = catalogs.faults(catalogs.collect(source, PAIRS))
    assert fault == "both counted and said alone: '{n} person'"


def test_a_compiled_catalog_older_than_its_words_is_named(source, tmp_path):
    po = tmp_path / "station.po"
    catalogs.save(catalogs.collect(source, PAIRS), po)
    newer = catalogs.collect(source, {**PAIRS, "Hours": "时长"})
    assert not list(catalogs.stale(catalogs.collect(source, PAIRS), po))
    assert [line.split(" (")[0] for line in catalogs.stale(newer, po)] == [
        "not current: station.po",
        "not current: station.mo",
    ]


def test_catalog_carries_neither_dates_nor_line_numbers_nor_machine_paths(source):
    written = catalogs.po_bytes(catalogs.collect(source, PAIRS)).decode()
    assert "#: station_app/page.py\n" in written
    assert "Date" not in written
    assert str(source.parent) not in written
