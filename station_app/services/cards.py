"""A registration as the columns of its row, and back."""

from operator import attrgetter
from typing import Any

from station_app.data.models import Volunteer
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.names import name_key, syllables
from station_app.domain.people import Registration
from station_app.domain.profiles import CODED, Profile

TEXTS_APART = "、"
"""What stands between skills, languages and former names."""

_TOLD = (*CODED, "address", "emergency_name", "emergency_phone", "health")


_told = attrgetter(*_TOLD)


def columns_of(person: Registration) -> dict[str, Any]:
    """The columns of `volunteer` that follow from a registration."""
    told = person.profile
    return {
        "name": person.name,
        "name_key": name_key(person.name),
        "sound": "".join(syllables(person.name)),
        "sex": person.sex.value,
        "born_on": person.born_on,
        "document_kind": person.document.kind.value,
        "document_number": person.document.number,
        "area": person.area,
        "phone": person.phone,
        "skills": TEXTS_APART.join(person.skills),
        "service_classes": " ".join(person.service_classes),
        "consent_on": person.consent_on,
        "consent_way": person.consent_way.value,
        "consent_witness": person.consent_witness,
        "guardian_name": person.guardian_name,
        "guardian_phone": person.guardian_phone,
        "remark": person.remark,
        **dict(zip(_TOLD, _told(told), strict=True)),
        "availability": " ".join(told.availability),
        "languages": TEXTS_APART.join(told.languages),
    }


def registration_of(row: Volunteer) -> Registration:
    """What was registered; purposes agreed to beyond the record are acts of their own."""
    return Registration(
        name=row.name,
        sex=Sex(row.sex),
        born_on=row.born_on,
        document=Document(DocumentKind(row.document_kind), row.document_number),
        area=row.area,
        phone=row.phone,
        skills=_texts(row.skills),
        service_classes=tuple(row.service_classes.split()),
        consent_on=row.consent_on,
        consent_way=ConsentWay(row.consent_way),
        consent_witness=row.consent_witness,
        guardian_name=row.guardian_name,
        guardian_phone=row.guardian_phone,
        remark=row.remark,
        profile=profile_of(row),
    )


def profile_of(row: Volunteer) -> Profile:
    """What the person chose to tell."""
    return Profile(
        **{name: getattr(row, name) for name in _TOLD},
        availability=tuple(row.availability.split()),
        languages=_texts(row.languages),
    )


def _texts(joined: str) -> tuple[str, ...]:
    return tuple(filter(None, joined.split(TEXTS_APART)))
