"""Interface words: gettext catalogs, English sentences as ids, Chinese (zh_CN) shown by default."""

import gettext as _gettext
from functools import cache
from typing import Final

from station_app.places import resource

LANGUAGES: Final = ("zh_CN", "en")
_current = "zh_CN"


@cache
def _catalog(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("station", resource("translations"), [language])


def use(language: str) -> None:
    """Speak this language from now on; raises ValueError for one that has no catalog."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(language)
    _current = language


def language() -> str:
    """The language spoken now, as a POSIX locale name."""
    return _current


def _(message: str) -> str:
    """The sentence in the present language."""
    return _catalog(_current).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence that fits the count, in the present language."""
    return _catalog(_current).ngettext(one, many, count)


def N_(message: str) -> str:  # gettext's own name for "mark now, translate when shown"
    """Mark a sentence that is translated only when it is shown."""
    return message
