"""Words for people, without a screen: errors become sentences, codes labels, figures text.

Why below the window and the verbs: both tell the same facts, and a sentence that stands twice soon
says two things. Importing this package registers the sentences of every area.
"""

from station_app.wording import (
    attendance,
    books,
    bundles,
    certificates,
    code_lists,
    consents,
    erasing,
    evaluations,
    hours,
    importing,
    merging,
    outcome,
    people,
    photos,
    posts,
    qualifications,
    rosters,
    settings,
    sheets,
    sign_in_sheets,
    stars,
    stations,
    teams,
)
from station_app.wording.sentences import sentence

__all__ = [
    "attendance",
    "books",
    "bundles",
    "certificates",
    "code_lists",
    "consents",
    "erasing",
    "evaluations",
    "hours",
    "importing",
    "merging",
    "outcome",
    "people",
    "photos",
    "posts",
    "qualifications",
    "rosters",
    "sentence",
    "settings",
    "sheets",
    "sign_in_sheets",
    "stars",
    "stations",
    "teams",
]
