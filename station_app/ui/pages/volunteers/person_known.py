"""What is known of a person: at a glance in a card, and everything told, on a tab of its own."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.people import age_on
from station_app.i18n import _
from station_app.services.person_ties import TeamTie
from station_app.services.portraits import Portrait
from station_app.ui.pages.volunteers.document import DocumentLine
from station_app.ui.pages.volunteers.form import age_text
from station_app.ui.widgets import Card, Facts
from station_app.wording.labels import consent_way_label, service_class_label, sex_label
from station_app.wording.people import field_label
from station_app.wording.profiles import availability_text, coded_text
from station_app.wording.values import born_text, day_text

Fact = tuple[str, str]


class KnownCard(Card):
    """The document, how to reach the person, and what must be known when something happens."""

    def __init__(self) -> None:
        super().__init__(_("Known of the person"))
        self.document = DocumentLine()
        self._facts = Facts(columns=2)
        self.body.addWidget(self.document)
        self.body.addWidget(self._facts)

    def show_person(self, shown: Portrait) -> None:
        """Show this person, the document masked."""
        document = shown.person.document
        self.document.show_masked(document.kind, document.number)
        self._facts.show_facts(_at_a_glance(shown))


class Told(QWidget):
    """Everything that was registered or told, in three cards."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = {
            title: Facts(columns=3)
            for title in (_("Registration"), _("Serving"), _("Told by the person"))
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(16)
        for title, facts in self._parts.items():
            card = Card(title)
            card.body.addWidget(facts)
            layout.addWidget(card)
        layout.addStretch(1)

    def show_person(self, shown: Portrait, today: date) -> None:
        """Show what this person told."""
        parts = (_registration(shown, today), _serving(shown), _told(shown))
        for facts, known in zip(self._parts.values(), parts, strict=True):
            facts.show_facts(known)


def who_text(shown: Portrait, today: date) -> str:
    """Number, sex, age and birth date in one line."""
    person, erased = shown.person, shown.erased_on is not None
    parts = (
        _("No. {number}").format(number=shown.number),
        sex_label(person.sex),
        "" if erased else age_text(age_on(person.born_on, today)),
        _("born {day}").format(day=born_text(person.born_on, erased=erased)),
    )
    return " · ".join(filter(None, parts))


def _at_a_glance(shown: Portrait) -> list[Fact]:
    person, told = shown.person, shown.person.profile
    emergency = " ".join(filter(None, (told.emergency_name, told.emergency_phone)))
    guardian = " ".join(filter(None, (person.guardian_name, person.guardian_phone)))
    facts = [
        (field_label("phone"), person.phone),
        (field_label("area"), person.area),
        (field_label("emergency_name"), emergency),
        (field_label("skills"), _(", ").join(person.skills)),
    ]
    more = (
        (_("Service teams"), _(", ").join(map(_team, _present(shown.teams)))),
        (field_label("guardian_name"), guardian),
        (_("Former names"), _(", ").join(shown.former_names)),
        (_("Merged numbers"), _(", ").join(one.number for one in shown.merged)),
        (field_label("remark"), person.remark),
    )
    return facts + [fact for fact in more if fact[1]]


def _registration(shown: Portrait, today: date) -> list[Fact]:
    person = shown.person
    agreed = _("{way} · {day}").format(
        way=consent_way_label(person.consent_way), day=day_text(person.consent_on)
    )
    guardian = " ".join(filter(None, (person.guardian_name, person.guardian_phone)))
    return [
        (field_label("name"), person.name),
        (field_label("sex"), sex_label(person.sex)),
        (field_label("born_on"), born_text(person.born_on, erased=shown.erased_on is not None)),
        (field_label("area"), person.area),
        (field_label("phone"), person.phone),
        (_("Registered"), day_text(shown.registered_on)),
        (_("Consent"), agreed),
        (field_label("consent_witness"), person.consent_witness),
        (field_label("guardian_name"), guardian),
        (_("Former names"), _(", ").join(shown.former_names)),
        (_("Merged numbers"), _(", ").join(one.number for one in shown.merged)),
        (field_label("remark"), person.remark),
    ]


def _serving(shown: Portrait) -> list[Fact]:
    person = shown.person
    classes = _(", ").join(map(service_class_label, person.service_classes))
    return [
        (field_label("service_classes"), classes),
        (field_label("skills"), _(", ").join(person.skills)),
        (field_label("languages"), _(", ").join(person.profile.languages)),
        (field_label("availability"), availability_text(person.profile.availability)),
        (_("Service teams"), _(", ").join(map(_team, shown.teams))),
    ]


def _told(shown: Portrait) -> list[Fact]:
    told = shown.person.profile
    coded = ("ethnic_group", "political_status", "education", "employment")
    plain = ("address", "emergency_name", "emergency_phone", "health")
    facts = [(field_label(key), coded_text(key, getattr(told, key))) for key in coded]
    return facts + [(field_label(key), getattr(told, key)) for key in plain]


def _present(teams: tuple[TeamTie, ...]) -> list[TeamTie]:
    return [team for team in teams if team.until_on is None]


def _team(team: TeamTie) -> str:
    if team.until_on is not None:
        return _("{team} (until {day})").format(team=team.team, day=day_text(team.until_on))
    return _("{team} (leader)").format(team=team.team) if team.leads else team.team
