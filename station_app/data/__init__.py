"""The database: engines, tables, units of work, migrations."""
