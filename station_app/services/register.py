"""The register of certificates: book, void, and settle what a crash left reserved."""

import json
from collections.abc import Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from station_app.data.lock import OpenElsewhere, held
from station_app.data.models import Certificate
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.certificates import Kind, State
from station_app.errors import StationError

INTERRUPTED = "interrupted"
UNWRITTEN = "unwritten"


@dataclass(eq=False)
class CertificateGone(StationError):
    """The certificate is not in the state the clerk saw."""

    number: str


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """Valid certificates by kind, and how many numbers are void."""

    issued: Mapping[Kind, int]
    void: int


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


def look_up_snapshot(unit: Unit, certificate_id: UUID) -> tuple[State, str]:
    """Where a number stands and what its paper says.

    The journal keeps the look where the paper shows a document number whole.
    """
    row = unit.session.get_one(Certificate, certificate_id)
    if "*" not in json.loads(row.snapshot)["document_number"]:
        unit.access("show_document", "volunteer", str(row.volunteer_id), {"paper": row.number})
    return State(row.state), row.snapshot


def register_counts(unit: Unit) -> RegisterCounts:
    """How many lines the register holds, by what they are."""
    counted = select(Certificate.kind, Certificate.state, func.count()).group_by(
        Certificate.kind, Certificate.state
    )
    issued, void = dict.fromkeys(Kind, 0), 0
    for kind, state, count in unit.session.execute(counted):
        if state == State.ISSUED.value:
            issued[Kind(kind)] += count
        elif state == State.VOID.value:
            void += count
    return RegisterCounts(issued, void)


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
