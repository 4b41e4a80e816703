"""From a frozen snapshot to the pages of a PDF; no database, no clock.

`Press` makes one file of many certificates, `render` is the short way for a list of them.
"""

from station_app.certificates.press import Press, render

__all__ = ["Press", "render"]
