"""How a table shows that a spreadsheet program has saved it again."""

import codecs
import re

from station_app.bundles.csvtext import BOM
from station_app.bundles.errors import Trace
from station_app.bundles.schema import FieldType, Layout

SAMPLE = 256 * 1024
"""So much of a file is enough to tell."""

_ROUNDED = re.compile(
    r"(?:^|[,;\t])\"?-?[0-9](?:\.[0-9]+)?E\+[0-9]{2}\"?(?=[,;\t\r\n]|$)", re.MULTILINE
)
_DATE = re.compile(
    r"(?:^|[,;\t])\"?[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}(?=[ \",;\t\r\n]|$)", re.MULTILINE
)
_DATED = {FieldType.DATE, FieldType.DATETIME}


def traces(sample: bytes, layout: Layout) -> tuple[Trace, ...]:
    """The marks in the first bytes of a file whose hash is wrong; none: it was something else."""
    text, coded = _text(sample)
    header, _, rest = text.partition("\n")
    cells = header.rstrip("\r")
    marks = {
        Trace.BOM_LOST: not sample.startswith(BOM),
        Trace.LINE_ENDS: bool(rest) and not header.endswith("\r"),
        Trace.ENCODING: coded != "utf-8",
        Trace.SEPARATOR: cells.replace('"', "") in (s.join(layout.columns) for s in ";\t"),
        Trace.QUOTES: cells.startswith('"'),
        Trace.ROUNDED: _ROUNDED.search(rest) is not None,
        Trace.DATES: any(f.type in _DATED for f in layout.fields) and bool(_DATE.search(rest)),
    }
    return tuple(trace for trace, seen in marks.items() if seen)


def _text(sample: bytes) -> tuple[str, str]:
    """The sample as text, and in which of the encodings a Chinese desktop writes."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return sample.decode("utf-16", "replace"), "utf-16"
    for coding in ("utf-8", "gb18030"):
        try:
            return codecs.getincrementaldecoder(coding)().decode(sample).lstrip("\ufeff"), coding
        except UnicodeDecodeError:
            continue
    return sample.decode("latin-1"), "utf-8"
