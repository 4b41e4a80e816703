"""A fault of the Qt binding, made harmless.

Why: the wheels of PySide6 6.12.0 are compiled as if `None`, `True` and `False` could never die,
which holds from Python 3.12 on. Under 3.11 every signal sent gives away one reference to `True`
and every empty answer one to `None`, until the interpreter aborts. 6.11 has no such fault, but
also no `PySide6-Pdf`. So under 3.11 we give these objects what 3.12 gives them: a count that no
program uses up.
"""

import ctypes
import sys
from typing import Final

_PLENTY: Final = 1 << 60
_UNDYING: Final = (None, True, False, NotImplemented, Ellipsis)


def steady() -> None:
    """Make the objects that never die able not to; does nothing from Python 3.12 on."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for one in _UNDYING:
        count = ctypes.c_ssize_t.from_address(id(one))
        if abs(count.value - sys.getrefcount(one)) < 16:  # the count is where we believe it is
            count.value += _PLENTY
