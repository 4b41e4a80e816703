"""Names of printed papers, and of the files they are saved to."""

from datetime import date

from station_app.domain.closing import Month
from station_app.i18n import N_, _
from station_app.papers.contents import Sheet
from station_app.wording.certificates import in_file_name
from station_app.wording.values import day_text

_SHEETS = {
    Sheet.RECORD: N_("Record to sign"),
    Sheet.CONSENT: N_("Consent sheet"),
    Sheet.MONTH: N_("Report of hours"),
    Sheet.SIGN_IN: N_("Sign-in sheet"),
    Sheet.CONTINUITY: N_("Papers for power cuts"),
}


def sheet_label(sheet: Sheet) -> str:
    """服务记录核对单, 知情同意书."""
    return _(_SHEETS[sheet])


def record_file(name: str, day: date) -> str:
    """核对单_李梅_2026-11-23.pdf."""
    return _("Record_{name}_{day}.pdf").format(name=in_file_name(name), day=day_text(day))


def consent_file(name: str, day: date) -> str:
    """同意书_李梅_2026-11-23.pdf; 同意书_空白.pdf for nobody in particular."""
    if not name:
        return _("Consent_blank.pdf")
    return _("Consent_{name}_{day}.pdf").format(name=in_file_name(name), day=day_text(day))


def sheets_file(day: date) -> str:
    """签到表_2026-11-23.pdf."""
    return _("Sign-in_sheets_{day}.pdf").format(day=day_text(day))


def continuity_file(day: date) -> str:
    """停电备用材料_2026-11-23.pdf."""
    return _("Papers_for_power_cuts_{day}.pdf").format(day=day_text(day))


def month_file(month: Month) -> str:
    """时长报表_2026-10.pdf."""
    return _("Hours_{month}.pdf").format(month=month)
