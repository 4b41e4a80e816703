"""Finding people: by what, who comes first, and that the index keeps step with the books."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from station_app.data.models import Volunteer
from station_app.data.opening import back_up, open_office
from station_app.data.unit import Office, Unit
from station_app.domain.documents import Document, DocumentKind
from station_app.domain.search import Fit
from station_app.places import Places
from station_app.services.attendance import check_in
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter, PeopleOrder
from station_app.services.people import change_volunteer, register, register_all
from station_app.services.search import best
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock

EVERYBODY = 100


def found(office: Office, typed: str, most: int = EVERYBODY) -> list[str]:
    """The names of those who fit, best first."""
    ids = [one.id.hex for one in office.read(best, typed, most)]
    return [row.name for row in office.read(people.rows, ids) if row]


def fits(office: Office, typed: str) -> list[Fit]:
    return [one.fit for one in office.read(best, typed, EVERYBODY)]


def listed(office: Office, typed: str, order: PeopleOrder | None = None) -> list[str]:
    ids = office.read(people.ids, PeopleFilter(typed), order)
    return [row.name for row in office.read(people.rows, ids) if row]


def some(office: Office, names: Iterable[str]) -> None:
    office.write(register_all, [a_registration(name, n) for n, name in enumerate(names, start=1)])


def require_index_in_step(office: Office) -> None:
    """SQLite's own check of the index against what it was made from, and one line a person."""

    def check(unit: Unit) -> None:
        told = text("INSERT INTO person_index (person_index, rank) VALUES ('integrity-check', 1)")
        unit.session.execute(told)
        apart = text(
            "SELECT (SELECT count(*) FROM volunteer WHERE hidden_at IS NULL)"
            " - (SELECT count(*) FROM person_words)"
        )
        assert unit.session.scalars(apart).one() == 0

    office.write(check)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("曾小敏", "zengxiaomin", "cengxiaomin"),
        ("单国强", "shanguoqiang", "danguoqiang"),
        ("仇英", "qiuying", "chouying"),
        ("区志明", "ouzhiming", "quzhiming"),
        ("解缙", "xiejin", "jiejin"),
        ("查良镛", "zhaliangyong", "chaliangyong"),
        ("朴智恩", "piaozhien", "puzhien"),
        ("翟志刚", "zhaizhigang", "dizhigang"),
        ("盖文丽", "gewenli", "gaiwenli"),
        ("尉迟恭", "yuchigong", "weichigong"),
    ],
)
def test_a_surname_is_found_by_its_right_reading_and_by_the_everyday_one(
    office: Office, name: str, right: str, wrong: str
) -> None:
    some(office, [name, "王建华"])
    for typed in (right, right[:4], right.upper(), wrong, wrong[:4]):
        assert found(office, typed) == [name]
        assert listed(office, typed) == [name]
    assert fits(office, right) == [Fit.WHOLE]
    assert fits(office, wrong) == [Fit.PART]


def test_who_is_read_rightly_comes_before_who_is_read_wrongly(office: Office) -> None:
    some(office, ["但建国", "丹建国", "单建国"])
    assert found(office, "dan") == ["丹建国", "但建国", "单建国"]
    assert found(office, "shan") == ["单建国"]


@pytest.mark.parametrize("dot", "·•・‧．")
def test_a_dotted_name_is_found_however_its_dot_is_typed(office: Office, dot: str) -> None:
    some(office, ["阿卜杜拉·买买提", "买买提·艾力"])
    assert found(office, f"阿卜杜拉{dot}买买提") == ["阿卜杜拉·买买提"]
    assert found(office, f"拉{dot}买") == ["阿卜杜拉·买买提"]
    assert found(office, "买买提") == ["买买提·艾力", "阿卜杜拉·买买提"]
    assert found(office, "maimaitiaili") == ["买买提·艾力"]
    assert found(office, "mmt") == ["买买提·艾力", "阿卜杜拉·买买提"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("小", ["张小梅"]),
        ("小梅", ["张小梅"]),
        ("梅", ["梅兰芳", "张小梅"]),
        ("𬱖", ["𬱖㛃", "李𬱖"]),
        ("𠅤", ["王𠅤明"]),
        ("𠅤明", ["王𠅤明"]),
        ("㛃", ["𬱖㛃"]),
        ("𬱖㛃", ["𬱖㛃"]),
        ("die", []),
        ("jie", ["𬱖㛃"]),
    ],
)
def test_any_part_of_a_name_is_enough_in_the_rarest_characters_too(
    office: Office, typed: str, names: list[str]
) -> None:
    some(office, ["张小梅", "梅兰芳", "王𠅤明", "𬱖㛃", "李𬱖"])
    assert found(office, typed) == names


@pytest.mark.parametrize("typed", ["xiaomei", "xiaom", "mei", "xm", "zhangx", "zxm", "ZXM"])
def test_a_name_is_said_from_any_syllable_on(office: Office, typed: str) -> None:
    some(office, ["张小梅", "王建国"])
    assert found(office, typed) == ["张小梅"]


@pytest.mark.parametrize("typed", ["ngxiao", "iaomei", "aomei", "ei"])
def test_nothing_is_found_from_the_middle_of_a_syllable(office: Office, typed: str) -> None:
    some(office, ["张小梅"])
    assert found(office, typed) == []


def test_names_in_letters_are_found_by_any_part_of_them(office: Office) -> None:
    some(office, ["José Müller", "O’Brien", "Иван Петров", "吕绿"])
    assert (
        found(office, "jose") == found(office, "müll") == found(office, "mull") == ["José Müller"]
    )
    assert found(office, "o'br") == found(office, "rien") == ["O’Brien"]
    assert found(office, "петр") == found(office, "ИВАН") == ["Иван Петров"]
    assert found(office, "lü") == found(office, "lv") == ["吕绿"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("26000001", "李梅"),
        ("260000013", "李梅"),
        ("0013", "李梅"),
        ("9001", "王芳"),
        ("001", "王芳"),
        ("139 0013 9001", "王芳"),
        ("１３９００１３９００１", "王芳"),
        ("57187001234", "陈静"),
        ("0571-87001234", "陈静"),
        ("1234", "陈静"),
        ("567x", "陈静"),
        ("345678", "赵敏"),
        ("e12345678", "赵敏"),
        ("E1234567", None),
        ("李 001", None),
        ("王 9001", "王芳"),
        ("王9001", "王芳"),
        ("wf 9001", "王芳"),
        ("wf9001", "王芳"),
    ],
)
def test_figures_find_by_number_and_by_the_ends_of_telephone_and_document(
    office: Office, typed: str, who: str | None
) -> None:
    some(office, ["李梅"])
    a_volunteer(office, "王芳", 2, phone="13900139001")
    born = a_registration(serial=3)
    chen = Document(DocumentKind.RESIDENCE_PERMIT, "81000019850102567X")
    office.write(register, replace(born, name="陈静", document=chen, phone="0571-87001234"))
    zhao = Document(DocumentKind.PASSPORT, "E12345678")
    office.write(register, replace(born, name="赵敏", document=zhao))
    assert found(office, typed)[:1] == ([who] if who else [])


def test_two_figures_begin_a_number_and_end_nothing(office: Office) -> None:
    a_volunteer(office, "李梅", 1, phone="13900139026")
    a_volunteer(office, "王芳", 2)
    assert found(office, "26") == ["王芳", "李梅"]
    assert fits(office, "26") == [Fit.BEGINNING] * 2
    assert found(office, "39") == []


def test_whole_names_come_first_then_beginnings_then_parts(office: Office) -> None:
    some(office, ["王李梅", "李梅花", "李梅", "张三"])
    assert found(office, "李梅") == ["李梅", "李梅花", "王李梅"]
    assert fits(office, "李梅") == [Fit.WHOLE, Fit.BEGINNING, Fit.PART]
    assert found(office, "limei") == found(office, "lm") == ["李梅", "李梅花", "王李梅"]
    assert found(office, "lm", most=2) == ["李梅", "李梅花"]


def test_of_equal_fit_whoever_registered_or_signed_in_last_comes_first(office: Office) -> None:
    some(office, ["李梅", "李明", "李猛"])
    assert found(office, "李") == ["李猛", "李明", "李梅"]
    (mei,) = office.read(best, "李梅", 1)
    office.write(check_in, mei.id, a_post(office))
    assert found(office, "李") == ["李梅", "李猛", "李明"]
    require_index_in_step(office)


@pytest.mark.parametrize("typed", ["", "  ", "·", "?*\"'", "\x00", "\ud800", "“”"])
def test_what_is_no_letter_or_digit_finds_nobody(office: Office, typed: str) -> None:
    some(office, ["李梅"])
    assert found(office, typed) == []


@pytest.mark.parametrize(
    "typed", ['"', 'a"b', "a OR b", "lm*", "^lm", "NEAR(l m)", "words:lm", "-lm"]
)
def test_signs_of_the_index_language_are_only_signs(office: Office, typed: str) -> None:
    some(office, ["李梅"])
    expected = ["李梅"] if typed in ("lm*", "^lm", "-lm") else []
    assert found(office, typed) == listed(office, typed) == expected


def test_a_former_name_finds_the_person_last_and_only_in_the_box(office: Office) -> None:
    some(office, ["李梅", "李梅花"])
    (mei, *_rest) = office.read(best, "李梅", 1)
    office.write(change_volunteer, mei.id, a_registration("王芳", 1))
    assert found(office, "李梅") == ["李梅花", "王芳"]
    assert found(office, "lm") == found(office, "lim") == ["李梅花", "王芳"]
    assert fits(office, "limei") == [Fit.BEGINNING, Fit.FORMER]
    assert listed(office, "李梅") == ["李梅花"]
    require_index_in_step(office)


def test_every_former_name_is_remembered_and_another_spelling_is_none(office: Office) -> None:
    one = a_volunteer(office, "李梅", 1)
    for name in ("王芳", "赵敏", "王芳", "王·芳"):
        office.write(change_volunteer, one, a_registration(name, 1))
    kept = text("SELECT former_names FROM volunteer")
    assert office.read(lambda unit: unit.session.scalars(kept).one()) == "李梅、赵敏"
    assert fits(office, "赵敏") == fits(office, "李梅") == [Fit.FORMER]
    assert fits(office, "王芳") == [Fit.WHOLE]


def test_what_was_corrected_is_found_and_what_it_was_is_not(office: Office) -> None:
    one = a_volunteer(office, "李梅", 1, phone="13900139001")
    office.write(change_volunteer, one, a_registration("李梅", 2, phone="13800138000"))
    assert found(office, "8000") == ["李梅"]
    assert found(office, "9001") == []
    require_index_in_step(office)


def test_a_unit_that_fails_leaves_the_index_as_it_was(office: Office) -> None:
    li = a_volunteer(office, "李梅", 1)

    def fail(unit: Unit) -> None:
        register(unit, a_registration("王芳", 2))
        change_volunteer(unit, li, a_registration("赵敏", 1))
        unit.session.flush()
        assert [one.fit for one in best(unit, "zm", 8)] == [Fit.WHOLE]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        office.write(fail)
    assert (found(office, "赵敏"), found(office, "wf"), found(office, "lm")) == ([], [], ["李梅"])
    require_index_in_step(office)


def test_a_rehearsal_leaves_nobody_to_be_found(office: Office) -> None:
    office.rehearse(register_all, [a_registration("李梅", 1)])
    assert found(office, "李梅") == []
    require_index_in_step(office)


def test_who_is_hidden_is_found_no_more_and_again_when_shown(
    office: Office, clock: FixedClock
) -> None:
    li = a_volunteer(office)

    def hide(unit: Unit, away: bool) -> None:
        row = unit.session.get_one(Volunteer, li)
        row.hidden_at = unit.now if away else None

    office.write(hide, True)
    assert (found(office, "李梅"), listed(office, "李梅")) == ([], [])
    require_index_in_step(office)
    office.write(hide, False)
    assert found(office, "李梅") == listed(office, "李梅") == ["李梅"]
    require_index_in_step(office)


def test_a_list_has_all_who_fit_in_the_order_asked_for_else_the_best_first(office: Office) -> None:
    some(office, ["张梅", "李梅", "梅兰", "王芳", "陈小梅"])
    assert listed(office, "梅") == found(office, "梅") == ["梅兰", "陈小梅", "李梅", "张梅"]
    assert listed(office, "梅", PeopleOrder.NAME) == ["陈小梅", "李梅", "梅兰", "张梅"]
    assert listed(office, "mei", PeopleOrder.NUMBER) == ["张梅", "李梅", "梅兰", "陈小梅"]


@pytest.mark.parametrize("order", [None, PeopleOrder.NAME])
def test_the_first_of_a_list_are_those_with_whom_the_whole_begins(
    office: Office, order: PeopleOrder | None
) -> None:
    some(office, ["张梅", "李梅", "梅兰", "王芳", "陈小梅"])
    for typed in ("梅", "mei", "m", "26"):
        whole = office.read(people.ids, PeopleFilter(typed), order)
        for limit in range(1, len(whole) + 2):
            some_ids = office.read(people.ids, PeopleFilter(typed), order, limit=limit)
            assert some_ids == whole[:limit]


def test_of_those_who_are_in_a_text_leaves_whom_it_fits_by_name(office: Office) -> None:
    some(office, ["张梅", "李梅", "王芳", "陈小梅"])
    post = a_post(office)
    for typed in ("张梅", "王芳", "陈小梅"):
        (one,) = office.read(best, typed, 1)
        office.write(check_in, one.id, post)

    def inside(typed: str) -> list[str]:
        ids = office.read(people.ids, PeopleFilter(typed, in_now=True), None)
        return [row.name for row in office.read(people.rows, ids) if row]

    assert inside("梅") == ["陈小梅", "张梅"]
    assert inside("zm") == ["张梅"]
    assert (inside("李"), inside("·")) == ([], [])


def test_a_backup_finds_whom_the_books_find(
    office: Office, places: Places, clock: FixedClock, tmp_path
) -> None:
    ids = [a_volunteer(office, name, n) for n, name in enumerate(("李梅", "王芳", "赵敏"), start=1)]
    office.write(check_in, ids[0], a_post(office))
    other = Places(tmp_path / "other")
    other.data.mkdir()
    back_up(places, clock, reason="test").rename(other.database)
    copy = open_office(other, clock, actor="x")
    assert found(copy, "lm") == ["李梅"]
    assert found(copy, "26") == ["李梅", "赵敏", "王芳"]
    require_index_in_step(copy)
    copy.close()


def test_an_index_that_lost_somebody_is_told_by_the_daily_check(office: Office) -> None:
    a_volunteer(office)
    with closing(dbapi2.connect(str(office.path))) as connection, connection:
        connection.execute("UPDATE person_index_data SET block = x'00' WHERE id > 10")
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    assert verdict != "ok"


def test_nothing_of_the_index_is_in_the_journal(office: Office) -> None:
    a_volunteer(office)
    entities = text("SELECT DISTINCT entity FROM journal")
    assert office.read(lambda unit: set(unit.session.scalars(entities))) == {"station", "volunteer"}
