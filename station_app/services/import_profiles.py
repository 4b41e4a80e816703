"""Use cases of import profiles: how the columns of a list that comes again are read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select

from station_app.data.models import ImportProfile
from station_app.data.unit import Unit
from station_app.domain.fields import given, short_text
from station_app.domain.importing import ProfileUnknown
from station_app.sheets.finding import Profile
from station_app.sheets.reading import Kind

LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class KeptProfile(Profile):
    """A profile as the books keep it."""

    id: UUID


def profiles(unit: Unit, kind: Kind) -> tuple[KeptProfile, ...]:
    """All profiles of a kind of file, by name."""
    rows = unit.session.scalars(_kept(kind).order_by(ImportProfile.name))
    return tuple(KeptProfile(row.name, json.loads(row.columns), row.id) for row in rows)


def save_profile(unit: Unit, kind: Kind, name: str, columns: Mapping[str, str]) -> UUID:
    """Keep how columns are read, under a name; one of that name is written anew.

    Raises MissingField, TextLength.
    """
    name = short_text("profile", given("profile", name), LONGEST_NAME)
    text = json.dumps(dict(columns), ensure_ascii=False)
    row = unit.session.scalars(_kept(kind).where(ImportProfile.name == name)).one_or_none()
    if row is None:
        row = unit.add(ImportProfile(kind=kind, name=name, columns=text))
    row.columns = text
    return row.id


def find_profile(unit: Unit, kind: Kind, name: str) -> KeptProfile:
    """The profile of that name; raises ProfileUnknown."""
    for profile in profiles(unit, kind):
        if profile.name == name.strip():
            return profile
    raise ProfileUnknown(name.strip())


def drop_profile(unit: Unit, profile_id: UUID) -> None:
    """Offer a profile no longer; raises NoResultFound for an unknown one."""
    row = unit.session.get_one(ImportProfile, profile_id)
    row.dropped_at = row.dropped_at or unit.now


def _kept(kind: Kind) -> Select[ImportProfile]:
    return select(ImportProfile).where(
        ImportProfile.kind == kind, ImportProfile.dropped_at.is_(None)
    )
