"""Words about consent: what it is for, how it stands, and what stands against an act."""

from station_app.domain.consents import (
    Act,
    ConsentAct,
    ConsentBeforeLast,
    ConsentLacking,
    ConsentUnchanged,
    ConsentWay,
    Holding,
    Purpose,
)
from station_app.domain.people import AgesOutOfOrder
from station_app.domain.retention import RetentionTooShort
from station_app.i18n import N_, _
from station_app.wording.labels import consent_way_label, label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

_TAKING_BACK = {
    ConsentWay.SPOKEN_WITNESSED: N_("Said before a witness"),
    ConsentWay.GUARDIAN: N_("Taken back by the guardian"),
}
ACTS = {Act.GIVEN: N_("given"), Act.WITHDRAWN: N_("withdrawn")}


def purpose_label(purpose: Purpose) -> str:
    """登记与服务记录, 留存照片 …"""
    return label("consent_purpose", purpose.value)


def purposes_text(purposes: frozenset[Purpose]) -> str:
    """Several purposes in one line, in their fixed order."""
    return _(", ").join(purpose_label(one) for one in Purpose if one in purposes)


def act_label(act: Act) -> str:
    """给予, 撤回."""
    return _(ACTS[act])


def holding_text(holding: Holding) -> str:
    """Since when a purpose holds and how, or since when it does not."""
    if holding.last is None:
        return _("never given")
    if holding.holds:
        way = way_label(Act.GIVEN, holding.last.way)
        return _("since {day}, {way}").format(day=day_text(holding.last.on), way=way)
    return _("withdrawn on {day}").format(day=day_text(holding.last.on))


def way_label(act: Act, way: ConsentWay) -> str:
    """How it was said; a withdrawal is not called by the words of an agreement."""
    if act is Act.WITHDRAWN and way in _TAKING_BACK:
        return _(_TAKING_BACK[way])
    return consent_way_label(way)


def present_text(act: ConsentAct) -> str:
    """Who stood by when it was said, or agreed for a child; empty where nobody did."""
    told = []
    if act.guardian_name:
        told.append(_("guardian {name}").format(name=act.guardian_name))
    if act.witness:
        told.append(_("witness {name}").format(name=act.witness))
    return _(", ").join(told)


@sentence.register
def _lacking(error: ConsentLacking) -> str:
    purpose = purpose_label(error.purpose)
    if error.withdrawn_on is None:
        return _(
            "{name} never agreed to this: {purpose}. Ask first, and enter the consent."
        ).format(name=error.name, purpose=purpose)
    return _(
        "{name} withdrew consent on {day}: {purpose}. Ask whether the person agrees again, and "
        "enter the consent first."
    ).format(name=error.name, day=day_text(error.withdrawn_on), purpose=purpose)


@sentence.register
def _unchanged(error: ConsentUnchanged) -> str:
    if error.act is Act.GIVEN:
        return _("The person agrees to all of this already. Nothing was entered.")
    return _("The person agrees to none of this now. Nothing was entered.")


@sentence.register
def _before_last(error: ConsentBeforeLast) -> str:
    return _(
        "{day} is before the last word about the same purpose, on {last}. Check the date."
    ).format(day=day_text(error.on), last=day_text(error.last))


@sentence.register
def _ages(error: AgesOutOfOrder) -> str:
    return _(
        "The ages must rise from the first to the last and lie between 0 and {most}. Check them."
    ).format(most=error.most)


@sentence.register
def _retention(error: RetentionTooShort) -> str:
    return _("{years} years cannot be. Choose {shortest} to {longest} years.").format(
        years=error.years, shortest=error.shortest, longest=error.longest
    )
