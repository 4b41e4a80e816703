"""The tables. Import from here: every table is then known to the metadata."""

from station_app.data.models.attendance import Attendance, Evaluation, MonthClose, Supplement
from station_app.data.models.calendar import CalendarDay
from station_app.data.models.certificates import Certificate
from station_app.data.models.consents import Consent
from station_app.data.models.erasures import Erasure
from station_app.data.models.exchange import Bundle
from station_app.data.models.imports import ImportProfile, ImportRun
from station_app.data.models.journal import Epoch, JournalEntry
from station_app.data.models.kept import Base, Kept
from station_app.data.models.merging import Merge, NotSame
from station_app.data.models.people import Volunteer
from station_app.data.models.pictures import PICTURE
from station_app.data.models.posts import Assignment, Post, Shift
from station_app.data.models.qualifications import Qualification
from station_app.data.models.search import PERSON_INDEX, PERSON_WORDS
from station_app.data.models.settings import CodeEntry, Setting
from station_app.data.models.stars import Star, StarSetting
from station_app.data.models.stations import Station
from station_app.data.models.teams import Team, TeamMember

__all__ = [
    "PERSON_INDEX",
    "PERSON_WORDS",
    "PICTURE",
    "Assignment",
    "Attendance",
    "Base",
    "Bundle",
    "CalendarDay",
    "Certificate",
    "CodeEntry",
    "Consent",
    "Epoch",
    "Erasure",
    "Evaluation",
    "ImportProfile",
    "ImportRun",
    "JournalEntry",
    "Kept",
    "Merge",
    "MonthClose",
    "NotSame",
    "Post",
    "Qualification",
    "Setting",
    "Shift",
    "Star",
    "StarSetting",
    "Station",
    "Supplement",
    "Team",
    "TeamMember",
    "Volunteer",
]
