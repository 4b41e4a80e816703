"""The bundles that left the house, as a list."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from station_app.data.models import Bundle
from station_app.data.unit import Unit
from station_app.services.exchange import BundleRow
from station_app.services.lists import Order, in_order, keys, uuids


class BundleOrder(Order):
    """What the bundles sent can be sorted by."""

    EXPORTED = "exported"
    NAME = "name"


_BY: dict[BundleOrder, tuple[ColumnElement[Any], ...]] = {
    BundleOrder.EXPORTED: (Bundle.exported_at.expression,),
    BundleOrder.NAME: (Bundle.file_name.expression,),
}


def ids(
    unit: Unit,
    filter: None,
    order: BundleOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of all bundles, in order; there is nothing to filter by."""
    by = _BY[order or BundleOrder.EXPORTED]
    key = Bundle.id.expression
    return keys(unit, select(Bundle.id), key, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[BundleRow | None]:
    """The bundles of these keys."""
    shown = [getattr(Bundle, name) for name in BundleRow.__slots__]
    found = unit.session.execute(select(*shown).where(Bundle.id.in_(uuids(ids))))
    return in_order(ids, found, lambda record: BundleRow(*record))
