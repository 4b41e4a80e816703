"""Volunteers."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_SHOWN = text("hidden_at IS NULL")
_HOLDS = text("hidden_at IS NULL AND erased_at IS NULL")


class Volunteer(Kept, kw_only=True):
    """A registered volunteer: the fields of Order 67, art. 5, how consent was given (art. 6), and
    what else the person chose to tell.

    `name_key` and `sound` serve comparing and sorting only; they follow from the name and do not
    travel. Lists of codes are kept as text, separated by one space; `skills`, `languages` and
    `former_names` by 、, of the names the latest last. `photo` is the SHA-256 of a picture.
    A record that was merged into another is hidden and says into which. Where personal data was
    erased, `document_number` is a masked one and proves nothing any more.
    """

    __tablename__ = "volunteer"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("sex IN ('0', '1', '2', '9')", name="knows_sex"),
        CheckConstraint("consent_on <= registered_on", name="consents_before_registration"),
        CheckConstraint("merged_into IS NULL OR hidden_at IS NOT NULL", name="merged_is_hidden"),
        CheckConstraint("merged_into <> id", name="merged_into_another"),
        Index(
            "one_volunteer_a_document",
            "document_kind",
            "document_number",
            unique=True,
            sqlite_where=_HOLDS,
            postgresql_where=_HOLDS,
        ),
        # Those whom lists show: their ids are then read from the index alone.
        Index("volunteer_by_sound", "sound", "id", sqlite_where=_SHOWN, postgresql_where=_SHOWN),
        Index("volunteer_by_name_key", "name_key"),
        Index(
            "volunteer_by_registration",
            "registered_on",
            "id",
            sqlite_where=_SHOWN,
            postgresql_where=_SHOWN,
        ),
    )

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    former_names: Mapped[str] = mapped_column(default="")
    name_key: Mapped[str]
    sound: Mapped[str]
    sex: Mapped[str]
    born_on: Mapped[date]
    document_kind: Mapped[str]
    document_number: Mapped[str]
    area: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    skills: Mapped[str] = mapped_column(default="")
    service_classes: Mapped[str] = mapped_column(default="")
    consent_on: Mapped[date]
    consent_way: Mapped[str]
    registered_on: Mapped[date]
    remark: Mapped[str] = mapped_column(default="")
    ethnic_group: Mapped[str] = mapped_column(default="")
    political_status: Mapped[str] = mapped_column(default="")
    education: Mapped[str] = mapped_column(default="")
    employment: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    emergency_name: Mapped[str] = mapped_column(default="")
    emergency_phone: Mapped[str] = mapped_column(default="")
    availability: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    health: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    consent_witness: Mapped[str] = mapped_column(default="")
    guardian_name: Mapped[str] = mapped_column(default="")
    guardian_phone: Mapped[str] = mapped_column(default="")
    erased_at: Mapped[datetime | None] = mapped_column(default=None)
    hidden_at: Mapped[datetime | None] = mapped_column(default=None)
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("volunteer.id"), default=None)
