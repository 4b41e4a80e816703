"""The read side of each big table: ids first, rows on sight."""
