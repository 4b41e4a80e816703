"""The first form of the books."""

import sqlalchemy as sa
from alembic import op

from station_app.data.migrations.person_index import create_person_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    _bundle()
    _calendar_day()
    _epoch()
    _post()
    _station()
    _team()
    _volunteer()
    _certificate()
    _journal()
    _merge()
    _not_same()
    _person_words()
    _shift()
    _star()
    _star_setting()
    _team_member()
    _attendance()
    create_person_index(op.get_bind())


def _bundle() -> None:
    op.create_table(
        "bundle",
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("from_seq", sa.Integer(), nullable=False),
        sa.Column("to_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("exported_at", sa.String(24), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("to_seq >= from_seq", name="ck_bundle_slice_in_order"),
        sa.PrimaryKeyConstraint("id", name="pk_bundle"),
        sa.UniqueConstraint("file_name", name="uq_bundle_file_name"),
    )


def _calendar_day() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('off', 'worked')", name="ck_calendar_day_knows_kind"),
        sa.CheckConstraint(
            "status IN ('official', 'estimated')", name="ck_calendar_day_knows_status"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_day"),
        sa.UniqueConstraint("day", name="uq_calendar_day_day"),
    )


def _epoch() -> None:
    op.create_table(
        "epoch",
        sa.Column("ordinal", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("ancestor", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("ordinal", name="pk_epoch"),
        sa.UniqueConstraint("epoch", name="uq_epoch_epoch"),
    )


def _post() -> None:
    op.create_table(
        "post",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("service_class", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(5), nullable=False),
        sa.Column("ends_at", sa.String(5), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("min_people", sa.Integer(), nullable=False),
        sa.Column("max_people", sa.Integer(), nullable=False),
        sa.Column("skip_holidays", sa.Boolean(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("in_charge", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name="ck_post_has_name"),
        sa.CheckConstraint(
            "min_people >= 1 AND max_people >= min_people", name="ck_post_people_in_order"
        ),
        sa.CheckConstraint("starts_at <> ends_at", name="ck_post_has_length"),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
        sa.UniqueConstraint("code", name="uq_post_code"),
        sa.UniqueConstraint("name", name="uq_post_name"),
    )


def _station() -> None:
    op.create_table(
        "station",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("recording_unit", sa.String(), nullable=False),
        sa.Column("recording_unit_code", sa.String(), nullable=True),
        sa.Column("superior", sa.String(), nullable=False),
        sa.Column("in_charge", sa.String(), nullable=False),
        sa.Column("clerk", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) > 0", name="ck_station_has_code"),
        sa.CheckConstraint("length(name) > 0", name="ck_station_has_name"),
        sa.CheckConstraint("length(recording_unit) > 0", name="ck_station_has_recording_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_station"),
        sa.UniqueConstraint("code", name="uq_station_code"),
    )
    op.create_index(
        "one_own_station",
        "station",
        ["own"],
        unique=True,
        sqlite_where=sa.text("own"),
        postgresql_where=sa.text("own"),
    )


def _team() -> None:
    op.create_table(
        "team",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("party_branch", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("service_classes", sa.String(), nullable=False),
        sa.Column("intro", sa.String(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=False),
        sa.Column("disbanded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "disbanded_on IS NULL OR disbanded_on >= founded_on", name="ck_team_ends_later"
        ),
        sa.CheckConstraint("length(name) > 0", name="ck_team_has_name"),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.UniqueConstraint("name", name="uq_team_name"),
    )


def _volunteer() -> None:
    op.create_table(
        "volunteer",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("former_names", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("sound", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("service_classes", sa.String(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.Column("consent_way", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("hidden_at", sa.String(24), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        *_volunteer_rules(),
    )
    _volunteer_indexes()


def _volunteer_indexes() -> None:
    op.create_index(
        "one_volunteer_a_document",
        "volunteer",
        ["document_kind", "document_number"],
        unique=True,
        sqlite_where=sa.text("hidden_at IS NULL"),
        postgresql_where=sa.text("hidden_at IS NULL"),
    )
    op.create_index("volunteer_by_name_key", "volunteer", ["name_key"], unique=False)
    op.create_index(
        "volunteer_by_registration",
        "volunteer",
        ["registered_on", "id"],
        unique=False,
        sqlite_where=sa.text("hidden_at IS NULL"),
        postgresql_where=sa.text("hidden_at IS NULL"),
    )
    op.create_index(
        "volunteer_by_sound",
        "volunteer",
        ["sound", "id"],
        unique=False,
        sqlite_where=sa.text("hidden_at IS NULL"),
        postgresql_where=sa.text("hidden_at IS NULL"),
    )


def _volunteer_rules() -> list[sa.schema.SchemaItem]:
    return [
        sa.CheckConstraint("sex IN ('0', '1', '2', '9')", name="ck_volunteer_knows_sex"),
        sa.CheckConstraint(
            "consent_on <= registered_on", name="ck_volunteer_consents_before_registration"
        ),
        sa.CheckConstraint("length(name) > 0", name="ck_volunteer_has_name"),
        sa.CheckConstraint("merged_into <> id", name="ck_volunteer_merged_into_another"),
        sa.CheckConstraint(
            "merged_into IS NULL OR hidden_at IS NOT NULL", name="ck_volunteer_merged_is_hidden"
        ),
        sa.ForeignKeyConstraint(["merged_into"], ["volunteer.id"], name="fk_volunteer_merged_into"),
        sa.PrimaryKeyConstraint("id", name="pk_volunteer"),
        sa.UniqueConstraint("number", name="uq_volunteer_number"),
    ]


def _certificate() -> None:
    op.create_table(
        "certificate",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("batch", sa.Uuid(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reserved_at", sa.String(24), nullable=False),
        sa.Column("issued_at", sa.String(24), nullable=True),
        sa.Column("voided_at", sa.String(24), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        *_certificate_rules(),
    )
    _certificate_indexes()


def _certificate_indexes() -> None:
    op.create_index("certificate_by_state", "certificate", ["state"], unique=False)
    op.create_index("certificate_by_volunteer", "certificate", ["volunteer_id"], unique=False)


def _certificate_rules() -> list[sa.schema.SchemaItem]:
    return [
        sa.CheckConstraint(
            "(state = 'void') = (voided_at IS NOT NULL)", name="ck_certificate_void_says_when"
        ),
        sa.CheckConstraint(
            "state <> 'issued' OR issued_at IS NOT NULL", name="ck_certificate_issued_says_when"
        ),
        sa.CheckConstraint(
            "state <> 'void' OR length(void_reason) > 0", name="ck_certificate_void_says_why"
        ),
        sa.CheckConstraint(
            "state IN ('reserved', 'issued', 'void')", name="ck_certificate_knows_state"
        ),
        sa.CheckConstraint("serial >= 1", name="ck_certificate_counts_from_one"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_certificate_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_certificate"),
        sa.UniqueConstraint("kind", "year", "serial", name="uq_certificate_kind_year_serial"),
        sa.UniqueConstraint("number", name="uq_certificate_number"),
    ]


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("clock_suspect", sa.Boolean(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("op", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("image", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("image_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("op IN ('I', 'U', 'D', 'E', 'A')", name="ck_journal_knows_op"),
        sa.CheckConstraint("seq >= 1", name="ck_journal_counts_from_one"),
        sa.ForeignKeyConstraint(["epoch"], ["epoch.epoch"], name="fk_journal_epoch"),
        sa.PrimaryKeyConstraint("epoch", "seq", name="pk_journal"),
    )
    op.create_index("journal_by_row", "journal", ["entity", "row_id"], unique=False)


def _merge() -> None:
    op.create_table(
        "merge",
        sa.Column("survivor_id", sa.Uuid(), nullable=False),
        sa.Column("merged_id", sa.Uuid(), nullable=False),
        sa.Column("merged_at", sa.String(24), nullable=False),
        sa.Column("merged_by", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("changes", sa.String(), nullable=False),
        sa.Column("undone_at", sa.String(24), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name="ck_merge_never_negative"),
        sa.CheckConstraint("survivor_id <> merged_id", name="ck_merge_two_records"),
        sa.ForeignKeyConstraint(["merged_id"], ["volunteer.id"], name="fk_merge_merged_id"),
        sa.ForeignKeyConstraint(["survivor_id"], ["volunteer.id"], name="fk_merge_survivor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_merge"),
    )
    _merge_indexes()


def _merge_indexes() -> None:
    op.create_index("merge_by_survivor", "merge", ["survivor_id"], unique=False)
    op.create_index(
        "one_standing_merge",
        "merge",
        ["merged_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )


def _not_same() -> None:
    op.create_table(
        "not_same",
        sa.Column("one_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.String(24), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.String(24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("one_id < other_id", name="ck_not_same_lower_id_first"),
        sa.ForeignKeyConstraint(["one_id"], ["volunteer.id"], name="fk_not_same_one_id"),
        sa.ForeignKeyConstraint(["other_id"], ["volunteer.id"], name="fk_not_same_other_id"),
        sa.PrimaryKeyConstraint("id", name="pk_not_same"),
    )
    op.create_index(
        "one_word_a_pair",
        "not_same",
        ["one_id", "other_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )


def _person_words() -> None:
    op.create_table(
        "person_words",
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_person_words_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("ordinal", name="pk_person_words"),
        sa.UniqueConstraint("volunteer_id", name="uq_person_words_volunteer_id"),
    )


def _shift() -> None:
    op.create_table(
        "shift",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(24), nullable=False),
        sa.Column("ends_at", sa.String(24), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("cancelled_at", sa.String(24), nullable=True),
        sa.Column("cancel_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name="ck_shift_ends_after_starting"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_shift_post_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shift"),
        sa.UniqueConstraint("post_id", "starts_at", name="uq_shift_post_id_starts_at"),
    )
    op.create_index("shift_by_day", "shift", ["day", "starts_at"], unique=False)


def _star() -> None:
    op.create_table(
        "star",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("star", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.String(24), nullable=True),
        sa.Column("withdraw_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (length(withdraw_reason) = 0)",
            name="ck_star_withdrawn_says_why",
        ),
        sa.CheckConstraint("confirmed_on >= reached_on", name="ck_star_confirmed_when_reached"),
        sa.CheckConstraint("minutes >= needed", name="ck_star_was_reached"),
        sa.CheckConstraint("star BETWEEN 1 AND 10", name="ck_star_counts_from_one"),
        sa.CheckConstraint("year >= 0", name="ck_star_knows_year"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_star_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_star"),
    )
    _star_indexes()


def _star_indexes() -> None:
    op.create_index(
        "one_standing_star",
        "star",
        ["volunteer_id", "year", "star"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_index("star_by_confirmation", "star", ["confirmed_on"], unique=False)


def _star_setting() -> None:
    op.create_table(
        "star_setting",
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("basis IN ('all', 'year')", name="ck_star_setting_knows_basis"),
        sa.CheckConstraint("length(hours) > 0", name="ck_star_setting_has_stars"),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name="fk_star_setting_station_id"),
        sa.PrimaryKeyConstraint("id", name="pk_star_setting"),
        sa.UniqueConstraint("station_id", name="uq_star_setting_station_id"),
    )


def _team_member() -> None:
    op.create_table(
        "team_member",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("left_reason", sa.String(), nullable=False),
        sa.Column("voided_at", sa.String(24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= since_on", name="ck_team_member_leaves_after_joining"
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_team_member_team_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_team_member_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_team_member"),
    )
    _team_member_indexes()


def _team_member_indexes() -> None:
    op.create_index(
        "one_leader_a_team",
        "team_member",
        ["team_id"],
        unique=True,
        sqlite_where=sa.text("leads AND until_on IS NULL AND voided_at IS NULL"),
        postgresql_where=sa.text("leads AND until_on IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "one_open_membership",
        "team_member",
        ["team_id", "volunteer_id"],
        unique=True,
        sqlite_where=sa.text("until_on IS NULL AND voided_at IS NULL"),
        postgresql_where=sa.text("until_on IS NULL AND voided_at IS NULL"),
    )
    op.create_index("team_member_by_team", "team_member", ["team_id"], unique=False)
    op.create_index("team_member_by_volunteer", "team_member", ["volunteer_id"], unique=False)


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("came_at", sa.String(24), nullable=False),
        sa.Column("left_at", sa.String(24), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("entered_at", sa.String(24), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("voided_at", sa.String(24), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('clocked', 'sheet', 'corrected', 'supplemented', 'imported')",
            name="ck_attendance_knows_origin",
        ),
        sa.CheckConstraint(
            "(minutes IS NULL) = (left_at IS NULL)", name="ck_attendance_counts_when_left"
        ),
        sa.CheckConstraint(
            "left_at IS NULL OR left_at > came_at", name="ck_attendance_leaves_after_coming"
        ),
        sa.CheckConstraint("minutes IS NULL OR minutes >= 0", name="ck_attendance_never_negative"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_attendance_post_id"),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name="fk_attendance_shift_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_attendance_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
    )
    _attendance_indexes()


def _attendance_indexes() -> None:
    op.create_index("attendance_by_day", "attendance", ["day", "came_at"], unique=False)
    op.create_index("attendance_by_shift", "attendance", ["shift_id"], unique=False)
    op.create_index("attendance_by_volunteer", "attendance", ["volunteer_id"], unique=False)
    op.create_index(
        "one_open_stay",
        "attendance",
        ["volunteer_id"],
        unique=True,
        sqlite_where=sa.text("left_at IS NULL AND voided_at IS NULL"),
        postgresql_where=sa.text("left_at IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "one_stay_a_moment",
        "attendance",
        ["volunteer_id", "came_at"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
        postgresql_where=sa.text("voided_at IS NULL"),
    )
