"""The page Posts."""

from station_app.ui.pages.posts.page import PostsPage

__all__ = ["PostsPage"]
