"""Alembic's entry: the connection always comes from the program, never from a file."""

from alembic import context

from station_app.data.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
