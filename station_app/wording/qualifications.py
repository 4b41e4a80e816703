"""Words about qualifications."""

from station_app.domain.qualifications import (
    QualificationCard,
    QualificationEndsEarly,
    QualificationEntered,
    QualificationGone,
    Validity,
)
from station_app.i18n import N_, _
from station_app.wording.labels import label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

VALIDITIES = {
    Validity.LATER: N_("not valid yet"),
    Validity.VALID: N_("valid"),
    Validity.LAPSING: N_("lapsing soon"),
    Validity.LAPSED: N_("lapsed"),
}


def qualification_label(kind: str) -> str:
    """红十字救护员证, 护士执业证书 …"""
    return label("qualification_kind", kind)


def validity_label(validity: Validity) -> str:
    """有效, 即将到期, 已过期, 尚未生效."""
    return _(VALIDITIES[validity])


def until_text(card: QualificationCard) -> str:
    """Until when a qualification is valid."""
    if card.valid_until is None:
        return _("valid without end")
    return _("valid until {day}").format(day=day_text(card.valid_until))


@sentence.register
def _ends_early(error: QualificationEndsEarly) -> str:
    return _("It would end on {until}, before it begins on {since}. Check both days.").format(
        until=day_text(error.valid_until), since=day_text(error.valid_from)
    )


@sentence.register
def _entered(error: QualificationEntered) -> str:
    return _("{name} has this qualification in the books already: {kind}, from {day}.").format(
        name=error.name, kind=qualification_label(error.kind), day=day_text(error.valid_from)
    )


@sentence.register
def _gone(error: QualificationGone) -> str:
    return _("This qualification was struck out meanwhile: {kind}.").format(
        kind=qualification_label(error.kind)
    )
