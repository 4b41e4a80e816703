"""The tables. Import from here: every table is then known to the metadata."""

from station_app.data.models.attendance import Attendance
from station_app.data.models.calendar import CalendarDay
from station_app.data.models.certificates import Certificate
from station_app.data.models.exchange import Bundle
from station_app.data.models.journal import Epoch, JournalEntry
from station_app.data.models.kept import Base, Kept
from station_app.data.models.merging import Merge, NotSame
from station_app.data.models.people import Volunteer
from station_app.data.models.posts import Post, Shift
from station_app.data.models.search import PERSON_INDEX, PERSON_WORDS
from station_app.data.models.stars import Star, StarSetting
from station_app.data.models.stations import Station
from station_app.data.models.teams import Team, TeamMember

__all__ = [
    "PERSON_INDEX",
    "PERSON_WORDS",
    "Attendance",
    "Base",
    "Bundle",
    "CalendarDay",
    "Certificate",
    "Epoch",
    "JournalEntry",
    "Kept",
    "Merge",
    "NotSame",
    "Post",
    "Shift",
    "Star",
    "StarSetting",
    "Station",
    "Team",
    "TeamMember",
    "Volunteer",
]
