"""Use cases of the report of a month on paper.

Why the press is imported so late: it costs a tenth of a second, and most verbs print nothing.
"""

from collections.abc import Iterable

from station_app.clock import local
from station_app.data.models import Station
from station_app.data.unit import Office, Unit
from station_app.domain.closing import Month
from station_app.domain.journal import head_code
from station_app.papers.contents import Sheet
from station_app.papers.month_contents import MonthSheet, ReportedChange, ReportedSum
from station_app.services.closing import Adjustment, month_report
from station_app.services.stations import own_station


def look_at_month(office: Office, month: Month) -> bytes:
    """The report to look at; raises what `month_sheet` and its press do."""
    from station_app.papers.months import month_paper

    return month_paper(office.read(month_sheet, month))


def print_month(office: Office, month: Month) -> bytes:
    """The report to hand out: people's names stand in it, so the journal keeps that it was."""
    pdf = look_at_month(office, month)
    office.write(keep_month_print, month)
    return pdf


def keep_month_print(unit: Unit, month: Month) -> None:
    """Keep in the journal that the report of a month was printed or saved."""
    facts = {"paper": Sheet.MONTH.value, "month": str(month)}
    unit.access("print", Station.__tablename__, str(own_station(unit).id), dict(facts))


def month_sheet(unit: Unit, month: Month) -> MonthSheet:
    """What the report says; raises StationNotSetUp."""
    station, report = own_station(unit), month_report(unit, month)
    closed = report.closed
    totals = closed.totals if closed else report.now
    days = sorted(totals.by_day.items())
    return MonthSheet(
        recording_unit=station.recording_unit,
        station=station.name,
        printed_on=local(unit.now).date(),
        first_day=month.first,
        minutes=totals.minutes,
        stays=totals.stays,
        people=totals.people,
        closed_at=local(closed.closed_at) if closed else None,
        closed_by=closed.closed_by if closed else "",
        head_seq=closed.head_seq if closed else 0,
        head_code=head_code(closed.head_hash) if closed else "",
        posts=tuple(ReportedSum(name, minutes) for name, minutes in totals.by_post.items()),
        days=tuple(ReportedSum(day, minutes) for day, minutes in days),
        later=_changes(report.later),
        made_here=_changes(report.made_here),
    )


def _changes(adjustments: Iterable[Adjustment]) -> tuple[ReportedChange, ...]:
    return tuple(
        ReportedChange(
            made_at=local(one.made_at),
            month=str(one.month),
            number=one.number,
            name=one.name,
            post=one.post,
            served_at=local(one.came_at),
            minutes=one.minutes,
            reason=one.reason,
        )
        for one in adjustments
    )
