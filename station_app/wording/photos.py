"""Sentences about photographs of people."""

from station_app.domain.photos import LARGEST, TALLEST, WIDEST, PhotoTooLarge, PhotoUnreadable
from station_app.i18n import _
from station_app.wording.sentences import sentence


@sentence.register
def _unreadable(error: PhotoUnreadable) -> str:
    return _("This is no picture that can be read. Choose a JPEG or PNG file.")


@sentence.register
def _too_large(error: PhotoTooLarge) -> str:
    return _(
        "The photo is too large to be kept: {width} × {height} pixels, {size} KB; at most "
        "{widest} × {tallest} pixels and {largest} KB."
    ).format(
        width=error.width,
        height=error.height,
        size=-(-error.size // 1000),
        widest=WIDEST,
        tallest=TALLEST,
        largest=LARGEST // 1000,
    )
