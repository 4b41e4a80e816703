"""Risks and needs of posts, corrections, supplements, months closed, evaluations."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TOLD = ("reason", "witness", "evidence")
_TEXT = "VARCHAR NOT NULL DEFAULT ''"
_COLUMNS = (
    ("post", "single", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("post", "service_object", _TEXT),
    (
        "post",
        "risk",
        "VARCHAR NOT NULL DEFAULT 'none'"
        " CONSTRAINT ck_post_knows_risk CHECK (risk IN ('none', 'low', 'high'))",
    ),
    ("post", "risk_note", _TEXT),
    ("post", "qualifications", _TEXT),
    ("post", "min_age", "INTEGER"),
    (
        "post",
        "max_age",
        "INTEGER CONSTRAINT ck_post_ages_in_order"
        " CHECK (min_age IS NULL OR max_age IS NULL OR max_age >= min_age)",
    ),
    ("post", "exceptions", _TEXT),
    ("shift", "note", _TEXT),
    (
        "attendance",
        "pause_minutes",
        "INTEGER NOT NULL DEFAULT 0"
        " CONSTRAINT ck_attendance_pause_never_negative CHECK (pause_minutes >= 0)",
    ),
    ("attendance", "reason", _TEXT),
    ("attendance", "witness", _TEXT),
    (
        "attendance",
        "confirmed_by",
        f"{_TEXT} CONSTRAINT ck_attendance_supplement_says_why_and_by_whom"
        " CHECK (origin <> 'supplemented' OR (length(reason) > 0 AND length(confirmed_by) > 0))",
    ),
    (
        "attendance",
        "corrects_id",
        "CHAR(32) CONSTRAINT fk_attendance_corrects_id REFERENCES attendance (id)",
    ),
    ("attendance", "reviewed_at", "VARCHAR(24)"),
    ("attendance", "reviewed_by", _TEXT),
    ("attendance", "review_note", _TEXT),
    ("assignment", "missed_at", "VARCHAR(24)"),
)
"""Added column by column: to make these tables anew would lose their triggers."""


def upgrade() -> None:
    """Add the columns and the tables."""
    for table, name, kind in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")
    counts = sa.text("voided_at IS NULL AND left_at IS NOT NULL")
    op.create_index(
        "attendance_that_counts",
        "attendance",
        ["day", "volunteer_id", "minutes"],
        sqlite_where=counts,
        postgresql_where=counts,
    )
    _supplement()
    op.create_index("supplement_by_state", "supplement", ["state"])
    op.create_index("supplement_by_volunteer", "supplement", ["volunteer_id"])
    _month_close()
    _evaluation()


def _supplement() -> None:
    op.create_table(
        "supplement",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("came_at", sa.String(24), nullable=False),
        sa.Column("left_at", sa.String(24), nullable=False),
        sa.Column("pause_minutes", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TOLD),
        sa.Column("beyond_plan", sa.Boolean(), nullable=False),
        sa.Column("entered_at", sa.String(24), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(24), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decision_note", sa.String(), nullable=False),
        sa.Column("stay_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'confirmed') = (stay_id IS NOT NULL)", name="ck_supplement_confirmed_stands"
        ),
        sa.CheckConstraint(
            "state = 'asked' OR (decided_at IS NOT NULL AND decided_by <> entered_by)",
            name="ck_supplement_decided_by_another",
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'confirmed', 'refused')", name="ck_supplement_knows_state"
        ),
        sa.CheckConstraint("left_at > came_at", name="ck_supplement_leaves_after_coming"),
        sa.CheckConstraint("length(reason) > 0", name="ck_supplement_says_why"),
        sa.CheckConstraint("length(witness) > 0", name="ck_supplement_has_witness"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_supplement_post_id"),
        sa.ForeignKeyConstraint(["stay_id"], ["attendance.id"], name="fk_supplement_stay_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_supplement_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_supplement"),
    )


def _month_close() -> None:
    op.create_table(
        "month_close",
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("closed_at", sa.String(24), nullable=False),
        sa.Column("closed_by", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("stays", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("month LIKE '____-__'", name="ck_month_close_is_a_month"),
        sa.CheckConstraint("minutes >= 0", name="ck_month_close_never_negative"),
        sa.PrimaryKeyConstraint("id", name="pk_month_close"),
        sa.UniqueConstraint("month", name="uq_month_close_month"),
    )


def _evaluation() -> None:
    op.create_table(
        "evaluation",
        sa.Column("volunteer_id", sa.Uuid(), nullable=False),
        sa.Column("stay_id", sa.Uuid(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("judged_by", sa.String(), nullable=False),
        sa.Column("entered_at", sa.String(24), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("voided_at", sa.String(24), nullable=True),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("grade IN ('good', 'fair', 'poor')", name="ck_evaluation_knows_grade"),
        sa.ForeignKeyConstraint(["stay_id"], ["attendance.id"], name="fk_evaluation_stay_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.id"], name="fk_evaluation_volunteer_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evaluation"),
    )
    op.create_index("evaluation_by_volunteer", "evaluation", ["volunteer_id"], unique=False)
    op.create_index(
        "one_evaluation_a_stay",
        "evaluation",
        ["stay_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
        postgresql_where=sa.text("voided_at IS NULL"),
    )
