"""Giving consent and taking it back: one dialog each, alike, so that neither is harder."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.consents import Act, ConsentAct, ConsentWay, Holding, Purpose
from station_app.domain.fields import MissingField
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.consents import give_consent, withdraw_consent
from station_app.services.portraits import Portrait
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Banner,
    Check,
    Choice,
    DateField,
    DialogFrame,
    Form,
    Kind,
    Paragraph,
    TextField,
)
from station_app.wording import sentence
from station_app.wording.consents import purpose_label, way_label

_FIELDS: Final = ("purposes", "on", "way", "witness", "guardian_name", "guardian_phone", "note")


class PurposeChecks(QWidget):
    """Purposes to be ticked, each apart; `value()` is the set of those that are."""

    changed = Signal()

    def __init__(self, purposes: Iterable[Purpose]) -> None:
        super().__init__()
        self.checks = {purpose: Check(purpose_label(purpose)) for purpose in purposes}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for check in self.checks.values():
            check.changed.connect(self.changed)
            layout.addWidget(check)
        if self.checks:
            self.setFocusProxy(next(iter(self.checks.values())))

    def value(self) -> frozenset[Purpose]:
        """The ticked ones."""
        return frozenset(one for one, check in self.checks.items() if check.value())

    def set_value(self, purposes: frozenset[Purpose]) -> None:
        """Tick these and no others."""
        for purpose, check in self.checks.items():
            check.set_value(purpose in purposes)


class ConsentDialog(DialogFrame):
    """Enters one act of a person; `entered(ConsentAct)` once it is in the books.

    Giving offers what does not hold now, withdrawing what does. With the record goes everything.
    """

    entered = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, shown: Portrait, act: Act) -> None:
        giving = act is Act.GIVEN
        title = _("{name} gives consent") if giving else _("{name} withdraws consent")
        super().__init__(
            parent,
            title.format(name=shown.name),
            primary=_("Enter consent") if giving else _("Withdraw consent"),
            kind=Kind.PRIMARY if giving else Kind.DANGER,
            width=560,
        )
        self._desk, self._who, self._act = desk, shown.id, act
        self._everything = Banner()
        self.body.addWidget(Paragraph(_about(act)))
        self.form = Form(columns=2)
        self._fill_form(offered(shown.consents.now, act), today(desk.clock), shown)
        self.add_form(self.form)
        self.body.addWidget(self._everything)
        self.form.edited.connect(self._adapt)
        self.confirmed.connect(self._enter)
        self._adapt()
        self.form.rest()

    def act(self) -> ConsentAct | None:
        """What is entered so far; None while the day is missing."""
        shown = filter(self.form.is_shown, _FIELDS)
        values = {name: getattr(self, name).value() for name in shown}
        return ConsentAct(act=self._act, **values) if values["on"] else None

    def _fill_form(self, purposes: Iterable[Purpose], day: date, shown: Portrait) -> None:
        add = self.form.add
        self.purposes = add("purposes", _("For what"), PurposeChecks(purposes), span=2)
        self.on = add("on", _("Said on"), DateField(day, day), required=True)
        ways = [(way, way_label(self._act, way)) for way in ConsentWay]
        self.way = add("way", _("How"), Choice(ways))
        self.witness = add("witness", _("Witness"), TextField(), span=2)
        self.guardian_name = add("guardian_name", _("Guardian"), TextField())
        self.guardian_phone = add("guardian_phone", _("Guardian's phone"), TextField())
        self.note = add("note", _("Note"), TextField(), span=2)
        if len(self.purposes.checks) == 1:
            self.purposes.set_value(frozenset(self.purposes.checks))
        if shown.person.consent_way is ConsentWay.GUARDIAN:
            self.way.set_value(ConsentWay.GUARDIAN)
            self.guardian_name.set_value(shown.person.guardian_name)
            self.guardian_phone.set_value(shown.person.guardian_phone)

    def _adapt(self) -> None:
        """Ask only for who was there; and say what goes with the record."""
        way = self.way.value()
        self.form.show_field("witness", way is ConsentWay.SPOKEN_WITNESSED)
        for key in ("guardian_name", "guardian_phone"):
            self.form.show_field(key, way is ConsentWay.GUARDIAN)
        everything = self._act is Act.WITHDRAWN and self.purposes.value() >= {Purpose.RECORD}
        for purpose, check in self.purposes.checks.items():
            check.setEnabled(not everything or purpose is Purpose.RECORD)
        told = _(
            "Everything rests on this consent: the others end with it, and nobody can sign the "
            "person in any more. Hours already given stay recorded. Personal data can be erased "
            "afterwards."
        )
        self._everything.say(told if everything else "", Tone.WARN)
        if self.isVisible():
            self._fit()

    def _enter(self) -> None:
        if not self.form.check():
            return
        if (act := self.act()) is None:
            return
        self.set_busy(True)
        use_case = give_consent if self._act is Act.GIVEN else withdraw_consent
        self._desk.write(
            self,
            use_case,
            self._who,
            act,
            done=lambda _nothing: self._done(act),
            refused=self._refused,
        )

    def _done(self, act: ConsentAct) -> None:
        self.form.rest()
        self.accept()
        self.entered.emit(act)

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, MissingField) and error.field in _FIELDS:
            self.form.problem(error.field, sentence(error))
        else:
            self.refuse(sentence(error))


def offered(now: Mapping[Purpose, Holding], act: Act) -> list[Purpose]:
    """For which purposes the act would change something."""
    return [purpose for purpose in Purpose if now[purpose].holds is (act is Act.WITHDRAWN)]


def _about(act: Act) -> str:
    if act is Act.GIVEN:
        return _("Tick what the person agreed to. Each purpose stands for itself.")
    return _("Tick what the person takes back. What was done until then was lawful.")
