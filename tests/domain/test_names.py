"""Names of people: written, compared and said in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from station_app.domain.names import (
    NameCharacters,
    NameLength,
    NamePrivateUse,
    misreadings,
    name_key,
    sounds,
    tidy_name,
)
from station_app.errors import StationError

RARE = ["𬱖", "㛃", "䶮", "𠅤", "𫍽", "\U0002ebf0", "\U000323af"]


@pytest.mark.parametrize("dot", "·•・‧．.･∙⋅ ")
def test_the_dot_is_one_however_it_was_typed(dot):
    typed = f"阿卜杜拉{dot}买买提" if dot != " " else "阿卜杜拉 · 买买提"
    assert tidy_name(typed) == "阿卜杜拉·买买提"


@pytest.mark.parametrize(
    "written", [" 张三", "张　三", "张 三\t", "张\n三", "\ufeff张三", "张\u200b三"]
)
def test_stray_spaces_around_and_inside_a_han_name_go(written):
    assert tidy_name(written) == "张三"


def test_a_name_in_letters_keeps_its_words_apart():
    assert tidy_name("  Ann   Mary  Lee ") == "Ann Mary Lee"
    assert tidy_name("ＪＯＨＮ Ｓmith") == "JOHN Smith"


def test_a_full_stop_after_an_abbreviation_stays_what_it_is():
    assert tidy_name("Martin King Jr.") == "Martin King Jr."


@pytest.mark.parametrize("han", RARE)
def test_rare_characters_are_kept_even_when_python_does_not_know_them_yet(han):
    assert tidy_name(f"王{han}") == f"王{han}"
    assert tidy_name(f"{han}•{han}") == f"{han}·{han}"


def test_letters_with_marks_are_composed():
    assert tidy_name("Jose\u0301") == "Jos\u00e9"


@pytest.mark.parametrize("point", ["\ue123", "\U000f1234"])
def test_a_character_of_the_private_use_area_is_refused_by_its_code_point(point):
    with pytest.raises(NamePrivateUse) as refusal:
        tidy_name(f"王{point}")
    assert refusal.value.points == (f"U+{ord(point):04X}",)


def test_what_gb18030_once_kept_in_private_use_gets_its_place_in_unicode():
    assert tidy_name("王" + b"\xfe\x59".decode("gb18030")) == "王\u9fb4"


@pytest.mark.parametrize("stranger", ["\u202e", "\x00", "?", "\ufffd", "=", "@", "😀", "\u2066"])
def test_controls_hidden_marks_and_symbols_are_refused(stranger):
    with pytest.raises(NameCharacters) as refusal:
        tidy_name(f"王{stranger}五")
    assert refusal.value.points == (f"U+{ord(stranger):04X}",)


@pytest.mark.parametrize("nothing", ["123", "·", "-"])
def test_a_name_without_a_letter_is_refused(nothing):
    with pytest.raises(NameCharacters):
        tidy_name(nothing)


def test_a_hundred_characters_fit_and_one_more_does_not():
    assert len(tidy_name("𬱖" * 100)) == 100
    with pytest.raises(NameLength) as refusal:
        tidy_name("𬱖" * 101)
    assert (refusal.value.length, refusal.value.longest) == (101, 100)
    with pytest.raises(NameLength):
        tidy_name(" 　 ")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12))
def test_tidying_twice_changes_nothing_more(text):
    try:
        name = tidy_name(text)
    except StationError:
        return
    assert tidy_name(name) == name
    assert name_key(name) == name_key(text)


def test_names_compare_without_dots_spaces_case_and_glyph_variants():
    spellings = ["阿卜杜拉·买买提", "阿卜杜拉•买买提", "阿卜杜拉买买提", "阿卜杜拉 买买提"]
    assert len({name_key(spelling) for spelling in spellings}) == 1
    assert name_key("Ann LEE") == name_key("ann lee")
    assert name_key("葛\U000e0100亮") == name_key("葛亮")
    assert name_key("张三") != name_key("张山")


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("曾小梅", "zengxiaomei", "zxm"),
        ("单国强", "shanguoqiang", "sgq"),
        ("仇英", "qiuying", "qy"),
        ("区志明", "ouzhiming", "ozm"),
        ("解缙", "xiejin", "xj"),
        ("查良镛", "zhaliangyong", "zly"),
        ("朴智恩", "piaozhien", "pze"),
        ("翟志刚", "zhaizhigang", "zzg"),
        ("盖文丽", "gewenli", "gwl"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("万俟卨", "moqixie", "mqx"),
        ("长孙无忌", "zhangsunwuji", "zswj"),
        ("宓文", "miwen", "mw"),
        ("佟丽", "tongli", "tl"),
        ("任重阳", "renchongyang", "rcy"),
        ("欧阳修", "ouyangxiu", "oyx"),
        ("张三", "zhangsan", "zs"),
        ("吕绿", "lvlv", "ll"),
        ("𬱖㛃", "dijie", "dj"),
    ],
)
def test_a_name_is_said_with_its_surname_read_as_a_surname(name, full, initials):
    said = sounds(name)
    assert (said.full, said.initials) == (full, initials)


def test_a_dotted_name_begins_with_no_chinese_surname():
    assert sounds("查干·巴特尔").full == "chaganbateer"
    assert sounds("阿卜杜拉·买买提").initials == "abdlmmt"


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("Ann Lee", "annlee", "al"),
        ("O’Brien", "obrien", "o"),
        ("José Müller", "josemuller", "jm"),
        ("李Tom", "litom", "lt"),
        ("Иван", "", ""),
    ],
)
def test_a_name_in_letters_is_said_by_its_letters(name, full, initials):
    said = sounds(name)
    assert (said.full, said.initials) == (full, initials)


@given(st.text(max_size=10))
def test_sounds_are_always_lower_case_ascii(text):
    said = sounds(text)
    assert said.full.isascii()
    assert said.full == said.full.lower()
    assert len(said.initials) <= len(said.full)


@given(
    st.text(alphabet=st.sampled_from("单曾重阳长乐行国明小𬱖㛃〇朝解放茜"), min_size=1, max_size=4)
)
def test_the_short_way_through_the_dictionary_says_what_the_whole_dictionary_says(name):
    sounds("王")  # readings of names are put into the dictionary at the first use
    assert "".join(lazy_pinyin(name, errors="ignore")) == sounds(f"·{name}").full


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("曾小梅", ["ceng xiao mei"]),
        ("单国强", ["dan guo qiang", "chan guo qiang"]),
        ("尉迟恭", ["wei chi gong"]),
        ("张三", []),
        ("查干·巴特尔", []),
    ],
)
def test_a_surname_is_known_by_the_everyday_word_it_is_taken_for(name, said):
    assert [" ".join(one) for one in misreadings(name)] == said
