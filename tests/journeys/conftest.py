"""A clerk's day needs what every test of the window needs."""

from tests.ui.conftest import _swept, desk, preferences, qapp_cls

__all__ = ["_swept", "desk", "preferences", "qapp_cls"]
