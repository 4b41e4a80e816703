"""A clock for made-up weeks: it stands at the moment of the story."""

from datetime import datetime


class StoryClock:
    """Stands still until the story goes on."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """The moment of the story, in UTC."""
        return self._moment

    def go_on(self, moment: datetime) -> None:
        """Move to a later moment; a journal that ran backwards would be suspect."""
        if moment < self._moment:
            raise ValueError(moment)
        self._moment = moment
