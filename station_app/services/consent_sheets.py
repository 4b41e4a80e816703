"""Use cases of the consent sheet: for one person, or blank for the queue and for power cuts."""

from uuid import UUID

from station_app.clock import local
from station_app.data.models import Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.chinese import PAPER_LANGUAGE
from station_app.domain.codes import code_list
from station_app.domain.documents import masked
from station_app.domain.people import age_on
from station_app.domain.phones import masked_phone
from station_app.papers.contents import ConsentSheet, Sheet, Signatory
from station_app.services.my_records import keep_print
from station_app.services.settings import ages, retention
from station_app.services.stations import own_station


def look_at_consent_sheet(office: Office, volunteer_id: UUID | None) -> bytes:
    """The sheet to look at, blank without a person; raises what both steps do."""
    from station_app.papers.consent import consent_sheet

    return consent_sheet(office.read(consent_contents, volunteer_id))


def print_consent_sheet(office: Office, volunteer_id: UUID | None) -> bytes:
    """The sheet to hand out; the journal keeps one that says something of a person."""
    pdf = look_at_consent_sheet(office, volunteer_id)
    if volunteer_id is not None:
        office.write(keep_print, volunteer_id, {"paper": Sheet.CONSENT.value})
    return pdf


def consent_contents(unit: Unit, volunteer_id: UUID | None) -> ConsentSheet:
    """What the sheet says by this station's settings; raises NoResultFound, StationNotSetUp."""
    station, rules = own_station(unit), ages(unit)
    row = unit.session.get_one(Volunteer, volunteer_id) if volunteer_id else None
    today = local(unit.now).date()
    return ConsentSheet(
        recording_unit=station.recording_unit,
        station=station.name,
        address=station.address,
        clerk=station.clerk,
        unit_phone=station.phone,
        superior=station.superior,
        guardian_below=rules.guardian_below,
        guardian_present_below=rules.guardian_present_below,
        retention_years=retention(unit).years,
        person=_signatory(row, age_on(row.born_on, today) < rules.guardian_below) if row else None,
    )


def _signatory(row: Volunteer, is_child: bool) -> Signatory:
    return Signatory(
        name=row.name,
        number=row.number,
        document_kind=code_list("document_kind").label(row.document_kind, PAPER_LANGUAGE),
        document_number=masked(row.document_number),
        phone=masked_phone(row.phone),
        is_child=is_child,
        guardian_name=row.guardian_name,
    )
