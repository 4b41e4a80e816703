"""Keep the Chinese catalog: collect the program's sentences, set translations, compile, check.

    packaging/catalogs.py update            collect from station_app, keep what is translated
    packaging/catalogs.py set PAIRS.json    the same, then set {"English sentence": "中文"}
    packaging/catalogs.py compile           station.po to station.mo
    packaging/catalogs.py check             exit 1 and name what is missing, stale or malformed

Why the catalog is built anew each time: two people's catalogs then differ only where their
sentences differ. It carries no dates and no line numbers, and nothing is ever guessed from a
similar sentence.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "station_app"
PO = ROOT / "resources/translations/zh_CN/LC_MESSAGES/station.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADER = "# Chinese words of Practice Station, kept by packaging/catalogs.py: edit msgstr only."


class Chinese(Catalog):
    """A zh_CN catalog whose header says nothing about when, where and by whom it was made."""

    def __init__(self) -> None:
        """Start empty; Chinese has one form for every count."""
        super().__init__(locale="zh_CN", header_comment=HEADER, fuzzy=False)
        self.mixed: set[str] = set()

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The five headers that gettext needs."""
        return [
            ("Project-Id-Version", "Practice Station"),
            ("Language", "zh_CN"),
            ("Plural-Forms", "nplurals=1; plural=0;"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def key(message: Message) -> str:
    """The English sentence by which a translation is set: the singular one, where there are two."""
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def text(message: Message) -> str:
    """The Chinese sentence, empty where there is none."""
    string = message.string
    return (string[0] if string else "") if isinstance(string, tuple | list) else string or ""


def sentences(catalog: Catalog) -> Iterator[Message]:
    """Every message but the header."""
    return (message for message in catalog if message.id)


def words(po: Path) -> dict[str, str]:
    """The translations that a .po file holds now."""
    if not po.exists():
        return {}
    with po.open("rb") as file:
        return {key(m): text(m) for m in sentences(read_po(file, locale="zh_CN"))}


def collect(source: Path, known: Mapping[str, str]) -> Chinese:
    """The catalog of the sentences that the program says, with the translations known."""
    catalog = Chinese()
    found = extract_from_dir(source, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, _line, ids, _comments, _context in sorted(found, key=lambda it: (it[0], it[1])):
        path = (source.name / Path(name)).as_posix()
        one = ids[0] if isinstance(ids, tuple) else ids
        if (before := catalog.get(one)) and before.pluralizable != isinstance(ids, tuple):
            catalog.mixed.add(one)
        catalog.add(ids, locations=[(path, 0)])
    for message in sentences(catalog):
        chinese = known.get(key(message), "")
        message.string = (chinese,) if message.pluralizable else chinese
        message.locations = sorted(set(message.locations))
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    """The catalog as it stands in git."""
    file = io.BytesIO()
    write_po(file, catalog, width=96, sort_output=True, include_lineno=False)
    return file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalog as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def fields(sentence: str) -> set[str]:
    """The named fields of a sentence; a sentence with stray braces has none."""
    try:
        return {name for _text, name, _spec, _how in Formatter().parse(sentence) if name}
    except ValueError:
        return set()


def faults(catalog: Chinese) -> Iterator[str]:
    """What a clerk would stumble over: sentences without Chinese, or whose fields differ.

    A sentence that is counted in one place and said alone in another is not found by every Python
    3.11's gettext, so it is a fault too.
    """
    yield from (f"both counted and said alone: {sentence!r}" for sentence in sorted(catalog.mixed))
    for message in sentences(catalog):
        english = message.id[1] if isinstance(message.id, tuple | list) else message.id
        if not text(message):
            yield f"not translated: {key(message)!r}"
        elif fields(text(message)) != fields(english):
            yield f"fields differ: {english!r} / {text(message)!r}"


def stale(catalog: Catalog, po: Path) -> Iterator[str]:
    """Which of the two files is not what would be written now."""
    for path, wanted in ((po, po_bytes(catalog)), (po.with_suffix(".mo"), mo_bytes(catalog))):
        if not path.exists() or path.read_bytes() != wanted:
            yield f"not current: {path.name} (run packaging/catalogs.py update)"


def write(path: Path, content: bytes) -> None:
    """Replace a file in one step, since a running test may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(content)
    half.replace(path)


def save(catalog: Catalog, po: Path) -> None:
    """Write both forms, so that neither can be forgotten."""
    write(po, po_bytes(catalog))
    write(po.with_suffix(".mo"), mo_bytes(catalog))


def say(lines: Iterator[str]) -> int:
    """Name each line on stderr; 1 if there was one, else 0."""
    said = 0
    for line in lines:
        sys.stderr.write(f"{line}\n")
        said = 1
    return said


def set_words(pairs: Mapping[str, str]) -> int:
    """Set translations; 1 if one of them belongs to no sentence of the program."""
    catalog = collect(SOURCE, words(PO) | dict(pairs))
    save(catalog, PO)
    unknown = sorted(pairs.keys() - {key(message) for message in sentences(catalog)})
    return say(f"the program does not say: {sentence!r}" for sentence in unknown)


def main(argv: list[str] | None = None) -> int:
    """Run one verb."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in ("update", "compile", "check"):
        verbs.add_parser(verb)
    verbs.add_parser("set").add_argument("pairs", type=Path)
    chosen = parser.parse_args(argv)
    if chosen.verb == "set":
        return set_words(json.loads(chosen.pairs.read_text(encoding="utf-8")))
    catalog = collect(SOURCE, words(PO))
    if chosen.verb == "check":
        return say(iter([*faults(catalog), *stale(catalog, PO)]))
    if chosen.verb == "update":
        save(catalog, PO)
    else:
        write(PO.with_suffix(".mo"), mo_bytes(catalog))
    return 0


if __name__ == "__main__":
    sys.exit(main())
