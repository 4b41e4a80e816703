"""Sentences and labels about certificates, and about the files they are saved to."""

import re
from datetime import date

from station_app.domain.certificates import (
    FontMissing,
    Kind,
    MissingGlyph,
    NoHours,
    NotACertificateNumber,
    State,
    TextTooLong,
)
from station_app.i18n import N_, _, ngettext
from station_app.services.files import FileUnwritable, FolderFull, FolderMissing, FolderReadOnly
from station_app.services.register import CertificateGone
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

KINDS = {
    Kind.PROOF: N_("Proof of service"),
    Kind.APPRECIATION: N_("Appreciation certificate"),
}
STATES = {
    State.RESERVED: N_("Reserved"),
    State.ISSUED: N_("Issued"),
    State.VOID: N_("Void"),
}
REASONS = {
    "interrupted": N_("The program was interrupted before printing"),
    "unwritten": N_("The file could not be saved"),
    "cancelled": N_("Stopped by the clerk"),
    "missing_glyph": N_("A character of the name is in no font"),
    "text_too_long": N_("The text does not fit the paper"),
}


SHORT = {Kind.PROOF: N_("Proof"), Kind.APPRECIATION: N_("Thanks")}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 40


def file_name(kind: Kind, day: date, *, name: str = "", count: int = 1) -> str:
    """证明_李梅_2026-11-23.pdf; of several people, how many they are."""
    people = ngettext("{count} person", "{count} people", count).format(count=count)
    whom = in_file_name(name) or people
    return f"{kind_word(kind)}_{whom}_{day_text(day)}.pdf"


def in_file_name(name: str) -> str:
    """A person's name as a part of a file's name that every system takes."""
    return _UNSAFE.sub("", name)[:_LONGEST_NAME]


def period_text(first: date | None, last: date | None) -> str:
    """2026-01-01 – 2026-10-31; a bound that is not set stays open."""
    if first is None and last is None:
        return _("All time")
    return _("{first} – {last}").format(first=day_text(first), last=day_text(last))


def kind_word(kind: Kind) -> str:
    """证明, 感谢: where a list or a file name has little room."""
    return _(SHORT[kind])


def kind_label(kind: Kind) -> str:
    """志愿服务记录证明, 感谢证书."""
    return _(KINDS[kind])


def state_label(state: State) -> str:
    """Where a number of the register stands."""
    return _(STATES[state])


def reason_text(reason: str) -> str:
    """Why a certificate is void: one of the program's reasons, or what the clerk wrote."""
    return _(REASONS[reason]) if reason in REASONS else reason


@sentence.register
def _number(error: NotACertificateNumber) -> str:
    return _("“{text}” is not a certificate number; they look like YS01-Z2026-00001.").format(
        text=error.text
    )


@sentence.register
def _no_hours(error: NoHours) -> str:
    return _("{name} has no counted hours in this period, so there is nothing to certify.").format(
        name=error.name
    )


@sentence.register
def _glyph(error: MissingGlyph) -> str:
    return _(
        "No font of this PC has the character “{character}” ({point}) in {name}. Install a font "
        "that has it, then issue this one again."
    ).format(character=error.character, point=f"U+{ord(error.character):04X}", name=error.name)


@sentence.register
def _font(error: FontMissing) -> str:
    return _(
        "The font for certificates is not installed. Install the package {package} and try again."
    ).format(package=error.package)


@sentence.register
def _too_long(error: TextTooLong) -> str:
    return _("The text “{text}” of {name} does not fit the paper. Shorten it.").format(
        text=error.text, name=error.name
    )


@sentence.register
def _gone(error: CertificateGone) -> str:
    return _("Certificate {number} is no longer valid. Look at the register again.").format(
        number=error.number
    )


@sentence.register
def _full(error: FolderFull) -> str:
    return _(
        "There is no room for {path}. Nothing was saved. Free some space or choose another folder."
    ).format(path=error.path)


@sentence.register
def _read_only(error: FolderReadOnly) -> str:
    return _(
        "{path} cannot be written. Close it if it is open elsewhere, or choose another name or "
        "folder."
    ).format(path=error.path)


@sentence.register
def _missing(error: FolderMissing) -> str:
    return _("The folder {path} is not there. Choose another one.").format(path=error.path)


@sentence.register
def _unwritable(error: FileUnwritable) -> str:
    return _("{path} could not be saved ({detail}). Choose another folder.").format(
        path=error.path, detail=error.detail
    )
