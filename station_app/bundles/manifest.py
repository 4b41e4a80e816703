"""`datapackage.json`: what a bundle says of itself, written and read back."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from station_app import __version__
from station_app.bundles.cells import check_text
from station_app.bundles.errors import Damaged, NotABundle, TooNew
from station_app.bundles.heading import Heading, Kind, Manifest, Party, Resource, Travel
from station_app.bundles.schema import layout_of, table_schema
from station_app.domain.journal import stamp

DATAPACKAGE = "datapackage.json"
FORMAT = "practice-bundle/1"
READER = 1
"""What this program reads; a bundle that asks for more is held."""

_FAMILY = re.compile(r"practice-bundle/([1-9][0-9]{0,5})", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})", re.ASCII)


def manifest_bytes(heading: Heading, head_hash: str, resources: tuple[Resource, ...]) -> bytes:
    """The file's bytes, the same for the same facts."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"practice-bundle-{heading.nonce}",
        "created": stamp(heading.claimed_at),
        "bundle": _bundle(heading, head_hash),
        "resources": [_descriptor(resource) for resource in resources],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _bundle(heading: Heading, head_hash: str) -> dict[str, object]:
    return {
        "format": FORMAT,
        "kind": heading.kind.value,
        "sender": _party(heading.sender),
        "recipient": heading.recipient and _party(heading.recipient),
        "epoch": heading.epoch,
        "ancestor": heading.ancestor,
        "from_seq": heading.from_seq,
        "to_seq": heading.to_seq,
        "prev_hash": heading.prev_hash,
        "head_hash": head_hash,
        "schema": heading.schema,
        "min_reader": READER,
        "app": __version__,
        "claimed_at": stamp(heading.claimed_at),
        "nonce": heading.nonce,
        "policy": {column: travel.value for column, travel in heading.policy.items()},
    }


def _party(party: Party) -> dict[str, object]:
    return {"id": party.id, "code": party.code, "name": party.name}


def _descriptor(resource: Resource) -> dict[str, object]:
    return {
        "name": resource.layout.name,
        "type": "table",
        "path": resource.layout.member,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "bytes": resource.bytes,
        "hash": f"sha256:{resource.sha256}",
        "rowCount": resource.rows,
        "schema": table_schema(resource.layout),
    }


def read_manifest(data: bytes, path: Path) -> Manifest:
    """Read the file's bytes; `path` is the bundle they came in.

    Raises NotABundle for another kind of data package, TooNew, Damaged with the field's name.
    """
    package = _object(_parsed(data), "json")
    stated = package.get("bundle")
    if not isinstance(stated, dict):
        raise NotABundle(path)
    _check_version(stated, path)
    found = package.get("resources")
    if not isinstance(found, list):
        _broken("resources")
    resources = tuple(_resource(item, f"resources[{n}]") for n, item in enumerate(found))
    if len({resource.layout.name for resource in resources}) != len(resources):
        _broken("resources")
    head = _text(stated, "head_hash")
    if not _HASH.fullmatch(head):
        _broken("bundle.head_hash")
    return Manifest(_heading(stated), head, _text(stated, "app"), resources)


def _check_version(stated: dict[str, object], path: Path) -> None:
    version = _FAMILY.fullmatch(str(stated.get("format")))
    if version is None:
        raise NotABundle(path)
    asked = max(int(version[1]), _whole(stated, "min_reader"))
    if asked > READER:
        raise TooNew(asked)


def _heading(stated: dict[str, object]) -> Heading:
    """The stated facts; a field that cannot be is named."""
    recipient, ancestor = stated.get("recipient"), stated.get("ancestor")
    policy = _object(stated.get("policy"), "bundle.policy")
    try:
        return Heading(
            sender=_read_party(stated.get("sender"), "sender"),
            recipient=None if recipient is None else _read_party(recipient, "recipient"),
            kind=Kind(_text(stated, "kind")),
            epoch=_text(stated, "epoch"),
            ancestor=None if ancestor is None else _text(stated, "ancestor"),
            from_seq=_whole(stated, "from_seq"),
            to_seq=_whole(stated, "to_seq"),
            prev_hash=_text(stated, "prev_hash"),
            schema=_whole(stated, "schema"),
            claimed_at=_instant(_text(stated, "claimed_at")),
            nonce=_text(stated, "nonce"),
            policy={column: Travel(_text(policy, column)) for column in policy},
        )
    except ValueError as fault:
        _broken(f"bundle: {fault}")


def _read_party(value: object, place: str) -> Party:
    stated = _object(value, f"bundle.{place}")
    return Party(_text(stated, "id"), _text(stated, "code"), _text(stated, "name"))


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None or stamp(instant) != text:
        raise ValueError("claimed_at")
    return instant.astimezone(UTC)


def _resource(value: object, place: str) -> Resource:
    stated = _object(value, place)
    try:
        layout = layout_of(_text(stated, "name"), _object(stated.get("schema"), place))
    except (KeyError, TypeError, ValueError):
        _broken(f"{place}.schema")
    digest = _SHA256.fullmatch(_text(stated, "hash"))
    if digest is None or stated.get("path") != layout.member:
        _broken(place)
    return Resource(layout, _whole(stated, "bytes"), digest[1], _whole(stated, "rowCount"))


def _parsed(data: bytes) -> object:
    """Strict JSON: no NaN, no member twice, no nesting past reason."""
    try:
        return json.loads(
            data.decode(), object_pairs_hook=_once, parse_constant=lambda name: _broken(name)
        )
    except (ValueError, RecursionError):
        _broken("json")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member twice")
    return members


def _object(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        _broken(place)
    return value


def _text(stated: dict[str, object], name: str) -> str:
    value = stated.get(name)
    if not isinstance(value, str):
        _broken(name)
    try:
        check_text(value)
    except ValueError:
        _broken(name)
    return value


def _whole(stated: dict[str, object], name: str) -> int:
    value = stated.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        _broken(name)
    return value


def _broken(place: str) -> NoReturn:
    raise Damaged(DATAPACKAGE, place)
