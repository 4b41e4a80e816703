"""What the desk tells the clerk without taking the keyboard away."""

from collections.abc import Callable
from dataclasses import dataclass

from station_app.ui.theme_tokens import Tone


@dataclass(frozen=True, slots=True)
class Action:
    """Something the clerk may do about a notice, often: undo it."""

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence in the message bar. Only good news goes away by itself."""

    tone: Tone
    sentence: str
    action: Action | None = None

    @property
    def passing(self) -> bool:
        """Whether the bar closes without being asked."""
        return self.tone is Tone.OK
