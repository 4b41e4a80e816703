"""Between the fields of the registration form and the draft of a person."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import Draft
from station_app.domain.profiles import CODED, Profile
from station_app.i18n import _
from station_app.ui.widgets import Choice
from station_app.wording.labels import label

ASKED_SOMETIMES: Final = ("consent_witness", "guardian_name", "guardian_phone")
"""Asked for by way of consent and by age; what stands hidden in them counts for nothing."""

_APART: Final = re.compile(r"[,;/\u3001\uff0c\uff1b]+")  # the commas of both keyboards
_TEXTS: Final = ("name", "area", "phone", "remark")
_TOLD: Final = (*CODED, "address", "emergency_name", "emergency_phone", "health", "availability")

Fields = Mapping[str, Any]


def draft_of(fields: Fields, asked: Callable[[str], bool]) -> Draft:
    """The person as the form has it so far; `asked` tells which of the sometimes asked count."""
    sex, way = fields["sex"].value(), fields["consent_way"].value()
    texts = {key: fields[key].value() for key in _TEXTS}
    sometimes = {key: fields[key].value() if asked(key) else "" for key in ASKED_SOMETIMES}
    return Draft(
        **texts,
        **sometimes,
        sex=Sex(sex) if sex else None,
        born_on=fields["born_on"].value(),
        document_kind=DocumentKind(fields["document_kind"].value()),
        document_number=fields["document_number"].value(),
        skills=_several(fields["skills"].value()),
        service_classes=fields["service_classes"].value(),
        consent_on=fields["consent_on"].value(),
        consent_way=ConsentWay(way) if way else None,
        purposes=frozenset(map(Purpose, fields["purposes"].value())),
        profile=Profile(
            **{key: fields[key].value() for key in _TOLD},
            languages=_several(fields["languages"].value()),
        ),
    )


def show_in(fields: Fields, draft: Draft) -> None:
    """Let the fields hold this person."""
    for key in (*_TEXTS, *ASKED_SOMETIMES, "document_number", "service_classes"):
        fields[key].set_value(getattr(draft, key))
    fields["skills"].set_value(_(", ").join(draft.skills))
    _choose(fields["document_kind"], "document_kind", draft.document_kind.value)
    fields["sex"].set_value(draft.sex.value if draft.sex else "")
    fields["born_on"].set_value(draft.born_on)
    fields["consent_on"].set_value(draft.consent_on)
    way = draft.consent_way.value if draft.consent_way else ""
    _choose(fields["consent_way"], "consent_way", way)
    fields["purposes"].set_value(sorted(draft.purposes))
    told = draft.profile
    for key in CODED:
        _choose(fields[key], key, getattr(told, key))
    for key in _TOLD[len(CODED) :]:
        fields[key].set_value(getattr(told, key))
    fields["languages"].set_value(_(", ").join(told.languages))


def carried_over(draft: Draft) -> Draft:
    """What the next person in the queue most likely shares."""
    return replace(Draft(), area=draft.area, consent_on=draft.consent_on)


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, _APART.split(text))))


def _choose(field: Choice, name: Any, code: str) -> None:
    """Choose a code; one that is no longer offered stays offered to whom it was given."""
    field.set_value(code)
    if field.value() != code:
        field.set_options((*field.options(), (code, label(name, code))))
        field.set_value(code)
