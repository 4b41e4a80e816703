"""Errors as sentences: what happened, where, what to do. Each area registers its own."""

from functools import singledispatch

from station_app.errors import Cancelled, StationError
from station_app.i18n import _


@singledispatch
def sentence(error: StationError) -> str:
    """The sentence of an error in the present language; LookupError where nobody wrote one."""
    raise LookupError(error.code)


@sentence.register
def _cancelled(error: Cancelled) -> str:
    return _("Stopped. What was finished before is kept.")
