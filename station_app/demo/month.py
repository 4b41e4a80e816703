"""A sample month: a station that has worked from the month before the present one until today.

Why through the use cases and not into the tables: the sample must be what the program itself would
have made, journal and register included. Why a story clock: every entry gets the time at which it
would have been made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from station_app.clock import Clock, at_desk, today
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.demo.clock import StoryClock
from station_app.demo.duty import Duty, Served, still_in
from station_app.demo.people import invented
from station_app.demo.station import CLERK, STATION, standing_posts
from station_app.domain.certificates import FontMissing, Kind
from station_app.domain.people import Registration
from station_app.domain.posts import PostPlan, month_around
from station_app.domain.stations import StationAlreadySetUp
from station_app.errors import StationError
from station_app.places import Places
from station_app.services.attendance import check_in, check_out
from station_app.services.certificates import issue
from station_app.services.exchange import export_bundle
from station_app.services.hours import Period, hours_by_person
from station_app.services.imports import enter_sheet
from station_app.services.lists.posts import ShiftFilter, ShiftRow, shift_ids, shift_rows
from station_app.services.people import Registered, register_all
from station_app.services.posts import make_shifts, open_post
from station_app.services.snapshots import Selection
from station_app.services.stations import set_up, station_if_set_up
from station_app.services.tasks import Task, unheard
from station_app.sheets.paper import PaperStay

VOLUNTEERS: Final = 60
SEED: Final = 2026
_LEAST_MINUTES: Final = 6 * 60


@dataclass(slots=True)
class Month:
    """What was made; `unmade` is why there are no certificates, where there are none."""

    folder: Path
    volunteers: int = 0
    posts: int = 0
    shifts: int = 0
    stays: int = 0
    certificates: tuple[str, ...] = ()
    bundle: Path | None = None
    unmade: StationError | None = None


def make_month(
    places: Places,
    clock: Clock,
    *,
    volunteers: int = VOLUNTEERS,
    seed: int = SEED,
    task: Task,
) -> Month:
    """Fill a new data folder with a sample month that ends now.

    The same seed on the same day tells the same story. Raises StationAlreadySetUp, Cancelled and
    what `open_office` raises.
    """
    _require_new(places, clock)
    now, day = clock.now(), today(clock)
    first, _last = month_around(day, -1)
    story = StoryClock(at_desk(first, 8))
    office = open_office(places, story, actor=CLERK)
    try:
        people = list(invented(seed, volunteers, today=first))
        return _Story(office, story, places, people, seed).tell(now, day, task)
    finally:
        office.close()


def _require_new(places: Places, clock: Clock) -> None:
    if not places.database.exists():
        return
    office = open_office(places, clock, actor=CLERK)
    try:
        if card := office.read(station_if_set_up):
            raise StationAlreadySetUp(card.name)
    finally:
        office.close()


class _Story:
    """What happens when: a list of moments with what is done then, told in order."""

    def __init__(
        self,
        office: Office,
        clock: StoryClock,
        places: Places,
        people: list[Registration],
        seed: int,
    ) -> None:
        self._office, self._clock, self._places, self._people = office, clock, places, people
        self._seed = seed
        self._registered: list[Registered] = []
        self._posts: dict[str, UUID] = {}
        self._events: list[tuple[datetime, int, Callable[[], object]]] = []
        self.made = Month(places.data / "demo", volunteers=len(people))

    def tell(self, now: datetime, day: date, task: Task) -> Month:
        """Let everything happen up to now."""
        first, last = month_around(day, -1)[0], month_around(day)[1]
        plans = standing_posts(first)
        shifts = self._begin(plans, first, last)
        duty = Duty(self._seed, self._people, plans, first)
        for start, upto, since in duty.arrivals():
            self._at(at_desk(since, 9), partial(self._register, start, upto))
        for served in duty.served([shift for shift in shifts if shift.day < day]):
            self._serve(served)
        for monday, stays in duty.sheets():
            self._at(at_desk(monday, 9, 30), partial(self._enter, monday, stays))
        for place, (moment, who) in enumerate(still_in(duty, day, now)):
            self._at(moment, partial(self._come, who, plans[place % len(plans)].name))
        month = month_around(day)[0]
        self._at(min(now, at_desk(month + timedelta(days=1), 10)), partial(self._issue, first))
        self._at(min(now, at_desk(month + timedelta(days=2), 16, 30)), self._export)
        events = [event for event in sorted(self._events, key=lambda e: e[:2]) if event[0] <= now]
        for done, (moment, _place, happen) in enumerate(events, start=1):
            self._clock.go_on(moment)
            happen()
            task.step(done, len(events))
        return self.made

    def _begin(self, plans: tuple[PostPlan, ...], first: date, last: date) -> list[ShiftRow]:
        """The first morning: station, posts, shifts of two months."""
        self._office.write(set_up, STATION)
        for plan in plans:
            self._posts[plan.name] = self._office.write(open_post, plan)
        self.made.posts = len(plans)
        self.made.shifts = self._office.write(make_shifts, first, last)
        ids = self._office.read(shift_ids, ShiftFilter(first, last), None)
        return [row for row in self._office.read(shift_rows, ids) if row]

    def _at(self, moment: datetime, happen: Callable[[], object]) -> None:
        self._events.append((moment, len(self._events), happen))

    def _serve(self, served: Served) -> None:
        self._at(served.came_at, partial(self._come, served.who, served.post))
        if served.left_at is not None:
            self._at(served.left_at, partial(self._leave, served.who))

    def _register(self, start: int, upto: int) -> None:
        self._registered += [
            answer
            for answer in self._office.write(register_all, self._people[start:upto])
            if isinstance(answer, Registered)
        ]

    def _come(self, who: int, post: str) -> None:
        self._office.write(check_in, self._registered[who].id, self._posts[post])
        self.made.stays += 1

    def _leave(self, who: int) -> None:
        self._office.write(check_out, self._registered[who].id)

    def _enter(self, monday: date, stays: list[Served]) -> None:
        lines = [
            PaperStay(
                row,
                self._registered[served.who].number,
                self._registered[served.who].name,
                "",
                served.post,
                served.came_at,
                served.left_at,
            )
            for row, served in enumerate(stays, start=2)
            if served.left_at is not None
        ]
        file = f"签到表-{monday:%Y%m%d}.csv"
        answers = self._office.write(enter_sheet, lines, file, unheard)
        self.made.stays += answers.count(None)

    def _issue(self, first: date) -> None:
        """A proof for whoever gave most, appreciation for all who gave enough."""
        period = Period(*month_around(first))
        served = self._office.read(hours_by_person, period, least_minutes=_LEAST_MINUTES)
        if not served:
            return
        folder = self.made.folder / "certificates"
        folder.mkdir(parents=True, exist_ok=True)
        most = (served[0].volunteer_id,)
        proof = Selection(kind=Kind.PROOF, period=period, volunteers=most)
        thanks = Selection(kind=Kind.APPRECIATION, period=period, least_minutes=_LEAST_MINUTES)
        try:
            for selection in (proof, thanks):
                out = folder / f"{selection.kind}-{first:%Y%m}.pdf"
                issued = issue(self._office, selection, out, task=Task())
                self.made.certificates += issued.numbers
        except FontMissing as missing:
            self.made.unmade = missing

    def _export(self) -> None:
        stick = self.made.folder / "stick"
        stick.mkdir(parents=True, exist_ok=True)
        scratch = self._places.temporary
        self.made.bundle = export_bundle(self._office, stick, scratch=scratch, task=Task()).path
