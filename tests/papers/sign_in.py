"""Contents of sign-in sheets for the tests."""

from datetime import datetime
from typing import Any

from station_app.clock import ZONE
from station_app.papers.sheet_contents import ExpectedPerson, SheetShift, SignInSheet

CODE = "7K2M-Q9XA"


def a_sheet(expected: int = 3, blank: int = 6, **changes: Any) -> SignInSheet:
    """The sheet of a morning in the book corner."""
    people = (ExpectedPerson(f"2600000{at:02}", f"志愿者{at}") for at in range(expected))
    values: dict[str, Any] = {
        "code": CODE,
        "post": "图书角值守",
        "place": "演示社区一楼大厅",
        "starts_at": datetime(2026, 11, 3, 9, tzinfo=ZONE),
        "ends_at": datetime(2026, 11, 3, 11, tzinfo=ZONE),
        "organiser": "演示志愿服务队",
        "in_charge": "演示负责人",
        "people": tuple(people),
    }
    return SignInSheet(
        recording_unit="演示社区居民委员会",
        station="演示社区新时代文明实践点",
        shift=SheetShift(**values | changes),
        blank_rows=blank,
    )
