"""Finished papers without books: for whatever shows or prints them."""

from datetime import date

from station_app.certificates import render
from station_app.certificates.templates import current
from station_app.domain.certificates import Kind, Snapshot
from station_app.services.tasks import unheard


def a_snapshot(kind: Kind, name: str, serial: int = 1) -> Snapshot:
    """Two hours of one person, without a detail list."""
    template, version = current(kind)
    return Snapshot(
        kind=kind,
        number=f"YS01-{'Z' if kind is Kind.PROOF else 'G'}2026-{serial:05d}",
        template=template,
        template_version=version,
        name=name,
        sex="女",
        document_kind="居民身份证",
        document_number="999***********0013",
        volunteer_number="260000013",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 31),
        visits=1,
        minutes=120,
        services=("图书角值守",),
        details=(),
        recording_unit="演示社区居民委员会",
        station="演示社区新时代文明实践点",
        in_charge="演示负责人",
        handler="演示经办人",
        phone="010-00000000",
        issued_on=date(2026, 11, 2),
    )


def papers(kind: Kind, *names: str) -> bytes:
    """One PDF with a paper for each."""
    snapshots = [a_snapshot(kind, name, serial) for serial, name in enumerate(names, start=1)]
    return render(snapshots, step=unheard)
