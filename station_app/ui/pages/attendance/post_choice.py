"""Which post the desk signs in for: that of the running shift, unless the clerk knows better."""

from collections.abc import Sequence
from uuid import UUID

from station_app.i18n import _
from station_app.services.reception import PostNow
from station_app.ui.widgets import Choice
from station_app.wording.days import clock_span


class PostChoice(Choice):
    """Follows the shifts of the day. A post chosen by hand stays until another shift comes up."""

    def __init__(self) -> None:
        super().__init__(name=_("Post"))
        self._by_hand: UUID | None = None
        self._running: frozenset[UUID] = frozenset()
        self.activated.connect(lambda _place: self._choose_by_hand())

    def show_posts(self, posts: Sequence[PostNow]) -> None:
        """Offer these, best first."""
        running = frozenset(post.id for post in posts if post.starts_at is not None)
        if running - self._running:
            self._by_hand = None
        self._running = running
        self.set_options((post.id, _words(post)) for post in posts)
        if posts:
            self.set_value(self._by_hand if self._by_hand is not None else posts[0].id)

    def _choose_by_hand(self) -> None:
        self._by_hand = self.value()


def _words(post: PostNow) -> str:
    if post.starts_at is None:
        return post.name
    return _("{post}  {time}").format(post=post.name, time=clock_span(post.starts_at, post.ends_at))
