"""What the list of volunteers shows."""

from station_app.clock import Clock, today
from station_app.domain.people import age_on
from station_app.i18n import N_, _
from station_app.services.lists.people import PeopleOrder, PersonRow
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.labels import service_class_label, sex_label
from station_app.wording.values import day_text, hours_text


def columns(clock: Clock) -> tuple[Column[PersonRow], ...]:
    """The columns; ages are those of the desk's present day."""
    return (
        Column(N_("Name"), lambda row: row.name, order=PeopleOrder.NAME, width=144, strong=True),
        Column(
            N_("Presence"),
            _presence,
            tone=lambda row: Tone.MUTED if row.erased else Tone.OK,
            chip=True,
            width=84,
        ),
        Column(N_("Number"), lambda row: row.number, order=PeopleOrder.NUMBER, width=108),
        Column(N_("Sex"), lambda row: sex_label(row.sex), width=76),
        Column(N_("Age"), lambda row: _age(row, clock), align=Align.RIGHT, width=56),
        Column(N_("Phone"), lambda row: row.phone, width=128),
        Column(N_("Area"), lambda row: row.area, width=132),
        Column(N_("Service classes"), lambda row: classes_text(row), width=128, stretch=True),
        Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=104),
        Column(
            N_("Registered"),
            lambda row: day_text(row.registered_on),
            order=PeopleOrder.REGISTERED,
            width=116,
        ),
    )


def classes_text(row: PersonRow) -> str:
    """The service classes by their labels."""
    return _(", ").join(service_class_label(code) for code in row.service_classes)


def _presence(row: PersonRow) -> str:
    if row.erased:
        return _("Erased")
    return _("In now") if row.is_in else ""


def _age(row: PersonRow, clock: Clock) -> str:
    return str(age_on(row.born_on, today(clock))) if row.born_on else ""
