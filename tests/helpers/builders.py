"""Small builders: one line makes one thing that stands in the books."""

from datetime import date, time
from uuid import UUID

from stdnum.iso7064 import mod_11_2

from station_app.clock import at_desk
from station_app.data.models import Post, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import Origin, Span
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind
from station_app.domain.people import Registration
from station_app.domain.posts import PostPlan
from station_app.services.attendance import enter_stay
from station_app.services.people import register
from station_app.services.posts import open_post


def a_plan(name: str = "图书角值守", **changes: object) -> PostPlan:
    """A post on weekdays from nine to eleven."""
    values = {
        "name": name,
        "service_class": "community",
        "place": "演示社区一楼大厅",
        "weekdays": frozenset({0, 1, 2, 3, 4}),
        "starts_at": time(9),
        "ends_at": time(11),
        "first_day": date(2026, 1, 1),
    } | changes
    return PostPlan(**values)  # type: ignore[arg-type]


def a_post(office: Office, name: str = "图书角值守", **changes: object) -> UUID:
    """That post, open."""
    return office.write(open_post, a_plan(name, **changes))


def a_registration(name: str = "李梅", serial: int = 1, **changes: object) -> Registration:
    """A person of age with a resident number of an unassigned region."""
    body = f"99999919850102{serial:03d}"
    document = Document(DocumentKind.RESIDENT_ID, body + mod_11_2.calc_check_digit(body))
    values = {
        "name": name,
        "sex": document.sex,
        "born_on": document.born_on,
        "document": document,
        "area": "演示社区",
        "phone": "",
        "skills": (),
        "service_classes": (),
        "consent_on": date(2026, 10, 1),
        "consent_way": ConsentWay.PAPER,
    } | changes
    return Registration(**values)  # type: ignore[arg-type]


def a_volunteer(office: Office, name: str = "李梅", serial: int = 1, **changes: object) -> UUID:
    """Somebody registered."""
    return office.write(register, a_registration(name, serial, **changes)).id


def served(
    office: Office, *names: str, post: str = "图书角值守", first_serial: int = 1
) -> list[UUID]:
    """Volunteers with two hours each, from a paper sheet of 9 October."""
    where = a_post(office, post)
    ids = [a_volunteer(office, name, serial) for serial, name in enumerate(names, first_serial)]

    def enter(unit: Unit) -> None:
        span = Span(at_desk(date(2026, 10, 9), 9), at_desk(date(2026, 10, 9), 11))
        row = unit.session.get_one(Post, where)
        for one in ids:
            who = unit.session.get_one(Volunteer, one)
            enter_stay(unit, who, row, span, origin=Origin.SHEET, evidence="")

    office.write(enter)
    return ids
