"""People as hypothesis makes them up: whatever the form accepts, in any script."""

from datetime import date, timedelta

from hypothesis import assume
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from station_app.domain.codes import code_list
from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.names import LONGEST
from station_app.domain.people import Draft, Registration, registration
from station_app.domain.profiles import CODED, SLOTS, Profile
from station_app.errors import StationError

TODAY = date(2026, 11, 2)
_MARKS = "·.,'’-()（） =+@\"、/\t"
_ANY = st.characters(exclude_categories=("Cs", "Co", "Cn"))
_NAMES = st.text(
    st.one_of(st.characters(categories=("L", "M", "N")), st.sampled_from(_MARKS)),
    min_size=1,
    max_size=LONGEST,
)
_TEXTS = st.text(st.one_of(_ANY, st.sampled_from("=+-@'\"0123456789.,;，、/|_x")), max_size=40)
_DAYS = st.dates(date(1930, 1, 1), date(2010, 1, 1))
_PHONES = st.sampled_from(("", "15400000001", "0571-87001234"))


def _codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(("", *(one.code for one in code_list(name).codes)))  # type: ignore[arg-type]


@st.composite
def people(draw: st.DrawFn) -> Registration:
    """One person; documents of several draws may be the same."""
    kind = draw(st.sampled_from((DocumentKind.RESIDENT_ID, DocumentKind.PASSPORT)))
    serial = draw(st.integers(0, 999))
    body = f"999999{draw(_DAYS):%Y%m%d}{serial:03d}"
    resident = kind is DocumentKind.RESIDENT_ID
    way = draw(st.sampled_from(ConsentWay))
    draft = Draft(
        name=draw(_NAMES),
        sex=None if resident else draw(st.sampled_from(Sex)),
        born_on=None if resident else draw(_DAYS),
        document_kind=kind,
        document_number=body + mod_11_2.calc_check_digit(body) if resident else f"E{serial:08d}",
        area=draw(_TEXTS),
        phone=draw(_PHONES),
        skills=tuple(draw(st.lists(_TEXTS, max_size=2))),
        service_classes=tuple(dict.fromkeys(filter(None, [draw(_codes("service_class"))]))),
        consent_on=TODAY - timedelta(days=serial),
        consent_way=way,
        consent_witness=draw(_NAMES) if way is ConsentWay.SPOKEN_WITNESSED else "",
        guardian_name=draw(_NAMES) if way is ConsentWay.GUARDIAN else "",
        guardian_phone=draw(_PHONES),
        purposes=frozenset(draw(st.sets(st.sampled_from(Purpose)))) - {Purpose.RECORD},
        remark=draw(_TEXTS),
        profile=Profile(
            **{field: draw(_codes(field)) for field in CODED},
            address=draw(_TEXTS),
            emergency_name=draw(_TEXTS),
            emergency_phone=draw(_PHONES),
            availability=tuple(draw(st.sets(st.sampled_from(SLOTS), max_size=3))),
            languages=tuple(draw(st.lists(_TEXTS.map(lambda text: text[:30]), max_size=2))),
            health=draw(_TEXTS),
        ),
    )
    try:
        return registration(draft, today=TODAY)
    except StationError:
        assume(False)
        raise
