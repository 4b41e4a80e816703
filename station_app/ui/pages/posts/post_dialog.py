"""The form of a standing post: a new one, or one to be changed."""

from dataclasses import replace
from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.posts import (
    PostAgesUpsideDown,
    PostFieldMissing,
    PostNameTaken,
    PostPeopleUpsideDown,
    PostPlan,
    PostWithoutLength,
    Risk,
)
from station_app.errors import StationError
from station_app.i18n import _
from station_app.ui.pages.posts.weekdays import WeekdayField
from station_app.ui.pages.volunteers.check_list import CheckList
from station_app.ui.widgets import (
    Check,
    Choice,
    DateField,
    DialogFrame,
    Disclosure,
    Form,
    NumberField,
    TextArea,
    TextField,
    TimeField,
)
from station_app.wording import sentence
from station_app.wording.labels import choices
from station_app.wording.posts import risk_label

_MOST_PEOPLE: Final = 999
_OLDEST: Final = 120
_FOLDED: Final = (
    "risk",
    "risk_note",
    "qualifications",
    "min_age",
    "max_age",
    "service_object",
)


class PostDialog(DialogFrame):
    """Asks for everything a post needs; `planned(plan)` when what is typed makes a post."""

    planned = Signal(object)

    def __init__(
        self, parent: QWidget, today: date, *, organiser: str = "", plan: PostPlan | None = None
    ) -> None:
        """With a `plan` it changes that post, else `organiser` is offered for a new one."""
        title = _("Change the post") if plan else _("New post")
        super().__init__(parent, title, primary=_("Save") if plan else _("Open post"), width=680)
        self._exceptions: tuple[date, ...] = ()
        self.form = Form(columns=4)
        self._name = self.form.add(
            "name", _("Name of the post"), TextField(), required=True, span=4
        )
        self._name.setMaxLength(60)
        self._add_service(today, plan)
        self._add_times(today)
        self._add_people()
        self._add_order_67()
        self._add_needs(today, plan)
        self._organiser.set_value(organiser)
        if plan is not None:
            self._show(plan)
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._plan)

    def refused(self, error: StationError) -> None:
        """Say at the field what stands against the post, or above the buttons."""
        self.set_busy(False)
        field = _field_of(error)
        if field in _FOLDED:
            self.fold.set_open(True)
        if field:
            self.form.problem(field, sentence(error))
        else:
            self.refuse(sentence(error))

    def _add_service(self, today: date, plan: PostPlan | None) -> None:
        known = choices("post_class", today, kept=(plan.service_class,) if plan else ())
        classes = (("", _("Choose …")), *known)
        self._class = self.form.add(
            "service_class", _("Service class"), Choice(classes), required=True, span=2
        )
        self._place = self.form.add("place", _("Place"), TextField(), required=True, span=2)
        self._weekdays = self.form.add(
            "weekdays", _("Weekdays"), WeekdayField(), required=True, span=4
        )

    def _add_times(self, today: date) -> None:
        self._starts = self.form.add("starts_at", _("From"), TimeField(time(9)), required=True)
        hint = _("Earlier: next day")
        self._ends = self.form.add(
            "ends_at", _("Until"), TimeField(time(11)), hint=hint, required=True
        )
        self._first_day = self.form.add(
            "first_day", _("First day"), DateField(today, today), required=True, span=2
        )

    def _add_people(self) -> None:
        self._least = self.form.add("min_people", _("People, at least"), _people(1))
        self._most = self.form.add("max_people", _("People, at most"), _people(2))
        self._skips = self.form.add(
            "skip_holidays", _("Holidays"), Check(_("No shifts on days off"), on=True), span=2
        )

    def _add_order_67(self) -> None:
        self._organiser = self.form.add("organiser", _("Organiser"), TextField(), span=2)
        self._in_charge = self.form.add("in_charge", _("Person in charge"), TextField(), span=2)
        self._content = self.form.add(
            "content", _("What volunteers do here"), TextArea(lines=2), span=4
        )

    def _add_needs(self, today: date, plan: PostPlan | None) -> None:
        """What few posts ask for, folded away."""
        self.fold = Disclosure(_("&Risks, qualifications, ages"))
        self.form.add_row(self.fold)
        risks = [(risk, risk_label(risk)) for risk in Risk]
        self._risk = self.form.add("risk", _("Risk"), Choice(risks))
        self._risk_note = self.form.add("risk_note", _("Which risks"), TextField(), span=3)
        kept = plan.qualifications if plan else ()
        kinds = choices("qualification_kind", today, kept=kept)
        self._papers = self.form.add(
            "qualifications", _("Qualifications needed"), CheckList(kinds), span=4
        )
        self._youngest = self.form.add("min_age", _("From age"), _age(), hint=_("0: any age"))
        self._oldest = self.form.add("max_age", _("Up to age"), _age(), hint=_("0: any age"))
        objects = (("", _("Anybody")), *choices("service_object", today))
        self._object = self.form.add("service_object", _("Whom it serves"), Choice(objects), span=2)
        self.fold.toggled.connect(self._unfold)
        self.fold.set_open(plan is not None and plan != _plain(plan))
        self._unfold(self.fold.is_open())

    def _unfold(self, now_open: bool) -> None:
        for key in _FOLDED:
            self.form.show_field(key, now_open)

    def _show(self, plan: PostPlan) -> None:
        self._risk.set_value(plan.risk)
        self._risk_note.set_value(plan.risk_note)
        self._papers.set_value(plan.qualifications)
        self._youngest.set_value(plan.min_age or 0)
        self._oldest.set_value(plan.max_age or 0)
        self._object.set_value(plan.service_object)
        self._exceptions = plan.exceptions
        self._name.set_value(plan.name)
        self._class.set_value(plan.service_class)
        self._place.set_value(plan.place)
        self._weekdays.set_value(plan.weekdays)
        self._starts.set_value(plan.starts_at)
        self._ends.set_value(plan.ends_at)
        self._first_day.set_value(plan.first_day)
        self._least.set_value(plan.min_people)
        self._most.set_value(plan.max_people)
        self._skips.set_value(plan.skip_holidays)
        self._organiser.set_value(plan.organiser)
        self._in_charge.set_value(plan.in_charge)
        self._content.set_value(plan.content)

    def _plan(self) -> None:
        self.refuse("")
        if not self.form.check():
            return
        self.set_busy(True)
        self.planned.emit(self._typed())

    def _typed(self) -> PostPlan:
        starts, ends, first = self._starts.value(), self._ends.value(), self._first_day.value()
        assert starts is not None
        assert ends is not None
        assert first is not None
        return PostPlan(
            name=self._name.value(),
            service_class=self._class.value(),
            place=self._place.value(),
            weekdays=self._weekdays.value(),
            starts_at=starts,
            ends_at=ends,
            first_day=first,
            content=self._content.value(),
            min_people=self._least.value(),
            max_people=self._most.value(),
            skip_holidays=self._skips.value(),
            organiser=self._organiser.value(),
            in_charge=self._in_charge.value(),
            service_object=self._object.value(),
            risk=self._risk.value(),
            risk_note=self._risk_note.value().strip(),
            qualifications=self._papers.value(),
            min_age=self._youngest.value() or None,
            max_age=self._oldest.value() or None,
            exceptions=self._exceptions,
        )


def _people(count: int) -> NumberField:
    return NumberField(1, _MOST_PEOPLE, count)


def _age() -> NumberField:
    return NumberField(0, _OLDEST, 0)


def _plain(plan: PostPlan) -> PostPlan:
    """The post without what stands in the fold."""
    return replace(
        plan,
        service_object="",
        risk=Risk.NONE,
        risk_note="",
        qualifications=(),
        min_age=None,
        max_age=None,
    )


def _field_of(error: StationError) -> str:
    """The field in which a clerk mends this."""
    match error:
        case PostFieldMissing():
            return error.field
        case PostNameTaken():
            return "name"
        case PostPeopleUpsideDown():
            return "max_people"
        case PostWithoutLength():
            return "ends_at"
        case PostAgesUpsideDown():
            return "max_age"
        case _:
            return ""
