"""A person's data is erased for good; the record of service, and all hours, stay."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from station_app.bundles.read import inspect
from station_app.data.models import Certificate, Erasure, JournalEntry, Volunteer
from station_app.data.opening import open_office
from station_app.data.unit import Office, Unit
from station_app.domain.certificates import Kind
from station_app.domain.consents import Act, ConsentAct, ConsentWay, Purpose
from station_app.domain.erasing import (
    STAYS,
    AlreadyErased,
    Cause,
    MergeErased,
    RecordErased,
    RecordMerged,
    StillIn,
    reduced,
)
from station_app.domain.journal import Op
from station_app.domain.merging import Choice
from station_app.domain.profiles import Profile
from station_app.places import Places
from station_app.services.attendance import check_in
from station_app.services.certificates import issue
from station_app.services.consents import consents_of, give_consent
from station_app.services.duplicates import find_duplicates, people_like
from station_app.services.erasing import erase_people, erase_person, erasure_preview
from station_app.services.exchange import export_bundle
from station_app.services.hours import EVER, total_minutes
from station_app.services.journal import verify_journal
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.merging import merge_people
from station_app.services.people import (
    change_volunteer,
    head_count,
    person_card,
    register,
    show_document,
)
from station_app.services.photos import drop_photo, keep_photo
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign, expected_on
from station_app.services.search import best
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from station_app.services.unmerging import obstacles, undo_merge
from tests.helpers.builders import a_post, a_registration, a_volunteer, served
from tests.helpers.clock import FixedClock
from tests.helpers.pairs import a_stay, hours_of, two_with_stays, wish
from tests.helpers.pictures import a_jpeg

PHONE, OLD_PHONE, KIN = "13912345678", "13712345678", "13812345678"
SECRETS = {
    PHONE,
    OLD_PHONE,
    KIN,
    PHONE[::-1],
    OLD_PHONE[::-1],
    "幸福路八号院",
    "青霉素过敏",
    "王大爷",
    "社工小赵",
    "1985-01-02",
}
TOLD = Profile(
    address="幸福路八号院三单元", health="青霉素过敏", emergency_name="王大爷", emergency_phone=KIN
)


def erase(office: Office, who: UUID, cause: Cause = Cause.REQUEST) -> int:
    return office.write(erase_person, who, cause=cause, note="本人书面要求").entries


def in_files(places: Places, texts: set[str]) -> set[str]:
    """Which of these texts stand anywhere in the database or its log, byte by byte."""
    found = list(places.data.glob("station.db*"))
    held = b"".join(path.read_bytes() for path in found)
    return {text for text in texts if text.encode() in held}


def require_sound(unit: Unit) -> None:
    """Raises what SQLite has against its own pages and its text index."""
    check = text("INSERT INTO person_index(person_index, rank) VALUES ('integrity-check', 1)")
    unit.session.execute(check)
    assert unit.session.scalars(text("PRAGMA integrity_check")).all() == ["ok"]


@pytest.fixture
def li(office: Office) -> UUID:
    """李梅 with all that can be told of somebody, corrected once, and 2 hours of service."""
    (who,) = served(office, "李梅")
    for name, phone in (("李梅", OLD_PHONE), ("李梅梅", PHONE)):
        told = a_registration(
            name, phone=phone, profile=TOLD, remark="社工小赵介绍", area="幸福社区"
        )
        office.write(change_volunteer, who, told)
    office.write(
        give_consent,
        who,
        ConsentAct(
            purposes=frozenset({Purpose.PUBLICITY}),
            on=date(2026, 10, 20),
            way=ConsentWay.SPOKEN_WITNESSED,
            witness="社工小赵",
        ),
    )
    return who


def test_no_byte_of_the_file_tells_what_was_erased(
    office: Office, places: Places, li: UUID
) -> None:
    number = a_registration().document.number
    secrets = SECRETS | {number, number[::-1].lower()}
    assert in_files(places, secrets) == secrets
    done = erase_people(office, [li], cause=Cause.REQUEST, note="", task=Task())
    assert (done.outcome.done, done.swept) == (1, True)
    assert in_files(places, secrets) == set()
    assert [one.id for one in office.read(best, "李梅", 8)] == [li]
    office.write(require_sound)


def test_a_dropped_photograph_is_overwritten_where_it_lay(office: Office, places: Places) -> None:
    who = a_volunteer(office, purposes=frozenset({Purpose.PHOTO}))
    face = a_jpeg()
    office.write(keep_photo, who, face)
    office.write(drop_photo, who)
    office.close()
    assert face[-200:] not in places.database.read_bytes()


def test_a_crash_before_the_file_was_written_anew_is_made_good_at_the_next_opening(
    office: Office, places: Places, clock: FixedClock, li: UUID
) -> None:
    erase(office, li)
    assert PHONE in in_files(places, SECRETS)
    office.close()
    again = open_office(places, clock, actor="")
    assert in_files(places, SECRETS) == set()
    again.close()


def test_the_record_of_service_stays_and_hours_are_the_same_to_the_minute(
    office: Office, li: UUID
) -> None:
    before = office.read(total_minutes, EVER), hours_of(office, li)
    erase(office, li, Cause.RETENTION)
    assert (office.read(total_minutes, EVER), hours_of(office, li)) == before == (120, 120)
    card = office.read(person_card, li)
    left = card.registration
    assert (left.name, left.document.number, left.born_on.year) == (
        "李梅梅",
        "999***********0013",
        1985,
    )
    assert (left.phone, left.area, left.remark, left.profile) == ("", "", "", Profile())
    acts = office.read(consents_of, li).acts
    assert [(act.act, act.on, act.witness) for act in acts] == [
        (Act.GIVEN, date(2026, 10, 1), ""),
        (Act.GIVEN, date(2026, 10, 20), ""),
    ]


def test_a_column_that_nobody_thought_of_is_erased() -> None:
    text_columns = {
        column.key for column in Volunteer.__table__.columns if column.type.python_type is str
    }
    kept = {key for key in text_columns if reduced(key, "某值某值某值某值") == "某值某值某值某值"}
    assert kept == STAYS & text_columns


def test_the_chain_stays_whole_and_blanks_are_explained(office: Office, li: UUID) -> None:
    said = office.read(verify_journal)
    count = erase(office, li)
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())
    assert verdict.blanked == count == 4
    assert office.read(entries_after, said.head.seq) == [
        ("volunteer", "E"),
        ("consent", "E"),
        ("erasure", "I"),
    ]


def entries_after(unit: Unit, seq: int) -> list[tuple[str, str]]:
    wanted = select(JournalEntry.entity, JournalEntry.op).where(JournalEntry.seq > seq)
    return [(entity, op) for entity, op in unit.session.execute(wanted.order_by(JournalEntry.seq))]


def test_a_blank_that_no_erasure_explains_is_named(office: Office, li: UUID) -> None:
    erase(office, li)

    def forge(unit: Unit) -> None:
        wanted = select(JournalEntry.seq).where(JournalEntry.entity == "attendance")
        seq = unit.session.scalars(wanted).one()
        found.append(seq)
        unit.session.execute(
            text("UPDATE journal SET image = '', salt = x'' WHERE seq = :seq"), {"seq": seq}
        )

    found: list[int] = []
    office.write(forge)
    assert office.read(verify_journal).altered == tuple(found)


def test_who_looked_at_the_document_and_why_stays_known(office: Office, li: UUID) -> None:
    office.write(show_document, li, "核对证件")
    office.write(show_document, li, f"来电 {PHONE} 要求")
    erase(office, li)

    def looks(unit: Unit) -> list[str]:
        wanted = select(JournalEntry.image).where(JournalEntry.op == Op.ACCESS)
        return list(unit.session.scalars(wanted.order_by(JournalEntry.seq)))

    first, second = office.read(looks)
    assert "核对证件" in first
    assert second == ""
    assert office.read(verify_journal).altered == ()


def test_a_bundle_after_an_erasure_is_written_and_read(
    office: Office, tmp_path: Path, li: UUID
) -> None:
    erase(office, li)
    scratch, stick = tmp_path / "scratch", tmp_path / "stick"
    for folder in (scratch, stick):
        folder.mkdir()
    written = export_bundle(office, stick, scratch=scratch, task=Task())
    read = inspect(written.path, scratch=scratch, step=Task().step)
    assert read.rows["volunteer"] == 1


def test_the_preview_counts_what_goes_and_what_stays(office: Office, li: UUID, tmp_path) -> None:
    issue(office, Selection(kind=Kind.PROOF, full_document=True), tmp_path / "a.pdf", task=Task())
    shown = office.read(erasure_preview, li)
    assert shown.fields == (
        "former_names",
        "area",
        "phone",
        "remark",
        "address",
        "emergency_name",
        "emergency_phone",
        "health",
    )
    assert (shown.consents, shown.entries, shown.minutes, shown.birth_year) == (1, 4, 120, 1985)
    assert (shown.papers, len(shown.whole_papers)) == (1, 1)
    assert erase(office, li) == shown.entries
    assert a_registration().document.number in office.read(paper_text)


def paper_text(unit: Unit) -> str:
    return unit.session.scalars(select(Certificate.snapshot)).one()


def test_an_erased_person_is_found_by_name_and_number_only(office: Office, li: UUID) -> None:
    erase(office, li)
    number = office.read(person_card, li).number
    for typed in ("李梅梅", "limeimei", number):
        assert [one.id for one in office.read(best, typed, 8)] == [li]
    for typed in (PHONE, PHONE[-4:], a_registration().document.number):
        assert office.read(best, typed, 8) == []
    keys = office.read(people.ids, PeopleFilter("李梅"), None)
    (row,) = office.read(people.rows, keys)
    assert row is not None
    assert row.erased


def test_nothing_new_goes_onto_an_erased_record(office: Office, clock, li: UUID) -> None:
    post, other = a_post(office, "巡河"), a_volunteer(office, "李梅", 3)
    erase(office, li)
    with pytest.raises(RecordErased) as refused:
        office.write(check_in, li, post)
    assert refused.value.erased_on == date(2026, 11, 2)
    with pytest.raises(RecordErased):
        office.write(merge_people, wish(other, li))
    with pytest.raises(RecordErased):
        office.write(change_volunteer, li, a_registration())
    with pytest.raises(AlreadyErased):
        erase(office, li)
    clock.forward(days=1)
    with pytest.raises(RecordErased):
        a_stay(office, li, post, "2026-11-03", 8, 30)
    a_stay(office, li, post, "2026-11-01", 8)


def test_the_person_registers_anew_and_is_no_duplicate_of_the_old_record(
    office: Office, li: UUID
) -> None:
    erase(office, li)
    assert office.read(people_like, a_registration("李梅梅")) == ()
    again = office.write(register, a_registration("李梅梅"))
    assert again.id != li
    assert find_duplicates(office, task=Task()) == ()


def test_an_erased_person_is_no_longer_counted_as_registered(office: Office, li: UUID) -> None:
    a_volunteer(office, "王芳", 3)
    assert office.read(head_count).registered == 2
    erase(office, li)
    assert office.read(head_count).registered == 1


def test_the_person_is_taken_off_shifts_to_come_and_put_on_none_again(
    office: Office, li: UUID
) -> None:
    week = (date(2026, 11, 2), date(2026, 11, 6))
    office.write(make_shifts, *week)
    _monday, *later = map(UUID, office.read(shift_ids, ShiftFilter(*week), None))
    office.write(assign, li, later[0], override="室内岗位，无碍")
    assert office.read(erasure_preview, li).shifts == 1
    erase(office, li)
    assert office.read(expected_on, later[0]) == ()
    with pytest.raises(RecordErased):
        office.write(assign, li, later[1])


def test_whoever_is_in_is_not_erased(office: Office, clock: FixedClock, li: UUID) -> None:
    office.write(check_in, li, a_post(office, "巡河"))
    clock.forward(minutes=5)
    with pytest.raises(StillIn) as refused:
        erase(office, li)
    assert refused.value.since == clock.now() - timedelta(minutes=5)


def test_merged_records_go_along_and_the_merge_can_no_longer_be_undone(
    office: Office, places: Places
) -> None:
    one, other = two_with_stays(office, a_post(office))
    done = office.write(merge_people, wish(one, other, document=Choice.TAKEN))
    with pytest.raises(RecordMerged) as refused:
        erase(office, other)
    assert refused.value.survivor_number == office.read(person_card, one).number
    erase_people(office, [one], cause=Cause.REQUEST, note="", task=Task())
    assert hours_of(office, one) == 271
    assert in_files(places, {"13800138000", "E12345678", "护照已换发"}) == set()
    assert [type(one) for one in office.read(obstacles, done.id)] == [MergeErased]
    assert office.read(verify_journal).altered == ()


def test_what_an_undone_merge_lent_to_the_other_record_goes_too(
    office: Office, places: Places, clock: FixedClock
) -> None:
    one, other = two_with_stays(office, a_post(office))
    clock.forward(minutes=1)
    done = office.write(merge_people, wish(one, other, document=Choice.TAKEN))
    clock.forward(minutes=1)
    office.write(undo_merge, done.id)
    erase_people(office, [other], cause=Cause.REQUEST, note="", task=Task())
    assert in_files(places, {"E12345678", "幸福社区"}) == set()
    assert office.read(person_card, one).registration.phone == "13800138000"
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())


def test_what_came_in_with_an_import_taken_back_can_be_erased(
    office: Office, places: Places
) -> None:
    who = a_volunteer(office, phone=PHONE)

    def hide(unit: Unit) -> None:
        unit.session.get_one(Volunteer, who).hidden_at = unit.now

    office.write(hide)
    erase_people(office, [who], cause=Cause.REQUEST, note="", task=Task())
    assert in_files(places, {PHONE, PHONE[::-1]}) == set()


def test_of_several_each_is_done_or_refused(office: Office) -> None:
    ids = served(office, "李梅", "王芳")
    office.write(check_in, ids[1], a_post(office, "巡河"))
    done = erase_people(office, ids, cause=Cause.RETENTION, note="三年未服务", task=Task())
    assert (done.outcome.asked, done.outcome.done) == (2, 1)
    (refused,) = done.outcome.refused
    assert (type(refused.error), refused.who) == (StillIn, "260000021")
    assert office.read(kept) == [("retention", "三年未服务", "演示经办人")]


def kept(unit: Unit) -> list[tuple[str, str, str]]:
    found = unit.session.scalars(select(Erasure))
    return [(one.cause, one.note, one.erased_by) for one in found]
