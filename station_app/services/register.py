"""The register of certificates: book, void, and settle what a crash left reserved."""

from collections.abc import Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from station_app.data.lock import OpenElsewhere, held
from station_app.data.models import Certificate
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.certificates import State
from station_app.errors import StationError

INTERRUPTED = "interrupted"
UNWRITTEN = "unwritten"


@dataclass(eq=False)
class CertificateGone(StationError):
    """The certificate is not in the state the clerk saw."""

    number: str


def printing(office: Office, *, wait: bool) -> AbstractContextManager[None]:
    """Held by whoever prints a batch, so that nobody takes its reserved numbers for a crash's."""
    return held(office.path.parent / "printing.lock", wait=wait)


def settle_interrupted(office: Office) -> int:
    """Void what a crash left reserved, unless a batch is being printed; returns how many."""
    try:
        with printing(office, wait=False):
            if not office.read(_reserved_ids):
                return 0
            return office.write(settle_reserved)
    except OpenElsewhere:
        return 0


def book_certificates(unit: Unit, made: Sequence[UUID], unmade: Mapping[UUID, str]) -> None:
    """Book what was printed as issued, and what was not as void with its reason."""
    for certificate_id in made:
        row = unit.session.get_one(Certificate, certificate_id)
        row.state, row.issued_at = State.ISSUED.value, unit.now
    for certificate_id, reason in unmade.items():
        _void(unit, unit.session.get_one(Certificate, certificate_id), reason)


def settle_reserved(unit: Unit, only: Set[UUID] | None = None, reason: str = INTERRUPTED) -> int:
    """Void what is reserved and will never be printed; without `only`, all of it."""
    ids = [one for one in _reserved_ids(unit) if only is None or one in only]
    for certificate_id in ids:
        _void(unit, unit.session.get_one(Certificate, certificate_id), reason)
    return len(ids)


def void_certificate(unit: Unit, certificate_id: UUID, reason: str) -> None:
    """Void an issued certificate; its number stays. Raises ReasonMissing, CertificateGone."""
    if not reason.strip():
        raise ReasonMissing
    row = issued_certificate(unit, certificate_id)
    _void(unit, row, reason.strip())


def reopen_snapshot(unit: Unit, certificate_id: UUID) -> str:
    """What an issued certificate says, to print it again; raises CertificateGone."""
    row = issued_certificate(unit, certificate_id)
    unit.access("print_again", "certificate", str(row.id), {"number": row.number})
    return row.snapshot


def issued_certificate(unit: Unit, certificate_id: UUID) -> Certificate:
    """The line of an issued certificate; raises CertificateGone for any other state."""
    row = unit.session.get_one(Certificate, certificate_id)
    if row.state != State.ISSUED.value:
        raise CertificateGone(row.number)
    return row


def _reserved_ids(unit: Unit) -> list[UUID]:
    wanted = select(Certificate.id).where(Certificate.state == State.RESERVED.value)
    return list(unit.session.scalars(wanted))


def _void(unit: Unit, row: Certificate, reason: str) -> None:
    row.state, row.voided_at, row.void_reason = State.VOID.value, unit.now, reason
