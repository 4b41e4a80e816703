"""Values and rules of the desk: no database, no screen, no clock."""
