"""What a volunteer may tell beyond Order 67, art. 5: nothing of it is ever demanded.

Why one value beside the registration: these are the fields that are erased first and travel
nowhere, so everything that reads them must ask for them by one name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from station_app.domain.fields import Problem, short_text
from station_app.domain.phones import tidy_phone
from station_app.errors import StationError

DAYS: Final = (1, 2, 3, 4, 5, 6, 7, 8)
PARTS: Final = (1, 2, 3)
SLOTS: Final = tuple(f"{day}{part}" for day in DAYS for part in PARTS)
"""Monday to Sunday and statutory holidays, each morning, afternoon and evening: 24 codes."""

LONGEST_ADDRESS: Final = 200
LONGEST_LANGUAGE: Final = 30
LONGEST_HEALTH: Final = 200
LONGEST_CONTACT: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the person chose to tell; empty where nothing was said.

    The first four are codes of the lists of their names, `availability` holds codes of `SLOTS`.
    """

    ethnic_group: str = ""
    political_status: str = ""
    education: str = ""
    employment: str = ""
    address: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    availability: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    health: str = ""


NOTHING_TOLD: Final = Profile()
CODED: Final = ("ethnic_group", "political_status", "education", "employment")
"""Fields of a profile that hold one code of the list of their name."""


def checked_profile(profile: Profile) -> Profile:
    """The profile tidied; raises the first error of `profile_problems`."""
    if profile == NOTHING_TOLD:
        return profile
    return Profile(
        ethnic_group=profile.ethnic_group,
        political_status=profile.political_status,
        education=profile.education,
        employment=profile.employment,
        availability=tuple(slot for slot in SLOTS if slot in profile.availability),
        **{field: rule() for field, rule in _rules(profile)},
    )


def profile_problems(profile: Profile) -> Iterator[Problem]:
    """Everything wrong with it, field by field."""
    for field, rule in _rules(profile):
        try:
            rule()
        except StationError as error:
            yield Problem(field, error)


def _rules(profile: Profile) -> tuple[tuple[str, Callable[[], Any]], ...]:
    return (
        ("address", lambda: short_text("address", profile.address, LONGEST_ADDRESS)),
        (
            "emergency_name",
            lambda: short_text("emergency_name", profile.emergency_name, LONGEST_CONTACT),
        ),
        ("emergency_phone", lambda: _phone(profile.emergency_phone)),
        ("languages", lambda: _languages(profile.languages)),
        ("health", lambda: short_text("health", profile.health, LONGEST_HEALTH)),
    )


def _phone(text: str) -> str:
    return tidy_phone(text) if text.strip() else ""


def _languages(languages: tuple[str, ...]) -> tuple[str, ...]:
    tidy = (short_text("languages", language, LONGEST_LANGUAGE) for language in languages)
    return tuple(dict.fromkeys(filter(None, tidy)))
