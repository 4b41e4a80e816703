"""Database versions, by Alembic, run in-process.

`HEAD` is the version this program writes. It stands here, so that an ordinary start can compare one
word instead of importing Alembic.
"""

from pathlib import Path

from sqlalchemy import Connection

HEAD = "0003"
KNOWN = ("0001", "0002", HEAD)


def upgrade(connection: Connection, version: str = HEAD) -> None:
    """Bring the database behind `connection` to a version, in the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
