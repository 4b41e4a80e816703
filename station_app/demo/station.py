"""The sample station and its standing posts."""

from datetime import date, time
from typing import Final

from station_app.domain.posts import PostPlan
from station_app.domain.stations import Level, StationCard

CLERK: Final = "演示经办人"
STATION: Final = StationCard(
    code="YS01",
    name="演示社区新时代文明实践站",
    recording_unit="演示社区居民委员会",
    level=Level.STATION,
    superior="演示街道新时代文明实践所",
    in_charge="演示负责人",
    clerk=CLERK,
    phone="010-00000000",
    address="演示街道1号",
)


def standing_posts(first_day: date) -> tuple[PostPlan, ...]:
    """Six posts that a community station keeps, from `first_day` on."""
    return tuple(
        PostPlan(
            name=name,
            service_class=kind,
            place=f"演示社区{place}",
            weekdays=frozenset(days),
            starts_at=time.fromisoformat(starts),
            ends_at=time.fromisoformat(ends),
            first_day=first_day,
            content=content,
            min_people=people[0],
            max_people=people[1],
            organiser=STATION.recording_unit,
            in_charge=STATION.in_charge,
        )
        for name, kind, place, days, starts, ends, people, content in _POSTS
    )


_Post = tuple[str, str, str, tuple[int, ...], str, str, tuple[int, int], str]
_WORKDAYS: Final = (0, 1, 2, 3, 4)
_POSTS: Final[tuple[_Post, ...]] = (
    ("前台引导", "service", "一楼大厅", _WORKDAYS, "08:30", "11:30", (1, 2), "来访引导、事项登记"),
    ("图书借阅", "culture", "图书室", (1, 3, 5), "14:00", "17:00", (1, 2), "图书整理与借还"),
    ("环境巡护", "customs", "中心广场", (2, 5), "09:00", "11:00", (2, 4), "楼道与广场环境巡护"),
    ("助老陪伴", "service", "日间照料室", (0, 2, 4), "14:30", "16:30", (1, 3), "陪伴独居老人"),
    ("文明交通引导", "values", "东门路口", _WORKDAYS, "07:20", "08:20", (1, 3), "早高峰路口引导"),
    ("四点半课堂", "culture", "二楼活动室", _WORKDAYS, "16:40", "18:00", (1, 2), "放学后课业陪伴"),
)
