"""Verbs of volunteers."""

import argparse

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import choices_text, code_of, day
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import today
from station_app.domain.attendance import hours
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import Draft, registration
from station_app.i18n import N_, _
from station_app.services.lists import people
from station_app.services.lists.people import PersonRow
from station_app.services.people import register
from station_app.wording.labels import service_class_label, sex_label
from station_app.wording.values import day_text, hours_text, people_text

GROUPS = {"volunteers": N_("the volunteers")}

_FIELDS: tuple[Field[PersonRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("sex", N_("Sex"), lambda row: row.sex, lambda row: sex_label(row.sex)),
    Field("born_on", N_("Birth date"), lambda row: day_text(row.born_on)),
    Field("phone", N_("Phone"), lambda row: row.phone),
    Field("area", N_("Area of residence"), lambda row: row.area),
    Field(
        "service_classes",
        "",
        lambda row: [service_class_label(code) for code in row.service_classes],
    ),
    Field("registered_on", N_("Registered"), lambda row: day_text(row.registered_on)),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field("is_in", "", lambda row: row.is_in),
)


def find_option(parser: argparse.ArgumentParser) -> None:
    """Only those whom a text finds."""
    parser.add_argument(
        "--find",
        metavar="TEXT",
        default="",
        help=_("name, pinyin, initials, end of the phone number, or volunteer number"),
    )


def _list(call: Call) -> Listing[PersonRow]:
    wanted = people.PeopleFilter(call.options.find)
    found = every_row(call.office, people.ids, people.rows, wanted)
    return Listing(_FIELDS, found, lambda rows: people_text(len(rows)))


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help=_("name as the document shows it"))
    parser.add_argument("--document", required=True, help=_("number of the identity document"))
    parser.add_argument(
        "--document-kind",
        metavar="KIND",
        type=code_of("document_kind"),
        default=DocumentKind.RESIDENT_ID.value,
        help=choices_text("document_kind"),
    )
    parser.add_argument("--sex", metavar="SEX", type=code_of("sex"), help=choices_text("sex"))
    parser.add_argument(
        "--born-on", metavar="DAY", type=day, help=_("where the document does not say it")
    )
    parser.add_argument("--area", default="", help=_("area of residence, such as the community"))
    parser.add_argument("--phone", default="", help=_("mobile, or landline with its area code"))
    parser.add_argument("--skill", action="append", default=[], help=_("a skill; may be repeated"))
    parser.add_argument(
        "--service-class",
        metavar="CLASS",
        action="append",
        default=[],
        type=code_of("service_class"),
        help=choices_text("service_class"),
    )
    consent_options(parser)
    parser.add_argument(
        "--guardian", metavar="NAME", default="", help=_("the guardian who agreed for a child")
    )
    parser.add_argument(
        "--guardian-phone", metavar="PHONE", default="", help=_("the guardian's telephone")
    )
    parser.add_argument("--remark", default="", help=_("remark, kept at this desk only"))


def consent_options(parser: argparse.ArgumentParser) -> None:
    """The consent without which nobody is registered by others."""
    parser.add_argument(
        "--consent-on", metavar="DAY", type=day, help=_("day on which the person agreed")
    )
    parser.add_argument(
        "--consent-way",
        metavar="WAY",
        type=code_of("consent_way"),
        help=choices_text("consent_way"),
    )
    parser.add_argument(
        "--witness", metavar="NAME", default="", help=_("who witnessed spoken consent")
    )


def consent_way(options: argparse.Namespace) -> ConsentWay | None:
    """The way of consent that was given as an option."""
    return ConsentWay(options.consent_way) if options.consent_way else None


def _add(call: Call) -> Facts:
    given = call.options
    draft = Draft(
        name=given.name,
        sex=Sex(given.sex) if given.sex else None,
        born_on=given.born_on,
        document_kind=DocumentKind(given.document_kind),
        document_number=given.document,
        area=given.area,
        phone=given.phone,
        skills=tuple(given.skill),
        service_classes=tuple(given.service_class),
        consent_on=given.consent_on,
        consent_way=consent_way(given),
        consent_witness=given.witness,
        guardian_name=given.guardian,
        guardian_phone=given.guardian_phone,
        remark=given.remark,
    )
    person = registration(draft, today=today(call.clock))
    added = call.office.write(register, person)
    said = _("{name} is registered under number {number}.").format(
        name=added.name, number=added.number
    )
    return Facts({"number": added.number, "name": added.name}, [said])


VERBS = (
    Verb(("volunteers", "list"), N_("list volunteers with their hours"), _list, find_option),
    Verb(("volunteers", "add"), N_("register one volunteer by hand"), _add, _add_options),
)
