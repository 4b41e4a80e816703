"""Consent, what people choose to tell, qualifications, places on shifts, imports, erasures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TOLD = (
    "ethnic_group",
    "political_status",
    "education",
    "employment",
    "address",
    "emergency_name",
    "emergency_phone",
    "availability",
    "languages",
    "health",
    "photo",
    "consent_witness",
    "guardian_name",
    "guardian_phone",
)


def upgrade() -> None:
    """Create the new tables; give volunteers the new columns."""
    _assignment()
    _code_entry()
    _import_profile()
    _import_run()
    _picture()
    _setting()
    _consent()
    _erasure()
    _qualification()
    _volunteer()


def _volunteer() -> None:
    for name in _TOLD:
        op.add_column("volunteer", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("volunteer", sa.Column("erased_at", sa.String(24), nullable=True))
    holds = sa.text("hidden_at IS NULL AND erased_at IS NULL")
    op.drop_index("one_volunteer_a_document", "volunteer")
    op.create_index(
        "one_volunteer_a_document",
        "volunteer",
        ["document_kind", "document_number"],
        unique=True,
        sqlite_where=holds,
        postgresql_where=holds,
    )


def _assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("assigned_at", sa.String(24), nullable=False),
        sa.Column("assigned_by", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.String(24), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("instead_of", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR length(withdrawn_reason) > 0",
            name="ck_assignment_withdrawn_says_why",
        ),
        sa.CheckConstraint(
            "origin IN ('clerk', 'suggested', 'filled')", name="ck_assignment_knows_origin"
        ),
        sa.ForeignKeyConstraint(["instead_of"], ["assignment.id"], name="fk_assignment_instead_of"),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name="fk_assignment_shift_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_assignment_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    expected = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "one_place_on_a_shift",
        "assignment",
        ["shift_id", "volunteer_id"],
        unique=True,
        sqlite_where=expected,
        postgresql_where=expected,
    )
    op.create_index("assignment_by_volunteer", "assignment", ["volunteer_id"])


def _code_entry() -> None:
    op.create_table(
        "code_entry",
        sa.Column("list_name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("zh", sa.String(), nullable=False),
        sa.Column("en", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) > 0", name="ck_code_entry_has_code"),
        sa.CheckConstraint("length(zh) > 0", name="ck_code_entry_has_label"),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from",
            name="ck_code_entry_ends_later",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_code_entry"),
        sa.UniqueConstraint("list_name", "code", name="uq_code_entry_list_name_code"),
    )


def _import_profile() -> None:
    op.create_table(
        "import_profile",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("dropped_at", sa.String(24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name="ck_import_profile_has_name"),
        sa.PrimaryKeyConstraint("id", name="pk_import_profile"),
    )
    op.create_index(
        "one_profile_a_name",
        "import_profile",
        ["kind", "name"],
        unique=True,
        sqlite_where=sa.text("dropped_at IS NULL"),
        postgresql_where=sa.text("dropped_at IS NULL"),
    )


def _import_run() -> None:
    op.create_table(
        "import_run",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("from_seq", sa.Integer(), nullable=False),
        sa.Column("to_seq", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.String(24), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("undone_at", sa.String(24), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('roster', 'paper')", name="ck_import_run_knows_kind"),
        sa.CheckConstraint("done >= 0 AND done <= asked", name="ck_import_run_done_of_asked"),
        sa.CheckConstraint("to_seq >= from_seq", name="ck_import_run_slice_in_order"),
        sa.PrimaryKeyConstraint("id", name="pk_import_run"),
    )
    op.create_index("import_run_by_digest", "import_run", ["sha256"], unique=False)


def _picture() -> None:
    op.create_table(
        "picture",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_picture"),
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(key) > 0", name="ck_setting_has_key"),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("key", name="uq_setting_key"),
    )


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("purposes", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("guardian_name", sa.String(), nullable=False),
        sa.Column("guardian_phone", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("entered_at", sa.String(24), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("act IN ('given', 'withdrawn')", name="ck_consent_knows_act"),
        sa.CheckConstraint("length(purposes) > 0", name="ck_consent_says_what_for"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_consent_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("consent_by_volunteer", "consent", ["volunteer_id"], unique=False)


def _erasure() -> None:
    op.create_table(
        "erasure",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("erased_at", sa.String(24), nullable=False),
        sa.Column("erased_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("cause IN ('request', 'retention')", name="ck_erasure_knows_cause"),
        sa.CheckConstraint("entries >= 0", name="ck_erasure_never_negative"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_erasure_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
    )
    op.create_index("erasure_by_volunteer", "erasure", ["volunteer_id"], unique=False)


def _qualification() -> None:
    op.create_table(
        "qualification",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("voided_at", sa.String(24), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(kind) > 0", name="ck_qualification_has_kind"),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_until >= valid_from", name="ck_qualification_ends_later"
        ),
        sa.CheckConstraint(
            "voided_at IS NULL OR length(void_reason) > 0", name="ck_qualification_void_says_why"
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_qualification_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_qualification"),
    )
    op.create_index("qualification_by_volunteer", "qualification", ["volunteer_id"], unique=False)
