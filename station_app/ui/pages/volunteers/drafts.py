"""What was typed and not saved yet: kept beside the books until it is, so that no crash takes it.

Why one file and not a table: half a person is no record, and must never reach the journal. The file
is the clerk's alone and goes as soon as the person is registered.
"""

import base64
import json
import logging
import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import Draft
from station_app.domain.profiles import Profile
from station_app.places import Places

T = TypeVar("T")
_log = logging.getLogger(__name__)
_OWNER_ONLY: Final = 0o600


class DraftFile:
    """The one unfinished registration of this desk. A file that cannot be used never stops it."""

    def __init__(self, places: Places) -> None:
        self.path: Final[Path] = places.data / "drafts" / "registration.json"

    def read(self) -> Draft | None:
        """What was left unfinished, if anything was."""
        return self._told(_draft)

    def read_photo(self) -> bytes:
        """The photo that was chosen with it; empty where none was."""
        return self._told(lambda values: base64.b64decode(values.get("photo", ""))) or b""

    def keep(self, draft: Draft, photo: bytes = b"") -> None:
        """Write it down, whole or not at all."""
        told = asdict(draft) | {"photo": base64.b64encode(photo).decode("ascii")}
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                json.dump(told, file, ensure_ascii=False, default=_plain)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        except OSError:
            _log.warning("draft not kept", exc_info=True)

    def drop(self) -> None:
        """Forget it: it was saved, or is not wanted any more."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            _log.warning("draft not removed", exc_info=True)

    def _told(self, read: Callable[[dict[str, Any]], T]) -> T | None:
        try:
            return read(json.loads(self.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, AttributeError):
            _log.warning("draft not usable: %s", self.path.name)
            return None


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(value)


def _draft(values: dict[str, Any]) -> Draft:
    texts: dict[str, Any] = {name: str(values.get(name, "")) for name in _TEXTS}
    return Draft(
        **texts,
        sex=_maybe(Sex, values["sex"]),
        born_on=_day(values["born_on"]),
        document_kind=DocumentKind(values["document_kind"]),
        skills=tuple(map(str, values["skills"])),
        service_classes=tuple(map(str, values["service_classes"])),
        consent_on=_day(values["consent_on"]),
        consent_way=_maybe(ConsentWay, values["consent_way"]),
        purposes=frozenset(map(Purpose, values.get("purposes", ()))),
        profile=_profile(values.get("profile", {})),
    )


def _profile(values: dict[str, Any]) -> Profile:
    """Lists come back from JSON as lists, the value wants tuples."""
    told: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else str(value)
        for name, value in values.items()
    }
    return Profile(**told)


_TEXTS: Final = (
    "name",
    "document_number",
    "area",
    "phone",
    "consent_witness",
    "guardian_name",
    "guardian_phone",
    "remark",
)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _maybe(kind: Any, code: str | None) -> Any:
    return kind(code) if code is not None else None
