"""The page Bundles."""

from station_app.ui.pages.bundles.page import BundlesPage

__all__ = ["BundlesPage"]
